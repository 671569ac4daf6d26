import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Kept, Owner, Shelf } from './list-cache.ts';
import type { KeptRows } from './row-shapes.ts';
import { openRecords } from './snapshot-records.ts';

/** All that is kept of a person's music. */
export interface Snapshots {
  /** Gives the place of one list of rows of one kind. */
  shelf<Kind extends keyof KeptRows>(kind: Kind, name: string): Shelf<KeptRows[Kind]>;
  /** Removes what is too old, of another version or of somebody else. */
  sweep(): Promise<void>;
}

/** Where snapshots are kept, and for whom. */
export interface SnapshotDependencies {
  /** Nothing where this browser keeps nothing. */
  readonly database: UseStore | undefined;
  /** Nothing while it is not known whose login it is. */
  readonly owner: () => Owner | undefined;
  /** The login that this page has, whosoever it is. */
  readonly loginId: () => string | undefined;
  readonly clock: Clock;
}

/**
 * Keeps snapshots in the memory of this page and, where there is a database, in it; what
 * cannot be kept is fetched again next time.
 */
export function makeSnapshots({
  database,
  owner,
  loginId,
  clock,
}: SnapshotDependencies): Snapshots {
  const memory = new Map<string, { readonly loginId: string; readonly kept: Kept<unknown> }>();

  async function onDisk(place: string) {
    const now = owner();
    if (!database || !now) return undefined;
    return openRecords({ database, owner: now, clock, place });
  }

  return {
    shelf<Kind extends keyof KeptRows>(kind: Kind, name: string): Shelf<KeptRows[Kind]> {
      type Row = KeptRows[Kind];
      const place = `${kind}:${name}`;

      function remember(kept: Kept<Row>): void {
        const login = loginId();
        if (login) memory.set(place, { loginId: login, kept });
      }
      function peek(): Kept<Row> | undefined {
        const known = memory.get(place);
        // Only shelves of this kind write under its name.
        return known?.loginId === loginId() ? (known?.kept as Kept<Row>) : undefined;
      }

      return {
        peek,
        async read() {
          const records = await onDisk(place);
          // Until it is known whose login it is, nothing says that there is nothing.
          if (!records) return {};
          const kept = await records.read(kind);
          remember(kept);
          return kept;
        },
        keep(snapshot) {
          remember({ snapshot });
          onDisk(place)
            .then((records) => records?.write(snapshot))
            .catch(() => undefined);
        },
        keepPart(part) {
          remember({ ...peek(), part });
          onDisk(place)
            .then((records) => records?.writePart(part))
            .catch(() => undefined);
        },
      };
    },

    async sweep() {
      const records = await onDisk('');
      await records?.sweep();
    },
  };
}
