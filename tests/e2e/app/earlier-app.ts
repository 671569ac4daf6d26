import type { BrowserContext } from '@playwright/test';

/** A document of the earlier app, without the policy that the server sends with those of this one. */
const DOCUMENT = 'earlier-app.html';

const SCRIPT = 'earlier-app.js';
const CHANNEL = 'test:seen';

/** A worker that passes every request through, and reports its log to the tabs of its app. */
const PASSING = `addEventListener('install', () => skipWaiting());
const channel = new BroadcastChannel('${CHANNEL}');
addEventListener('fetch', (event) => {
  channel.postMessage(event.request.method + ' ' + event.request.url);
  event.respondWith(fetch(event.request));
});`;

/** A worker that answers every navigation from its cache, as an offline app does. */
const CACHING = `addEventListener('install', () => skipWaiting());
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const headers = { 'content-type': 'text/html' };
  event.respondWith(new Response('<link rel="icon" href="data:,"><h1>An earlier app</h1>', { headers }));
});`;

/** Another app that was served from the origin before, and left a service worker for all of it. */
export interface EarlierApp {
  /** Registers its worker and waits until it controls the whole origin. */
  registerWorker(): Promise<void>;
  /** Number of registered workers of the origin. */
  registrations(): Promise<number>;
  /** Requests seen by the worker, such as `GET https://liner.example/`. */
  seen(): Promise<string[]>;
  /** Removes its script from the server; a registered worker stays. */
  leave(): Promise<void>;
}

/** Opens a tab of an earlier app at `home`, with a worker of its own. */
export async function openEarlierApp(
  context: BrowserContext,
  home: string,
  worker: 'passing' | 'caching',
): Promise<EarlierApp> {
  const script = new URL(SCRIPT, home).href;
  const body = worker === 'passing' ? PASSING : CACHING;
  await context.route(script, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  const document = new URL(DOCUMENT, home).href;
  await context.route(document, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<link rel="icon" href="data:,">' }),
  );
  const tab = await context.newPage();
  await tab.goto(document);
  const seen = await tab.evaluateHandle((channel) => {
    const told: string[] = [];
    new BroadcastChannel(channel).addEventListener('message', ({ data }) => told.push(data));
    return told;
  }, CHANNEL);
  return {
    registerWorker: () =>
      tab.evaluate(async (path) => {
        await navigator.serviceWorker.register(path, { scope: '/' });
        await navigator.serviceWorker.ready;
      }, script),
    registrations: () =>
      tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    seen: () => seen.jsonValue(),
    leave: () => context.unroute(script),
  };
}
