import { createServer, type InlineConfig, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { retireWorkers } from '../../../.build/port.ts';

const BASE = '/music/';
const SETTINGS = {
  configFile: false,
  envFile: false,
  root: import.meta.dirname,
  base: BASE,
  logLevel: 'silent' as const,
  plugins: [retireWorkers()],
} satisfies InlineConfig;
const ANY_PORT = { host: '127.0.0.1', port: 0 };

/** Where each command of Vite serves, and how to end it. */
const running = new Map<string, { readonly url: string; close(): Promise<void> }>();

beforeAll(async () => {
  const dev = await createServer({ ...SETTINGS, server: { ...ANY_PORT, watch: null } });
  await dev.listen();
  const previewing = await preview({ ...SETTINGS, preview: ANY_PORT });
  for (const [command, server] of Object.entries({ dev, preview: previewing })) {
    running.set(command, { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() });
  }
});

afterAll(() => Promise.all([...running.values()].map((server) => server.close())));

function ask(command: string, path: string, headers: Record<string, string> = {}) {
  const { origin } = new URL(running.get(command)?.url ?? '');
  return fetch(origin + path, { headers });
}

for (const command of ['dev', 'preview']) {
  test.each(['/service-worker.js', '/sw.js?v=2', '/ngsw-worker.js', `${BASE}serviceworker.js`])(
    `[s21] "vite ${command}" answers %s with a worker that ends itself, and lets nobody keep it`,
    async (path) => {
      const answer = await ask(command, path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/javascript');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.text()).toContain('registration.unregister()');
    },
  );

  test(`[s21] "vite ${command}" answers so whenever a browser asks for a worker, and else never`, async () => {
    const asked = await ask(command, '/an/earlier/app.js', { 'service-worker': 'script' });
    expect(await asked.text()).toContain('registration.unregister()');
    for (const path of ['/an/earlier/app.js', `${BASE}node_modules/sw.js`, '//', BASE]) {
      expect(await (await ask(command, path)).text(), path).not.toContain('unregister');
    }
  });
}
