import type { UseStore } from 'idb-keyval';
import type { Clock } from '../../../clock.ts';
import type { Playlist } from '../../../library/types.ts';
import { EXPORT_LIFE_MS } from '../../../storage/keys.ts';
import type { Owner } from '../../../storage/list-cache.ts';
import { openRecords } from '../../../storage/snapshot-records.ts';
import type { KeptTracks, KnownTracks } from './track-cache.ts';
import { placeOfTracks } from './unfinished-export.ts';

/** Where tracks are kept, and for which export. */
export interface KeptTracksOptions {
  /** Nothing where this browser keeps nothing, or nobody knows whose the tracks are. */
  readonly stored: { readonly database: UseStore; readonly owner: Owner } | undefined;
  readonly clock: Clock;
  /** When the export began, in ms since the epoch. */
  readonly startedAt: number;
}

/** Keeps tracks in the database and, where that does not work, in memory as long as this is in use. */
export function openKeptTracks({ stored, clock, startedAt }: KeptTracksOptions): KeptTracks {
  const memory = new Map<string, { readonly mark: string | null; readonly known: KnownTracks }>();

  function recordsAt(place: string) {
    return stored && openRecords({ ...stored, clock, place, life: EXPORT_LIFE_MS });
  }
  const tracksOf = ({ id }: Playlist) => recordsAt(placeOfTracks(id));
  const refusalOf = ({ id }: Playlist) => recordsAt(`refused:${id}`);

  /** Whether something was kept of the playlist as it is now; one without a version only since the export began. */
  function isSame({ snapshotId }: Playlist, mark: string | null, savedAt: number): boolean {
    return mark === snapshotId && (mark !== null || savedAt >= startedAt);
  }

  async function storedOf(playlist: Playlist): Promise<KnownTracks> {
    const { snapshot, part } = (await tracksOf(playlist)?.read('item')) ?? {};
    if (snapshot && isSame(playlist, snapshot.mark, snapshot.savedAt))
      return { items: snapshot.rows };
    if (part && part.mark !== null && part.mark === playlist.snapshotId)
      return { pages: part.pages };
    const refusal = (await refusalOf(playlist)?.read('item'))?.snapshot;
    return { isRefused: refusal !== undefined && isSame(playlist, refusal.mark, refusal.savedAt) };
  }

  async function keep(
    playlist: Playlist,
    known: KnownTracks,
    write: () => Promise<void> | undefined,
  ): Promise<void> {
    memory.set(playlist.id, { mark: playlist.snapshotId, known });
    try {
      const writing = write();
      await writing;
      if (writing) memory.delete(playlist.id);
    } catch {
      // It stays in memory.
    }
  }

  return {
    async read(playlist) {
      const held = memory.get(playlist.id);
      if (held && held.mark === playlist.snapshotId) return held.known;
      return storedOf(playlist).catch((): KnownTracks => ({}));
    },
    keep: (playlist, items) =>
      keep(playlist, { items }, () =>
        tracksOf(playlist)?.write({ rows: items, savedAt: clock.now(), mark: playlist.snapshotId }),
      ),
    keepPages: (playlist, pages) =>
      keep(playlist, { pages }, () =>
        tracksOf(playlist)?.writePart({ pages, mark: playlist.snapshotId }),
      ),
    keepRefusal: (playlist) =>
      keep(playlist, { isRefused: true }, () =>
        refusalOf(playlist)?.write({ rows: [], savedAt: clock.now(), mark: playlist.snapshotId }),
      ),
  };
}
