import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import { type Owner, openListRecords } from './list-records.ts';
import type { CachedRows } from './row-shapes.ts';

/** A complete list as it was at one time. */
export interface Snapshot<Row> {
  readonly rows: readonly Row[];
  /** When it was complete, in ms since the epoch. */
  readonly savedAt: number;
  /** Changes with the list, such as a `snapshot_id`; `null` where Spotify states no version. */
  readonly version: string | null;
}

/** The pages that had come when a load stopped. */
export interface PartialList<Row> {
  readonly pages: readonly Page<Row>[];
  readonly version: string | null;
}

/** The content of a list cache: the last complete list, the pages of an unfinished load, or both. */
export interface CachedList<Row> {
  readonly snapshot?: Snapshot<Row>;
  readonly partial?: PartialList<Row>;
}

/** The cache of one list, in the memory of this page and in the database. */
export interface ListCache<Row> {
  /** Gives the content in memory. */
  peek(): CachedList<Row> | undefined;
  read(): Promise<CachedList<Row>>;
  write(snapshot: Snapshot<Row>): void;
  writePartial(partial: PartialList<Row>): void;
}

/** The caches of all lists of an account. */
export interface ListCaches {
  /** Opens the cache of one list of rows of one kind. */
  open<Kind extends keyof CachedRows>(kind: Kind, name: string): ListCache<CachedRows[Kind]>;
}

/** Where lists are cached, and for whom. */
export interface ListCacheDependencies {
  /** `undefined` where this browser stores nothing. */
  readonly database: UseStore | undefined;
  /** `undefined` while the account of the login is not known. */
  readonly owner: () => Owner | undefined;
  /** The login of this page, of whatever account. */
  readonly loginId: () => string | undefined;
  readonly clock: Clock;
}

/** Makes the caches; a failed write means that the list is fetched again next time. */
export function makeListCaches({
  database,
  owner,
  loginId,
  clock,
}: ListCacheDependencies): ListCaches {
  const memory = new Map<
    string,
    { readonly loginId: string; readonly cached: CachedList<unknown> }
  >();
  const written = new WeakSet<Page<unknown>>();

  function recordsOf(place: string) {
    const now = owner();
    if (!database || !now) return undefined;
    return openListRecords({ database, owner: now, clock, place, written });
  }

  return {
    open<Kind extends keyof CachedRows>(kind: Kind, name: string): ListCache<CachedRows[Kind]> {
      type Row = CachedRows[Kind];
      const place = `${kind}:${name}`;

      function remember(cached: CachedList<Row>): void {
        const login = loginId();
        if (login) memory.set(place, { loginId: login, cached });
      }
      function peek(): CachedList<Row> | undefined {
        const known = memory.get(place);
        // Only caches of this kind write under its name.
        return known?.loginId === loginId() ? (known?.cached as CachedList<Row>) : undefined;
      }

      return {
        peek,
        async read() {
          const records = recordsOf(place);
          // While the account is not known, an empty answer says nothing about the database.
          if (!records) return {};
          const cached = await records.read(kind);
          remember(cached);
          return cached;
        },
        write(snapshot) {
          remember({ snapshot });
          recordsOf(place)
            ?.write(snapshot)
            .catch(() => undefined);
        },
        writePartial(partial) {
          remember({ ...peek(), partial });
          recordsOf(place)
            ?.writePartial(partial)
            .catch(() => undefined);
        },
      };
    },
  };
}
