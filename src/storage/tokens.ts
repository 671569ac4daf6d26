import { get, promisifyRequest, set } from 'idb-keyval';
import { NewerRecordError } from '../session/errors.ts';
import type { Account, SessionRecord, TokenStore } from '../session/types.ts';
import { asStorageError, type Database } from './database.ts';
import { KEYS, type SANDBOX_TAB_KEYS, TAB_KEYS } from './keys.ts';
import { fits, fromJson, isNumber, isString, isStrings, orNull, type Shape } from './shape.ts';

/** Where the session record of one kind of login is stored. */
export interface SessionKeys {
  readonly record: typeof KEYS.session | typeof KEYS.sandboxSession;
  readonly tab: typeof TAB_KEYS.session | typeof SANDBOX_TAB_KEYS.session;
}

/** The part of the token store for the session record itself. */
export type StoredTokens = Omit<TokenStore, 'clearAll' | 'clearTab'>;

/**
 * Makes the store of the session record: IndexedDB, or, for a login that is not stored on this device, this
 * tab's sessionStorage (RFC 10017, section 8.5), in the same form.
 *
 * @param removals returns the number of log-outs requested in this page.
 * @param keys of the record in IndexedDB, and of its suffix in sessionStorage; those of the app's login by default.
 */
export function makeTokenStore(
  database: Database,
  tab: Storage,
  name: string,
  removals: () => number,
  keys: SessionKeys = { record: KEYS.session, tab: TAB_KEYS.session },
): StoredTokens {
  const { records, caches } = database;
  const tabKey = name + keys.tab;
  const isInTab = () => tab.getItem(tabKey) !== null;
  const readTab = () => parseSession(fromJson(tab.getItem(tabKey)), false);

  function writeTab(record: SessionRecord): void {
    try {
      tab.setItem(tabKey, JSON.stringify(versioned(record)));
    } catch (thrown) {
      throw asStorageError(thrown);
    }
  }

  return {
    async read() {
      if (isInTab()) return readTab();
      return parseSession(await get<unknown>(keys.record, records), true);
    },
    async write(record) {
      if (!record.isKept) return writeTab(record);
      tab.removeItem(tabKey);
      await set(keys.record, versioned(record), records);
    },
    async replace(record, isReplaceable) {
      if (!record.isKept) {
        const stored = readTab();
        if (!stored || !isReplaceable(stored)) return false;
        writeTab(record);
        return true;
      }
      const before = removals();
      return database.compareAndWrite(
        async (store) => {
          const stored: unknown = await promisifyRequest(store.get(keys.record));
          if (!isSession(stored) || !isReplaceable(stored)) return false;
          store.put(versioned(record), keys.record);
          await promisifyRequest(store.transaction);
          return true;
        },
        (store) => {
          // The refreshed tokens may be the only valid ones. A log-out in another tab clears storage again
          // under the lock.
          if (removals() === before) store.put(versioned(record), keys.record);
        },
      );
    },
    async clear(isRemovable) {
      if (isInTab()) {
        const stored = readTab();
        if (!stored || !isRemovable(stored)) return false;
        tab.removeItem(tabKey);
        return true;
      }
      return caches('readwrite', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(keys.record));
        if (!isSession(stored) || !isRemovable(stored)) return false;
        store.delete(keys.record);
        await promisifyRequest(store.transaction);
        return true;
      });
    },
  };
}

/** Version of the stored session record; each change of its shape increments it. */
const VERSION = 1;

const SHAPE: Shape<Omit<SessionRecord, 'isKept'>> = {
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
  // An account in the shape of an earlier version is fetched again, without a new login.
  account: (value): value is Account | null => value === null || typeof value === 'object',
};

const ACCOUNT: Shape<Account> = { accountId: isString, userId: isString, displayName: isString };

const VERSIONED: Shape<{ version: number }> = { version: isNumber };

/**
 * Parses a stored session record; a malformed one counts as none, so that it leads to a login and not to an
 * error.
 */
function parseSession(stored: unknown, isKept: boolean): SessionRecord | undefined {
  if (!fits(stored, VERSIONED)) return undefined;
  if (stored.version > VERSION) throw new NewerRecordError();
  if (!isSession(stored)) return undefined;
  return { ...stored, account: fits(stored.account, ACCOUNT) ? stored.account : null, isKept };
}

/** Returns a session record in its stored form. */
export function versioned(record: SessionRecord): object {
  return { ...record, version: VERSION };
}

/** Tells whether a stored value is a session record. */
export function isSession(stored: unknown): stored is Omit<SessionRecord, 'isKept'> {
  return fits(stored, SHAPE);
}
