import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { sweepExportFiles } from './export-files.ts';
import { EXPORT_LIFE_MS, HOLDERS, keysFrom, longestLifeOf, PREFIXES } from './keys.ts';
import { isOwned, type Owner, type RecordHeader } from './list-records.ts';
import { withoutCovers } from './row-shapes.ts';

/**
 * Removes records and files that are expired, of the future, of another version or of another account; does
 * nothing where this browser has no storage, or while the account is unknown.
 */
export async function sweep(
  database: UseStore | undefined,
  owner: Owner | undefined,
  clock: Clock,
): Promise<void> {
  if (!database || !owner) return;
  await sweepExportFiles(clock).catch(() => undefined);
  await database('readwrite', (store) => removeExpired(store, owner, clock.now()));
}

/**
 * Removes records of another owner or version or of the future, and expired records that no unexpired record holds;
 * removes the covers of the held ones, which are kept for a day at most.
 */
async function removeExpired(store: IDBObjectStore, owner: Owner, now: number): Promise<void> {
  const isAlive = ({ savedAt, expiresAt }: RecordHeader, key: string) =>
    now < Math.min(expiresAt ?? Number.POSITIVE_INFINITY, savedAt + longestLifeOf(key));
  const isHoldable = ({ savedAt }: RecordHeader) => now < savedAt + EXPORT_LIFE_MS;

  const holders: unknown[] = await Promise.all(
    HOLDERS.map((key) => promisifyRequest<unknown>(store.get(key))),
  );
  const held = new Set(
    holders.flatMap(
      (value) => (isOwned(value, owner, now) && isHoldable(value) && value.holds) || [],
    ),
  );

  /** What stays of a record; `undefined` if nothing does. */
  function remainderOf(value: unknown, key: string): RecordHeader | undefined {
    if (!isOwned(value, owner, now)) return undefined;
    if (isAlive(value, key)) return value;
    const isHeld = held.has(key.replace(/#\d+$/, '')) && isHoldable(value);
    return isHeld ? withoutCovers(value) : undefined;
  }

  await new Promise<void>((resolve, reject) => {
    const cursors = store.openCursor(keysFrom(PREFIXES.library));
    cursors.onerror = () => reject(cursors.error);
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return resolve();
      const key = String(cursor.key);
      const { value }: { readonly value: unknown } = cursor;
      const rest = remainderOf(value, key);
      if (rest === undefined) cursor.delete();
      else if (rest !== value) cursor.update(rest);
      cursor.continue();
    };
  });
}
