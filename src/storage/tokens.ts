import { get, promisifyRequest, set } from 'idb-keyval';
import type { TokenStore } from '../session/types.ts';
import { asStorageError, type Database } from './database.ts';
import { isSession, parseSession, versioned } from './session-record.ts';
import { fromJson } from './tab-json.ts';

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
export function makeTokenStore(database: Database, tab: Storage, name: string): TokenStore {
  const { records, caches } = database;
  const tabKey = name + TAB_KEYS.session;
  const isInTab = () => tab.getItem(tabKey) !== null;
  /** Loaded for the few who do not keep their login. */
  const inTab = async () =>
    (await import('./tab-session.ts')).openTabSession(tab, tabKey, {
      parse: (stored) => parseSession(stored, false),
      stored: versioned,
      failure: asStorageError,
    });

  /** Counts the log-outs that were asked for here. */
  let removals = 0;

  function clearTab(): void {
    for (const key of Object.values(TAB_KEYS)) tab.removeItem(name + key);
  }

  function removeAll(): Promise<void> {
    clearTab();
    return records('readwrite', async (store) => {
      removeLoginFrom(store);
      await promisifyRequest(store.transaction);
    });
  }

  async function removeAllOf(loginId: string): Promise<void> {
    if (Object(fromJson(tab.getItem(tabKey))).loginId === loginId) clearTab();
    await caches('readwrite', async (store) => {
      const stored: unknown = await promisifyRequest(store.get(SESSION_KEY));
      if (isSession(stored) && stored.loginId !== loginId) return;
      removeLoginFrom(store);
      await promisifyRequest(store.transaction);
    });
  }

  return {
    async read() {
      if (isInTab()) return (await inTab()).read();
      return parseSession(await get<unknown>(SESSION_KEY, records), true);
    },
    async write(record) {
      if (!record.isKept) return (await inTab()).write(record);
      tab.removeItem(tabKey);
      await set(SESSION_KEY, versioned(record), records);
    },
    async replace(record, isReplaceable) {
      if (!record.isKept) return (await inTab()).replace(record, isReplaceable);
      const before = removals;
      return database.compareAndWrite(
        async (store) => {
          const stored: unknown = await promisifyRequest(store.get(SESSION_KEY));
          if (!isSession(stored) || !isReplaceable(stored)) return false;
          store.put(versioned(record), SESSION_KEY);
          await promisifyRequest(store.transaction);
          return true;
        },
        (store) => {
          // Renewed tokens may be the only good ones. A log-out elsewhere looks again under the lock.
          if (removals === before) store.put(versioned(record), SESSION_KEY);
        },
      );
    },
    async clear(isRemovable) {
      if (isInTab()) return (await inTab()).clear(isRemovable);
      return caches('readwrite', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(SESSION_KEY));
        if (!isSession(stored) || !isRemovable(stored)) return false;
        store.delete(SESSION_KEY);
        await promisifyRequest(store.transaction);
        return true;
      });
    },
    clearTab,
    async clearAll(loginId) {
      removals += 1;
      const removing = loginId === undefined ? removeAll() : removeAllOf(loginId);
      await Promise.all([removing, removeExportFiles()]);
    },
  };
}

function removeLoginFrom(store: IDBObjectStore): void {
  store.delete(SESSION_KEY);
  store.delete(FLOW_KEY);
  store.delete(LIMITS_KEY);
  store.delete(everythingOfTheLibrary());
}

async function removeExportFiles(): Promise<void> {
  try {
    // Some browsers have no such place, or not in every window.
    const storage: Partial<StorageManager> | undefined = navigator.storage;
    const root = await storage?.getDirectory?.();
    await root?.removeEntry(EXPORTS_FOLDER, { recursive: true });
  } catch {
    // There are no files.
  }
}
