import { del, get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import * as v from 'valibot';
import { NewerRecordError } from '../session/errors.ts';
import type { SessionRecord, TokenStore } from '../session/types.ts';

const KEY = 'session';

/** Version of the stored session record; a change of its shape makes a new one. */
const VERSION = 1;

const Strings = v.array(v.string());

const Record = v.object({
  version: v.literal(VERSION),
  loginId: v.string(),
  clientId: v.string(),
  redirectUri: v.string(),
  issuer: v.string(),
  askedScopes: Strings,
  grantedScopes: Strings,
  accessToken: v.pipe(v.string(), v.nonEmpty()),
  refreshToken: v.nullable(v.string()),
  expiresIn: v.number(),
  issuedAt: v.number(),
  expiresAt: v.number(),
  authorizedAt: v.number(),
  account: v.nullable(v.object({ accountId: v.string(), displayName: v.string() })),
});

const Newer = v.object({ version: v.pipe(v.number(), v.gtValue(VERSION)) });

/** Reads a stored value; damaged ones count as none, so that they end in a login and not in a crash. */
function parse(stored: unknown): SessionRecord | undefined {
  const record = v.safeParse(Record, stored);
  if (record.success) return record.output;
  if (v.is(Newer, stored)) throw new NewerRecordError();
  return undefined;
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
        const stored = v.safeParse(Record, await promisifyRequest(store.get(KEY)));
        if (!stored.success || stored.output.loginId !== record.loginId) return false;
        store.put({ ...record, version: VERSION }, KEY);
        await promisifyRequest(store.transaction);
        return true;
      }),
    clear: () => del(KEY, database),
  };
}
