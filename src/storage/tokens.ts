import { del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { NewerRecordError } from '../session/errors.ts';
import type { Account, SessionRecord, TokenStore } from '../session/types.ts';
import { fits, isNumber, isString, isStrings, orNull, type Shape } from './shape.ts';

/** Where the session record stands. */
export const SESSION_KEY = 'session';

/** Where the known limits of Spotify stand. */
export const LIMITS_KEY = 'limits';

/** Begins every key under which something of a person's music is kept. */
export const LIBRARY_PREFIX = 'library:';

/** Every key that starts with the prefix: the colon's successor ends the range. */
export const everythingOfTheLibrary = () =>
  IDBKeyRange.bound(LIBRARY_PREFIX, 'library;', false, true);

/** Folder of the origin private file system in which exports become files. */
export const EXPORTS_FOLDER = 'liner-notes-exports';

/** Version of the stored session record; a change of its shape makes a new one. */
const VERSION = 1;

const SHAPE: Shape<SessionRecord> = {
  loginId: isString,
  clientId: isString,
  redirectUri: isString,
  issuer: isString,
  askedScopes: isStrings,
  grantedScopes: isStrings,
  accessToken: isString,
  refreshToken: orNull(isString),
  expiresIn: isNumber,
  issuedAt: isNumber,
  expiresAt: isNumber,
  authorizedAt: isNumber,
  // What earlier versions knew of an account is asked again, and costs nobody the login.
  account: (value): value is Account | null => value === null || typeof value === 'object',
};

const ACCOUNT: Shape<Account> = { accountId: isString, userId: isString, displayName: isString };

const VERSIONED: Shape<{ version: number }> = { version: isNumber };

/** Reads a stored value; damaged ones count as none, so that they end in a login and not in a crash. */
function parse(stored: unknown): SessionRecord | undefined {
  if (!fits(stored, VERSIONED)) return undefined;
  if (stored.version > VERSION) throw new NewerRecordError();
  if (!fits(stored, SHAPE)) return undefined;
  return fits(stored.account, ACCOUNT) ? stored : { ...stored, account: null };
}

/** Keeps the session record in IndexedDB. */
export function makeTokenStore(database: UseStore): TokenStore {
  return {
    async read() {
      return parse(await get<unknown>(SESSION_KEY, database));
    },
    write: (record) => set(SESSION_KEY, { ...record, version: VERSION }, database),
    replace: (record) =>
      database('readwrite', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(SESSION_KEY));
        if (!fits(stored, SHAPE) || stored.loginId !== record.loginId) return false;
        store.put({ ...record, version: VERSION }, SESSION_KEY);
        await promisifyRequest(store.transaction);
        return true;
      }),
    clear: () => del(SESSION_KEY, database),
    clearAll: () =>
      database('readwrite', async (store) => {
        store.delete(SESSION_KEY);
        store.delete(LIMITS_KEY);
        store.delete(everythingOfTheLibrary());
        await promisifyRequest(store.transaction);
        // Old browsers have no such place.
        const storage: Partial<StorageManager> | undefined = navigator.storage;
        storage
          ?.getDirectory?.()
          .then((root) => root.removeEntry(EXPORTS_FOLDER, { recursive: true }))
          .catch(() => undefined);
      }),
  };
}
