import { del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { NewerRecordError } from '../session/errors.ts';
import type { Account, SessionRecord, TokenStore } from '../session/types.ts';
import { fits, isNumber, isString, isStrings, orNull, type Shape } from './shape.ts';

const KEY = 'session';

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
  account: orNull((value) => fits<Account>(value, { accountId: isString, displayName: isString })),
};

const VERSIONED: Shape<{ version: number }> = { version: isNumber };

/** Reads a stored value; damaged ones count as none, so that they end in a login and not in a crash. */
function parse(stored: unknown): SessionRecord | undefined {
  if (!fits(stored, VERSIONED)) return undefined;
  if (stored.version > VERSION) throw new NewerRecordError();
  return fits(stored, SHAPE) ? stored : undefined;
}

/** Keeps the session record in IndexedDB. */
export function makeTokenStore(database: UseStore): TokenStore {
  return {
    async read() {
      return parse(await get<unknown>(KEY, database));
    },
    write: (record) => set(KEY, { ...record, version: VERSION }, database),
    replace: (record) =>
      database('readwrite', async (store) => {
        const stored: unknown = await promisifyRequest(store.get(KEY));
        if (!fits(stored, SHAPE) || stored.loginId !== record.loginId) return false;
        store.put({ ...record, version: VERSION }, KEY);
        await promisifyRequest(store.transaction);
        return true;
      }),
    clear: () => del(KEY, database),
  };
}
