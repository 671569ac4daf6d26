import { promisifyRequest, set } from 'idb-keyval';
import { LoginError } from '../oauth/errors.ts';
import type { PendingLogin, PendingLoginStore, TabMark } from '../session/types.ts';
import type { Database } from './database.ts';
import { keysFrom, PREFIXES } from './keys.ts';
import { fits, isBoolean, isNumber, isString, isStrings, type Shape } from './shape.ts';

type PendingLoginPrefix = typeof PREFIXES.pendingLogin | typeof PREFIXES.sandboxPendingLogin;

const SHAPE: Shape<PendingLogin> = {
  state: isString,
  codeVerifier: isString,
  clientId: isString,
  redirectUri: isString,
  scopes: isStrings,
  issuer: isString,
  authorizationEndpoint: isString,
  tokenEndpoint: isString,
  startedAt: isNumber,
  returnTo: isString,
  isKept: isBoolean,
};

/**
 * Makes the store of pending logins over IndexedDB, which all tabs share; a single transaction reads and
 * removes a pending login.
 *
 * @param prefix of the keys of its records; that of the app's logins by default.
 */
export function makePendingLoginStore(
  { records, caches }: Database,
  prefix: PendingLoginPrefix = PREFIXES.pendingLogin,
): PendingLoginStore {
  const everyPendingLogin = () => keysFrom(prefix);
  return {
    put: (pending) => set(prefix + pending.state, pending, records),
    take: (state) =>
      records('readwrite', async (store) => {
        const reading = promisifyRequest<unknown>(store.get(prefix + state));
        store.delete(prefix + state);
        const [stored] = await Promise.all([reading, promisifyRequest(store.transaction)]);
        return fits(stored, SHAPE) ? stored : undefined;
      }),
    clear: () =>
      records('readwrite', async (store) => {
        store.delete(everyPendingLogin());
        await promisifyRequest(store.transaction);
      }),
    async sweep(isOver) {
      await caches('readwrite', async (store) => {
        const all: unknown[] = await promisifyRequest(store.getAll(everyPendingLogin()));
        const keys = await promisifyRequest(store.getAllKeys(everyPendingLogin()));
        for (const [index, key] of keys.entries()) {
          const pending = all[index];
          if (!fits(pending, SHAPE) || isOver(pending.startedAt)) store.delete(key);
        }
        await promisifyRequest(store.transaction);
      });
    },
  };
}

/**
 * Makes the store of the `state` of this tab's pending login, in sessionStorage, which no other tab can read.
 */
export function makeTabMark(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string,
): TabMark {
  return {
    get: () => storage.getItem(key),
    set(state) {
      try {
        storage.setItem(key, state);
      } catch (cause) {
        throw new LoginError('storage-full', undefined, { cause });
      }
    },
    remove: () => storage.removeItem(key),
  };
}
