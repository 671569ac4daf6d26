import type { BrowserContext } from '@playwright/test';

/** A document of the app's origin that runs nothing of the app. */
const BARE_DOCUMENT = 'robots.txt';

const SCRIPT = 'earlier-app.js';
const CHANNEL = 'test:seen';

/** Lets every request through as it is, and tells the tabs of its app what it saw. */
const PASSING = `addEventListener('install', () => skipWaiting());
const channel = new BroadcastChannel('${CHANNEL}');
addEventListener('fetch', (event) => {
  channel.postMessage(event.request.method + ' ' + event.request.url);
  event.respondWith(fetch(event.request));
});`;

/** Answers every navigation with its own page, as an app does that works without a network. */
const CACHING = `addEventListener('install', () => skipWaiting());
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  const headers = { 'content-type': 'text/html' };
  event.respondWith(new Response('<link rel="icon" href="data:,"><h1>An earlier app</h1>', { headers }));
});`;

/** Another app that had the origin before, and left a service worker over all of it. */
export interface EarlierApp {
  /** Registers its worker and waits until it answers for the whole origin. */
  registerWorker(): Promise<void>;
  /** How many workers the origin has. */
  registrations(): Promise<number>;
  /** What the worker saw, such as `GET https://liner.example/`. */
  seen(): Promise<string[]>;
  /** Takes its script off the server; a worker that is registered stays. */
  leave(): Promise<void>;
}

/** Opens a tab of an app that was served at `home` before, with a worker of its own. */
export async function openEarlierApp(
  context: BrowserContext,
  home: string,
  worker: 'passing' | 'caching',
): Promise<EarlierApp> {
  const script = new URL(SCRIPT, home).href;
  const body = worker === 'passing' ? PASSING : CACHING;
  await context.route(script, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  const tab = await context.newPage();
  await tab.goto(new URL(BARE_DOCUMENT, home).href);
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
