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

/** The stores of a session, and its means to reach other tabs. */
export interface SessionStores {
  readonly tokens: TokenStore;
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly locks: Locks;
  readonly channel: Channel;
}

/** The stores of the app. */
export interface Stores extends SessionStores {
  readonly settings: Settings;
  /** The database of caches; `undefined` where this browser has no storage. */
  readonly database: UseStore | undefined;
}

/**
 * Opens the stores of this browser under this name.
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

/** Returns this tab's sessionStorage, or `undefined` where the browser blocks it. */
export function tabStorage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

const LOGGED_OUT: Shape<Exclude<SessionMessage, string>> = { loggedOut: isString };

/** Opens the channel to the other tabs; other messages on it are ignored. */
export function openChannel(name: string): Channel {
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

/**
 * Requests persistent storage, which the browser does not evict; some browsers prompt for it, and may deny
 * it.
 */
export async function requestPersistence(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => undefined);
}

/**
 * Requests persistent storage only where the permission is already granted. The state `prompt` does not tell
 * whether the browser would prompt: Firefox does, Chromium decides by itself.
 */
export async function requestGrantedPersistence(): Promise<void> {
  const permission = await navigator.permissions
    ?.query({ name: 'persistent-storage' })
    // The browser does not support this permission.
    .catch(() => undefined);
  if (permission?.state === 'granted') await requestPersistence();
}
