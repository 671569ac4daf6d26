import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import { IMAGES_LIFE_MS, KEYS, LIST_LIFE_MS, listKey, pagesOf } from './keys.ts';
import type { CachedList, PartialList, Snapshot } from './list-cache.ts';
import { type CachedRows, ROWS } from './row-shapes.ts';
import {
  fits,
  type Guard,
  isBoolean,
  isNumber,
  isString,
  isStrings,
  orNull,
  type Shape,
} from './shape.ts';

/** Version of the stored records; those of another one count as none. */
const VERSION = 1;

/** Whose data are stored: no other account, Spotify app or login gets to see them. */
export interface Owner {
  readonly loginId: string;
  readonly clientId: string;
  readonly accountId: string;
}

/** The header of every record of a person's music. */
export interface RecordHeader {
  readonly version: number;
  readonly clientId: string;
  readonly accountId: string;
  /** In ms since the epoch. */
  readonly savedAt: number;
  /** From when a sweep removes the record, in ms since the epoch; records of earlier releases have none. */
  readonly expiresAt?: number;
  /** Keys of lists whose records a sweep leaves as long as this record lives. */
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
/** The version of a list stands in its record as `mark`, since `version` is the record's own. */
const MARKED: Shape<{ mark: string | null }> = { mark: orNull(isString) };
const PAGE: Shape<Omit<Page<unknown>, 'rows'>> = {
  offset: isNumber,
  limit: isNumber,
  total: isNumber,
  entries: isNumber,
  hasNext: isBoolean,
};

function optional<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** Whether a stored value belongs to this owner, and was saved after the given time, in ms since the epoch. */
export function isOwned(value: unknown, owner: Owner, after: number): value is RecordHeader {
  return (
    fits(value, HEADER) &&
    value.version === VERSION &&
    value.clientId === owner.clientId &&
    value.accountId === owner.accountId &&
    value.savedAt > after
  );
}

/** Where the records of an owner are. */
export interface OwnedPlace {
  readonly database: UseStore;
  readonly owner: Owner;
  readonly clock: Clock;
}

/**
 * Changes records of an owner while the login they belong to is stored, so that nothing comes back
 * after a log-out in another tab; else does nothing.
 */
export async function changeOwned(
  { database, owner, clock }: OwnedPlace,
  work: (store: IDBObjectStore, header: RecordHeader) => void,
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

/** The records of one list in the database. */
export interface ListRecords {
  /** Reads what is still valid; damaged, foreign and old records count as none. */
  read<Kind extends keyof CachedRows>(kind: Kind): Promise<CachedList<CachedRows[Kind]>>;
  write(snapshot: Snapshot<unknown>): Promise<void>;
  writePartial(partial: PartialList<unknown>): Promise<void>;
}

/**
 * Opens the records of one list. They are written only while the login they belong to is stored, so
 * that nothing comes back after a log-out in another tab.
 */
export function openListRecords(
  options: OwnedPlace & {
    readonly place: string;
    /** Pages that stand in the database; those of a load that goes on are added. */
    readonly written: WeakSet<Page<unknown>>;
    /** How old a record may be, in ms; a day where not given. */
    readonly life?: number;
  },
): ListRecords {
  const { database, owner, clock, written, life = LIST_LIFE_MS } = options;
  const key = listKey(options.place);

  function isOurs(value: unknown): value is RecordHeader & { readonly mark: string | null } {
    return isOwned(value, owner, clock.now() - life) && fits(value, MARKED);
  }

  return {
    async read(kind) {
      const { areRows, aged } = ROWS[kind];
      const [whole, stored] = await database('readonly', (store) =>
        Promise.all([
          promisifyRequest<unknown>(store.get(key)),
          promisifyRequest<unknown[]>(store.getAll(pagesOf(key))),
        ]),
      );

      function snapshot() {
        if (!isOurs(whole)) return {};
        const { rows }: { readonly rows?: unknown } = Object(whole);
        if (!areRows(rows)) return {};
        const { savedAt, mark } = whole;
        const isAged = clock.now() > savedAt + IMAGES_LIFE_MS;
        return { snapshot: { rows: isAged ? rows.map(aged) : rows, savedAt, version: mark } };
      }
      function partial() {
        const ours = stored.filter(isOurs);
        const version = ours[0]?.mark ?? null;
        const pages = ours.flatMap((entry) => {
          const { page }: { readonly page?: unknown } = Object(entry);
          if (entry.mark !== version || !fits(page, PAGE)) return [];
          const { rows }: { readonly rows?: unknown } = Object(page);
          return areRows(rows) ? [{ ...page, rows }] : [];
        });
        return pages.length > 0 ? { partial: { pages, version } } : {};
      }
      return { ...snapshot(), ...partial() };
    },

    write: ({ rows, savedAt, version }) =>
      changeOwned(options, (store, header) => {
        const expiresAt = savedAt + LIST_LIFE_MS;
        store.put({ ...header, rows, savedAt, expiresAt, mark: version }, key);
        store.delete(pagesOf(key));
      }),

    async writePartial({ pages, version }) {
      let isWritten = false;
      await changeOwned(options, (store, header) => {
        // None of these was there before: what is there is of an older load.
        if (!pages.some((page) => written.has(page))) store.delete(pagesOf(key));
        for (const page of pages) {
          if (written.has(page)) continue;
          store.put({ ...header, mark: version, page }, `${key}#${page.offset}`);
        }
        isWritten = true;
      });
      // Only now: a transaction may fail, and is then done again.
      if (isWritten) for (const page of pages) written.add(page);
    },
  };
}
