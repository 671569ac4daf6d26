import { promisifyRequest } from 'idb-keyval';
import type { TokenStore } from '../session/types.ts';
import type { Database } from './database.ts';
import { EXPORTS_FOLDER, KEYS, keysFrom, PREFIXES, TAB_KEYS } from './keys.ts';
import { fromJson } from './shape.ts';
import { isSession } from './tokens.ts';

/** Removes the stored data of a login. */
export interface LoginRemoval extends Pick<TokenStore, 'clearAll' | 'clearTab'> {
  /** Number of log-outs requested in this page. */
  removals(): number;
}

/**
 * Removes the tokens, the recorded flow of the login, limits, cached lists and exports: from IndexedDB in one
 * transaction, from this tab's sessionStorage, and the files of exports.
 */
export function makeLoginRemoval(
  { records, caches }: Database,
  tab: Storage,
  name: string,
): LoginRemoval {
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
    if (Object(fromJson(tab.getItem(name + TAB_KEYS.session))).loginId === loginId) clearTab();
    await caches('readwrite', async (store) => {
      const stored: unknown = await promisifyRequest(store.get(KEYS.session));
      if (isSession(stored) && stored.loginId !== loginId) return;
      removeLoginFrom(store);
      await promisifyRequest(store.transaction);
    });
  }

  return {
    removals: () => removals,
    clearTab,
    async clearAll(loginId) {
      removals += 1;
      const removing = loginId === undefined ? removeAll() : removeAllOf(loginId);
      await Promise.all([removing, removeExportFiles()]);
    },
  };
}

function removeLoginFrom(store: IDBObjectStore): void {
  store.delete(KEYS.session);
  store.delete(KEYS.flow);
  store.delete(KEYS.limits);
  store.delete(keysFrom(PREFIXES.library));
  store.delete(keysFrom(PREFIXES.edit));
}

/** Removes all files of exports, where this browser has such files; never rejects. */
export async function removeExportFiles(): Promise<void> {
  try {
    // Some browsers have no origin private file system, or not in every window.
    const storage: Partial<StorageManager> | undefined = navigator.storage;
    const root = await storage?.getDirectory?.();
    await root?.removeEntry(EXPORTS_FOLDER, { recursive: true });
  } catch {
    // There are no files to remove.
  }
}
