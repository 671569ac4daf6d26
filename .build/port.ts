import { createServer } from 'node:net';
import type { Connect, Plugin } from 'vite';

/** The only local address; Spotify refuses `localhost` as a redirect URI. */
export const HOST = '127.0.0.1';

/** Fixed, because the redirect URI registered at Spotify contains it. */
export const PORT = 8888;

/** Stops with one sentence where the port is in use, before anything is served. */
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

/** Replaces the service worker that asks for an update, unregisters it, and reloads its pages from this server. */
const RETIRING_WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire() {
  await registration.unregister();
  const pages = await clients.matchAll({ type: 'window' });
  await Promise.allSettled(pages.map((page) => page.navigate(page.url)));
}
`;

/** Usual file names of service workers. */
const USUAL_NAME =
  /^(service-?worker|sw|ngsw-worker|firebase-messaging-sw|mockServiceWorker|pwabuilder-sw)\.js$/i;

/**
 * Answers every request for a service worker with one that unregisters itself: another app on this port may have
 * left a worker, which would go on answering for this app.
 */
export function retireWorkers(): Plugin {
  return {
    name: 'retire-workers',
    configureServer: ({ middlewares, config }) => void middlewares.use(answering(config.base)),
    configurePreviewServer: ({ middlewares, config }) =>
      void middlewares.use(answering(config.base)),
  };
}

function answering(base: string): Connect.NextHandleFunction {
  return ({ url = '', headers }, response, next) => {
    // Browsers send this header with every request for a worker's script, whatever its path.
    if (headers['service-worker'] !== 'script' && !isUsual(url, base)) return next();
    response.setHeader('Content-Type', 'text/javascript');
    response.setHeader('Cache-Control', 'no-store');
    response.end(RETIRING_WORKER);
  };
}

function isUsual(url: string, base: string): boolean {
  const [path = ''] = url.split('?');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return USUAL_NAME.test(name) && ['/', base].includes(path.slice(0, -name.length));
}
