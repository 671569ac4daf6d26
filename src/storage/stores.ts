import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { StorageError } from '../session/errors.ts';
import type { Channel, Locks, PendingLoginStore, TabMark, TokenStore } from '../session/types.ts';
import { openChannel } from './channel.ts';
import { openDatabase } from './database.ts';
import { makePendingLoginStore, makeTabMark } from './pending-logins.ts';
import { makeSettings, type Settings } from './settings.ts';
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
 * @throws StorageError where the tab has no storage.
 */
export function openBrowserStores(name: string, clock: Clock): Stores {
  const tab = tabStorage();
  if (!tab) throw new StorageError('blocked');
  const database = openDatabase(name, clock);
  return {
    tokens: makeTokenStore(database, tab, name),
    pendingLogins: makePendingLoginStore(database),
    tabMark: makeTabMark(tab, `${name}:pending-login`),
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
