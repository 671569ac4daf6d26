import { makeInPageLocks } from '../session/in-page-tabs.ts';
import type {
  PendingLogin,
  PendingLoginStore,
  SessionRecord,
  TabMark,
  TokenStore,
} from '../session/types.ts';
import type { Settings } from './settings.ts';
import type { Stores } from './stores.ts';

/** Makes a token store in memory, which lasts until the page is closed. */
export function makeMemoryTokenStore(): TokenStore {
  let stored: SessionRecord | undefined;
  return {
    read: async () => stored,
    async write(record) {
      stored = record;
    },
    async replace(record, isReplaceable) {
      if (!stored || !isReplaceable(stored)) return false;
      stored = record;
      return true;
    },
    async clear(isRemovable) {
      if (!stored || !isRemovable(stored)) return false;
      stored = undefined;
      return true;
    },
    async clearAll(loginId) {
      if (loginId === undefined || stored?.loginId === loginId) stored = undefined;
    },
    clearTab: () => undefined,
  };
}

/** Makes a store of pending logins in memory, which lasts until the page is closed. */
export function makeMemoryPendingLoginStore(): PendingLoginStore {
  const stored = new Map<string, PendingLogin>();
  return {
    async put(pending) {
      stored.set(pending.state, pending);
    },
    async take(state) {
      const pending = stored.get(state);
      stored.delete(state);
      return pending;
    },
    async sweep(isOver) {
      for (const pending of stored.values()) {
        if (isOver(pending.startedAt)) stored.delete(pending.state);
      }
    },
    clear: async () => stored.clear(),
  };
}

/** Makes a tab mark in memory, which lasts until the page is closed. */
export function makeMemoryTabMark(): TabMark {
  let stored: string | null = null;
  return {
    get: () => stored,
    set(state) {
      stored = state;
    },
    remove() {
      stored = null;
    },
  };
}

/** Makes settings in memory, which last until the page is closed. */
export function makeMemorySettings(): Settings {
  let stored: string | undefined;
  let keeps = true;
  let isChoiceDue = false;
  const tables = new Map<string, object>();
  return {
    readClientId: async () => stored,
    async writeClientId(clientId) {
      stored = clientId;
    },
    async forgetClientId() {
      stored = undefined;
    },
    readKeepsLogin: async () => keeps,
    async writeKeepsLogin(isKept) {
      keeps = isKept;
    },
    readAccountChoice: async () => isChoiceDue,
    async writeAccountChoice(isDue) {
      isChoiceDue = isDue;
    },
    readTable: async (table) => tables.get(table),
    async writeTable(table, chosen) {
      tables.set(table, chosen);
    },
  };
}

/** Makes all stores in memory, for a browser without storage. */
export function makeMemoryStores(): Stores {
  return {
    tokens: makeMemoryTokenStore(),
    pendingLogins: makeMemoryPendingLoginStore(),
    tabMark: makeMemoryTabMark(),
    settings: makeMemorySettings(),
    locks: makeInPageLocks(),
    channel: { post: () => undefined, listen: () => undefined },
    database: undefined,
  };
}
