import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import { KEYS, LIST_LIFE_MS, listKey, pagesOf } from './keys.ts';
import type { CachedList, PartialList, Snapshot } from './list-cache.ts';
import { type CachedRows, ROWS } from './row-shapes.ts';
import {
  fits,
  isBoolean,
  isNumber,
  isString,
  isStrings,
  optional,
  orNull,
  type Shape,
} from './shape.ts';

/** Version of the stored records; records of another version count as none. */
const VERSION = 1;

/** The owner of stored data, which no other account, Spotify app or login reads. */
export interface Owner {
  readonly loginId: string;
  readonly clientId: string;
  readonly accountId: string;
}

/** The header of each record with data of an account. */
export interface RecordHeader {
  readonly version: number;
  readonly clientId: string;
  readonly accountId: string;
  /** In ms since the epoch. */
  readonly savedAt: number;
  /**
   * Expiry, after which a sweep removes the record, in ms since the epoch; records of earlier releases have
   * none.
   */
  readonly expiresAt?: number;
  /** Keys of lists whose records a sweep does not remove before this record. */
  readonly holds?: readonly string[];
}

const HEADER: Shape<RecordHeader> = {
  version: isNumber,
  clientId: isString,
  accountId: isString,
  savedAt: isNumber,
  expiresAt: optional(isNumber),
  holds: optional(isStrings),
};
const SESSION: Shape<{ loginId: string }> = { loginId: isString };
/** The version of a list is stored as `mark`, because `version` is the version of the record. */
const MARKED: Shape<{ mark: string | null }> = { mark: orNull(isString) };
const PAGE: Shape<Omit<Page<unknown>, 'rows'>> = {
  offset: isNumber,
  limit: isNumber,
  total: isNumber,
  entries: isNumber,
  hasNext: isBoolean,
};

/**
 * Tells whether a stored value belongs to this owner and is younger than `life`, in ms. A value from later
 * than `now` counts as none: the clock was set back since, and its age is unknown.
 */
export function isOwned(
  value: unknown,
  owner: Owner,
  now: number,
  life = Number.POSITIVE_INFINITY,
): value is RecordHeader {
  return (
    fits(value, HEADER) &&
    value.version === VERSION &&
    value.clientId === owner.clientId &&
    value.accountId === owner.accountId &&
    value.savedAt <= now &&
    now < value.savedAt + life
  );
}

/** The database with the records of an owner. */
export interface OwnedPlace {
  readonly database: UseStore;
  readonly owner: Owner;
  readonly clock: Clock;
}

/** Makes requests that change records, to be given the header of new ones. */
export type OwnedWork = (store: IDBObjectStore, header: RecordHeader) => void;

/**
 * Changes records of an owner while the login of the owner is stored; otherwise does nothing, so that no data
 * is written after a log-out in another tab.
 */
export async function changeOwned(
  { database, owner, clock }: OwnedPlace,
  work: OwnedWork,
): Promise<void> {
  const { clientId, accountId, loginId } = owner;
  const savedAt = clock.now();
  const expiresAt = savedAt + LIST_LIFE_MS;
  const header = { version: VERSION, clientId, accountId, savedAt, expiresAt };
  await database('readwrite', async (store) => {
    const session: unknown = await promisifyRequest(store.get(KEYS.session));
    if (!fits(session, SESSION) || session.loginId !== loginId) return;
    work(store, header);
    await promisifyRequest(store.transaction);
  });
}

/** The place of an owner, and how old its records may be. */
type ReadingPlace = OwnedPlace & {
  /** Maximum age of a record, in ms; a day by default. */
  readonly life?: number;
};

/**
 * Reads the valid records of several lists in one transaction, in the order of their places; malformed, expired and
 * other owners' records count as none. Pages are not read of a list whose snapshot suffices.
 */
