import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import type {
  Channel,
  Locks,
  PendingLoginStore,
  SessionMessage,
  TabMark,
  TokenStore,
} from '../session/types.ts';
import { makeLoginRemoval } from './clear.ts';
import { openDatabase } from './database.ts';
import { PENDING_LOGIN_TAB_KEY } from './keys.ts';
import { makePendingLoginStore, makeTabMark } from './pending-logins.ts';
import { makeSettings, type Settings } from './settings.ts';
import { fits, isString, type Shape } from './shape.ts';
import { makeTokenStore } from './tokens.ts';

/** All that a session keeps or shares beyond its own memory. */
export interface Stores {
  readonly tokens: TokenStore;
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly settings: Settings;
  readonly locks: Locks;
  readonly channel: Channel;
  /** Where caches may be kept; nothing where this browser keeps nothing. */
  readonly database: UseStore | undefined;
}

/**
 * Opens the stores of this browser under a name of their own.
 *
 * @throws LoginError `storage-blocked` where the tab has no storage.
 */
export function openBrowserStores(name: string, clock: Clock): Stores {
  const tab = tabStorage();
  if (!tab) throw new LoginError('storage-blocked');
  const database = openDatabase(name, clock);
  const { removals, ...removal } = makeLoginRemoval(database, tab, name);
  return {
    tokens: { ...makeTokenStore(database, tab, name, removals), ...removal },
    pendingLogins: makePendingLoginStore(database),
    tabMark: makeTabMark(tab, name + PENDING_LOGIN_TAB_KEY),
    settings: makeSettings(database),
    locks: navigator.locks,
    channel: openChannel(name),
    database: database.caches,
  };
}

/** Gives this tab's sessionStorage, or `undefined` where the browser blocks it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

const LOGGED_OUT: Shape<Exclude<SessionMessage, string>> = { loggedOut: isString };

/** Opens the channel to the other tabs; whatever else arrives on it is ignored. */
function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => {
        const message = parseMessage(data);
        if (message) listener(message);
      });
    },
  };
}

function parseMessage(data: unknown): SessionMessage | undefined {
  if (data === 'changed' || data === 'ended') return data;
  return fits(data, LOGGED_OUT) ? data : undefined;
}

/** Asks the browser not to evict what is kept here; some browsers ask the person. It may say no. */
export async function requestPersistence(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => undefined);
}

/**
 * The same, only where the person has allowed it already. `prompt` does not tell whether the browser
 * would ask them: Firefox says it and does, Chromium says it and decides by itself.
 */
export async function requestGrantedPersistence(): Promise<void> {
  const permission = await navigator.permissions
    ?.query({ name: 'persistent-storage' })
    // A browser that does not know the permission.
    .catch(() => undefined);
  if (permission?.state === 'granted') await requestPersistence();
}
