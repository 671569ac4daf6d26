import { createServer } from 'node:net';
import type { Plugin } from 'vite';

/** The only address it is served at on one's own machine; Spotify refuses `localhost`. */
export const HOST = '127.0.0.1';

/** Fixed, because the redirect URI registered at Spotify contains it. */
export const PORT = 8888;

/** Stops in one sentence where the port is taken, before anything is served. */
export function portCheck(): Plugin {
  const isFree = () =>
    new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
    });
  return {
    name: 'port-check',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    async config({ server, preview }, { isPreview }) {
      const { port = PORT } = (isPreview ? preview : server) ?? {};
      if (port !== PORT || (await isFree())) return;
      process.stderr.write(
        `Port ${PORT} on ${HOST} is taken, and Liner Notes needs exactly this one because the redirect URI registered at Spotify contains it: stop the other program and start again.\n`,
      );
      process.exit(1);
    },
  };
}
