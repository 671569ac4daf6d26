import { del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import type { TokenStore } from '../session/types.ts';
import { asStorageError } from './database.ts';
import { isSession, parseSession, versioned } from './session-record.ts';

/** Where the session record stands. */
export const SESSION_KEY = 'session';

/** Where the known limits of Spotify stand. */
export const LIMITS_KEY = 'limits';

/** Where the record of how the login came about stands. */
export const FLOW_KEY = 'flow';

/** Begins every key under which something of a person's music is kept. */
export const LIBRARY_PREFIX = 'library:';

/** Every key that starts with the prefix: the colon's successor ends the range. */
export const everythingOfTheLibrary = () =>
  IDBKeyRange.bound(LIBRARY_PREFIX, 'library;', false, true);

/** Folder of the origin private file system in which exports become files. */
export const EXPORTS_FOLDER = 'liner-notes-exports';

/** What this tab alone keeps of a login, below its name: the record, and how it came about. */
export const TAB_KEYS = { session: ':session', flow: ':flow', attempt: ':flow-attempt' };

/** Keeps the session record in IndexedDB, or, where it is not to be kept, in this tab's sessionStorage. */
export function makeTokenStore(database: UseStore, tab: Storage, name: string): TokenStore {
  const tabKey = name + TAB_KEYS.session;
  const isInTab = () => tab.getItem(tabKey) !== null;
  /** Loaded for the few who do not keep their login. */
  const inTab = async () =>
    (await import('./tab-session.ts')).openTabSession(tab, tabKey, {
      parse: (stored) => parseSession(stored, false),
      stored: versioned,
      failure: asStorageError,
    });

  function clearTab(): void {
    for (const key of Object.values(TAB_KEYS)) tab.removeItem(name + key);
  }

  return {
    async read() {
      if (isInTab()) return (await inTab()).read();
      return parseSession(await get<unknown>(SESSION_KEY, database), true);
    },
    async write(record) {
      if (!record.isKept) return (await inTab()).write(record);
      tab.removeItem(tabKey);
      await set(SESSION_KEY, versioned(record), database);
    },
    async replace(record) {
      if (!record.isKept) return (await inTab()).replace(record);
      return database('readwrite', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(SESSION_KEY));
        if (!isSession(stored) || stored.loginId !== record.loginId) return false;
        store.put(versioned(record), SESSION_KEY);
        await promisifyRequest(store.transaction);
        return true;
      });
    },
    async clear() {
      if (isInTab()) tab.removeItem(tabKey);
      else await del(SESSION_KEY, database);
    },
    clearTab,
    clearAll() {
      clearTab();
      return database('readwrite', async (store) => {
        store.delete(SESSION_KEY);
        store.delete(FLOW_KEY);
        store.delete(LIMITS_KEY);
        store.delete(everythingOfTheLibrary());
        await promisifyRequest(store.transaction);
        // Old browsers have no such place.
        const storage: Partial<StorageManager> | undefined = navigator.storage;
        storage
          ?.getDirectory?.()
          .then((root) => root.removeEntry(EXPORTS_FOLDER, { recursive: true }))
          .catch(() => undefined);
      });
    },
  };
}
