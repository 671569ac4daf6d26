import type { Page } from '@playwright/test';
import type { Network } from '../../support/network.ts';

/** A request of a database: what is asked, of which key, and whether in a transaction that may write. */
export interface DatabaseRequest {
  readonly method: 'get' | 'put' | 'delete';
  readonly key: string;
}

/** An address that answers once the test lets it. */
const HELD = 'https://api.spotify.com/held';

/** A page that is left in the middle of a write, and frozen as in the back/forward cache. */
export interface LeftPage {
  /** Resolves once the page is frozen. */
  readonly left: Promise<void>;
  /** Shows the page again, as "Back" does. */
  comeBack(): Promise<void>;
}

/**
 * Leaves the page right after it has asked its database for something that it may not ask elsewhere,
 * before any answer: it hears `pagehide`, and then nothing until it comes back.
 */
export async function leaveDuring(
  page: Page,
  network: Network,
  request: DatabaseRequest,
): Promise<LeftPage> {
  let reach = () => {};
  let release = () => {};
  const left = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const api = network.hosts.get('api.spotify.com');
  network.hosts.set('api.spotify.com', async (asked) => {
    if (asked.url !== HELD && api) return api(asked);
    reach();
    await released;
    return new Response('', { headers: { 'access-control-allow-origin': '*' } });
  });

  const arm = ([method, key, held]: readonly [DatabaseRequest['method'], string, string]) => {
    const { [method]: original } = IDBObjectStore.prototype;
    function leave(): void {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      // Nothing else runs in this page until it is answered.
      const freeze = new XMLHttpRequest();
      freeze.open('GET', held, false);
      freeze.send();
    }
    Object.assign(IDBObjectStore.prototype, {
      [method](this: IDBObjectStore, ...values: unknown[]) {
        const asked = String(method === 'put' ? values[1] : values[0]);
        const isIt = this.transaction.mode === 'readwrite' && asked.startsWith(key);
        if (isIt) {
          Object.assign(IDBObjectStore.prototype, { [method]: original });
          queueMicrotask(leave);
        }
        return Reflect.apply(original, this, values);
      },
    });
  };
  const what = [request.method, request.key, HELD] as const;
  await page.addInitScript(arm, what);
  await page.evaluate(arm, what);
  return {
    left,
    async comeBack() {
      release();
      await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
    },
  };
}
