import { promisifyRequest } from 'idb-keyval';
import type { Playlist } from '../../../library/types.ts';
import { KEYS } from '../../../storage/keys.ts';
import { changeOwned, isOwned, type OwnedPlace } from '../../../storage/list-records.ts';
import { isString, orNull } from '../../../storage/shape.ts';

/** The last backup: its time, and the versions of the playlists in it. */
export interface LastBackup {
  /** In ms since the epoch. */
  readonly savedAt: number;
  /** Playlist ids and their `snapshot_id`. */
  readonly versions: ReadonlyMap<string, string | null>;
}

const isVersion = orNull(isString);

/** Reads the last backup of this account; `undefined` if there is none. */
export async function readLastBackup(place: OwnedPlace): Promise<LastBackup | undefined> {
  const { database, owner, clock } = place;
  const stored: unknown = await database('readonly', (store) =>
    promisifyRequest<unknown>(store.get(KEYS.lastBackup)),
  );
  if (!isOwned(stored, owner, clock.now())) return undefined;
  const { versions }: { readonly versions?: unknown } = Object(stored);
  const known = Object.entries(Object(versions)).flatMap(([id, version]) =>
    isVersion(version) ? [[id, version] as const] : [],
  );
  return { savedAt: stored.savedAt, versions: new Map(known) };
}

/** Stores the time and the versions of a backup until the log-out. */
export function writeLastBackup(place: OwnedPlace, { savedAt, versions }: LastBackup) {
  return changeOwned(place, (store, { expiresAt: _, ...header }) => {
    store.put({ ...header, savedAt, versions: Object.fromEntries(versions) }, KEYS.lastBackup);
  });
}

/** Counts the playlists that a backup lacks, or that have changed since; where Spotify sends no version, none has. */
export function changedSince({ versions }: LastBackup, playlists: readonly Playlist[]): number {
  return playlists.filter(({ id, snapshotId }) => {
    const before = versions.get(id);
    return (
      before === undefined || (before !== null && snapshotId !== null && before !== snapshotId)
    );
  }).length;
}
