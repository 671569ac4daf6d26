import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { KEYS } from './keys.ts';
import type { Owner } from './list-cache.ts';
import { fits, isNumber, isString, type Shape } from './shape.ts';

/** Version of the stored records; those of another one count as none. */
const VERSION = 1;

/** What stands on every record of a person's music. */
export interface Label {
  readonly version: number;
  readonly clientId: string;
  readonly accountId: string;
  /** In ms since the epoch. */
  readonly savedAt: number;
}

const LABEL: Shape<Label> = {
  version: isNumber,
  clientId: isString,
  accountId: isString,
  savedAt: isNumber,
};
const SESSION: Shape<{ loginId: string }> = { loginId: isString };

/** Whether a stored value belongs to this owner, and was saved after the given time, in ms since the epoch. */
export function isOwned(value: unknown, owner: Owner, after: number): value is Label {
  return (
    fits(value, LABEL) &&
    value.version === VERSION &&
    value.clientId === owner.clientId &&
    value.accountId === owner.accountId &&
    value.savedAt > after
  );
}

/**
 * Changes records of an owner while the login they belong to is stored, so that nothing comes back
 * after a log-out in another tab; else does nothing.
 */
export async function changeOwned(
  {
    database,
    owner,
    clock,
  }: { readonly database: UseStore; readonly owner: Owner; readonly clock: Clock },
  work: (store: IDBObjectStore, label: Label) => void,
): Promise<void> {
  const { clientId, accountId, loginId } = owner;
  const label = { version: VERSION, clientId, accountId, savedAt: clock.now() };
  await database('readwrite', async (store) => {
    const session: unknown = await promisifyRequest(store.get(KEYS.session));
    if (!fits(session, SESSION) || session.loginId !== loginId) return;
    work(store, label);
    await promisifyRequest(store.transaction);
  });
}
