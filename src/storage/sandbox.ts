import { promisifyRequest } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import { makeInPageLocks } from '../session/in-page-tabs.ts';
import type { TokenStore } from '../session/types.ts';
import { type Database, openDatabase } from './database.ts';
import { KEYS, PREFIXES, SANDBOX_TAB_KEYS } from './keys.ts';
import { makeMemoryPendingLoginStore, makeMemoryTabMark, makeMemoryTokenStore } from './memory.ts';
import { makePendingLoginStore, makeTabMark } from './pending-logins.ts';
import { openChannel, type SessionStores, tabStorage } from './stores.ts';
import { isSession, makeTokenStore } from './tokens.ts';

/** Returns the name of the lock and the channel of the login of the API workbench. */
export function sandboxNameOf(name: string): string {
  return `${name}:sandbox`;
}

/**
 * Opens the stores of the login of the API workbench: records and keys of its own beside those of the app's login, so
 * that neither can read, replace or remove the other.
 *
 * @param name of the deployment or its demo.
 * @throws LoginError `storage-blocked` where the tab has no storage.
 */
export function openSandboxStores(name: string, clock: Clock): SessionStores {
  const tab = tabStorage();
  if (!tab) throw new LoginError('storage-blocked');
  const database = openDatabase(name, clock);
  const keys = { record: KEYS.sandboxSession, tab: SANDBOX_TAB_KEYS.session };
  const { removals, ...removal } = makeRemoval(database, tab, name);
  return {
    tokens: { ...makeTokenStore(database, tab, name, removals, keys), ...removal },
    pendingLogins: makePendingLoginStore(database, PREFIXES.sandboxPendingLogin),
    tabMark: makeTabMark(tab, name + SANDBOX_TAB_KEYS.pendingLogin),
    locks: navigator.locks,
    channel: openChannel(sandboxNameOf(name)),
  };
}

/** Makes these stores in memory, for a browser without storage. */
export function makeMemorySandboxStores(): SessionStores {
  return {
    tokens: makeMemoryTokenStore(),
    pendingLogins: makeMemoryPendingLoginStore(),
    tabMark: makeMemoryTabMark(),
    locks: makeInPageLocks(),
    channel: { post: () => undefined, listen: () => undefined },
  };
}

function makeRemoval(
  { records, caches }: Database,
  tab: Storage,
  name: string,
): Pick<TokenStore, 'clearAll' | 'clearTab'> & { readonly removals: () => number } {
  let removals = 0;
  const clearTab = () => tab.removeItem(name + SANDBOX_TAB_KEYS.session);
  return {
    removals: () => removals,
    clearTab,
    async clearAll(loginId) {
      removals += 1;
      if (loginId === undefined) clearTab();
      const use = loginId === undefined ? records : caches;
      await use('readwrite', async (store) => {
        if (loginId !== undefined) {
          const stored: unknown = await promisifyRequest(store.get(KEYS.sandboxSession));
          if (isSession(stored) && stored.loginId !== loginId) return;
        }
        store.delete(KEYS.sandboxSession);
        await promisifyRequest(store.transaction);
      });
    },
  };
}
