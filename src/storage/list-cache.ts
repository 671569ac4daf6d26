import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import { type Owner, openListRecords } from './list-records.ts';
import type { CachedRows } from './row-shapes.ts';

/** A complete list at one time. */
export interface Snapshot<Row> {
  readonly rows: readonly Row[];
  /** Time of completion, in ms since the epoch. */
  readonly savedAt: number;
  /** Version of the list, such as its `snapshot_id`; `null` where Spotify states none. */
  readonly version: string | null;
}

/** The pages of an unfinished load. */
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
  /** Returns the content in memory. */
  peek(): CachedList<Row> | undefined;
  read(): Promise<CachedList<Row>>;
  write(snapshot: Snapshot<Row>): void;
  writePartial(partial: PartialList<Row>): void;
}

/** The caches of all lists of an account. */
export interface ListCaches {
  /** Opens the cache of one list of rows of one kind. */
  open<Kind extends keyof CachedRows>(kind: Kind, name: string): ListCache<CachedRows[Kind]>;
  /** Calls the listener after each change of the content in memory; returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Drops the content in memory, after its records were removed. */
  clear(): void;
}

/** Dependencies of the list caches. */
export interface ListCacheDependencies {
  /** `undefined` where this browser has no storage. */
  readonly database: UseStore | undefined;
  /** `undefined` while the account of the login is unknown. */
  readonly owner: () => Owner | undefined;
  /** The id of the login of this page, also while its account is unknown. */
  readonly loginId: () => string | undefined;
  readonly clock: Clock;
}

/** Makes the caches; after a failed write the list is fetched again on the next visit. */
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
  const listeners = new Set<() => void>();

  function recordsOf(place: string) {
    const now = owner();
    if (!database || !now) return undefined;
    return openListRecords({ database, owner: now, clock, place, written });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clear() {
      memory.clear();
      for (const listener of listeners) listener();
    },
    open<Kind extends keyof CachedRows>(kind: Kind, name: string): ListCache<CachedRows[Kind]> {
      type Row = CachedRows[Kind];
      const place = `${kind}:${name}`;

      function remember(cached: CachedList<Row>): void {
        const login = loginId();
        if (login) memory.set(place, { loginId: login, cached });
        for (const listener of listeners) listener();
      }
      function peek(): CachedList<Row> | undefined {
        const known = memory.get(place);
        if (!known || known.loginId !== loginId()) return undefined;
        // Each key is written with rows of one kind only.
        const { snapshot, ...cached } = known.cached as CachedList<Row>;
        // A snapshot from later than now counts as none, as in the database.
        return snapshot && snapshot.savedAt <= clock.now() ? { ...cached, snapshot } : cached;
      }

      return {
        peek,
        async read() {
          const records = recordsOf(place);
          // While the account is unknown, an empty result would not describe the database.
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
