import type { Page } from '@playwright/test';
import type { Network } from '../../support/network.ts';
import { makePageFreeze } from '../../support/page-freeze.ts';

/** A request of a database: method, key, and whether its transaction may write. */
export interface DatabaseRequest {
  readonly method: 'get' | 'put' | 'delete';
  readonly key: string;
}

/** A page that was left in the middle of a write, and is frozen as in the back/forward cache. */
export interface LeftPage {
  /** Resolves once the page is frozen. */
  readonly left: Promise<void>;
  /** Restores the page, as "Back" does. */
  comeBack(): Promise<void>;
}

/**
 * Leaves the page directly after a request to its database, before any answer: it gets `pagehide`, and no further
 * event until it is restored.
 */
export async function leaveDuring(
  page: Page,
  network: Network,
  request: DatabaseRequest,
): Promise<LeftPage> {
  const freeze = makePageFreeze(network);
  const arm = ([method, key, held]: readonly [DatabaseRequest['method'], string, string]) => {
    const { [method]: original } = IDBObjectStore.prototype;
    function leave(): void {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      // No other task runs in this page until the answer.
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
  const what = [request.method, request.key, freeze.address] as const;
  await page.addInitScript(arm, what);
  await page.evaluate(arm, what);
  return {
    left: freeze.frozen,
    async comeBack() {
      freeze.release();
      await page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
    },
  };
}