export async function readLists<Kind extends keyof CachedRows>(
  { database, owner, clock, life = LIST_LIFE_MS }: ReadingPlace,
  kind: Kind,
  places: readonly string[],
  suffices: (snapshot: Snapshot<CachedRows[Kind]>, at: number) => boolean = () => false,
): Promise<readonly CachedList<CachedRows[Kind]>[]> {
  const { areRows, aged, imagesLife } = ROWS[kind];

  function isOurs(value: unknown): value is RecordHeader & { readonly mark: string | null } {
    return isOwned(value, owner, clock.now(), life) && fits(value, MARKED);
  }
  /** Image URLs expire before their rows, or must not be kept for as long. */
  function current<Row>(rows: readonly Row[], age: (row: Row) => Row, savedAt: number) {
    return clock.now() > savedAt + imagesLife ? rows.map(age) : rows;
  }
  function snapshotIn(whole: unknown): Snapshot<CachedRows[Kind]> | undefined {
    if (!isOurs(whole)) return undefined;
    const { rows }: { readonly rows?: unknown } = Object(whole);
    if (!areRows(rows)) return undefined;
    const { savedAt, mark } = whole;
    return { rows: current(rows, aged, savedAt), savedAt, version: mark };
  }
  function partialIn(entries: readonly unknown[]) {
    const ours = entries.filter(isOurs);
    const version = ours[0]?.mark ?? null;
    const pages = ours.flatMap((entry) => {
      const { page }: { readonly page?: unknown } = Object(entry);
      if (entry.mark !== version || !fits(page, PAGE)) return [];
      const { rows }: { readonly rows?: unknown } = Object(page);
      return areRows(rows) ? [{ ...page, rows: current(rows, aged, entry.savedAt) }] : [];
    });
    return pages.length > 0 ? { partial: { pages, version } } : {};
  }

  return database('readonly', (store) =>
    Promise.all(
      places.map(async (place, at) => {
        const key = listKey(place);
        const snapshot = snapshotIn(await promisifyRequest<unknown>(store.get(key)));
        if (snapshot && suffices(snapshot, at)) return { snapshot };
        const pages = await promisifyRequest<unknown[]>(store.getAll(pagesOf(key)));
        return { ...(snapshot && { snapshot }), ...partialIn(pages) };
      }),
    ),
  );
}

/** The records of one list in the database. */
export interface ListRecords {
  /** Reads the valid records; see `readLists`. */
  read<Kind extends keyof CachedRows>(kind: Kind): Promise<CachedList<CachedRows[Kind]>>;
  write(snapshot: Snapshot<unknown>): Promise<void>;
  writePartial(partial: PartialList<unknown>): Promise<void>;
}

/**
 * Opens the records of one list, which are written only while the login of their owner is stored, so that no
 * data is written after a log-out in another tab.
 */
export function openListRecords(
  options: ReadingPlace & {
    readonly place: string;
    /** Pages that are in the database; each write adds its pages. */
    readonly written: WeakSet<Page<unknown>>;
    /** Runs a change; by default each in a transaction of its own. */
    readonly change?: (work: OwnedWork) => Promise<void>;
  },
): ListRecords {
  const { place, written, change = (work) => changeOwned(options, work) } = options;
  const key = listKey(place);
  return {
    async read(kind) {
      const [cached = {}] = await readLists(options, kind, [place]);
      return cached;
    },

    write: ({ rows, savedAt, version }) =>
      change((store, header) => {
        const expiresAt = savedAt + LIST_LIFE_MS;
        store.put({ ...header, rows, savedAt, expiresAt, mark: version }, key);
        store.delete(pagesOf(key));
      }),

    async writePartial({ pages, version }) {
      let isWritten = false;
      await change((store, header) => {
        // None of these pages is in the database, so the stored pages are of an earlier load.
        if (!pages.some((page) => written.has(page))) store.delete(pagesOf(key));
        for (const page of pages) {
          if (written.has(page)) continue;
          store.put({ ...header, mark: version, page }, `${key}#${page.offset}`);
        }
        isWritten = true;
      });
      // Marked after the transaction, which may fail and is then repeated.
      if (isWritten) for (const page of pages) written.add(page);
    },
  };
}
