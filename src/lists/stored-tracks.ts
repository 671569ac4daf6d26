import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Playlist } from '../library/types.ts';
import type { Page } from '../spotify/paging.ts';
import { EXPORT_LIFE_MS } from '../storage/keys.ts';
import { type Owner, openListRecords } from '../storage/list-records.ts';
import type { KnownTracks, TrackCache } from './track-cache.ts';

/** Storage key of a playlist's tracks, below the prefix of the library; shared with the page of the playlist. */
export function placeOfTracks(playlistId: string): string {
  return `item:${playlistId}`;
}

/** Storage of a track cache, and the export that it serves. */
export interface TrackCacheOptions {
  /** `undefined` where the login is not stored in this browser, or the account is unknown. */
  readonly stored: { readonly database: UseStore; readonly owner: Owner } | undefined;
  readonly clock: Clock;
  /** Start of the export, in ms since the epoch. */
  readonly startedAt: number;
}

/** Opens a cache of tracks in the database, with memory as the fallback for failed writes. */
export function openTrackCache({ stored, clock, startedAt }: TrackCacheOptions): TrackCache {
  const memory = new Map<
    string,
    { readonly version: string | null; readonly known: KnownTracks }
  >();

  const written = new WeakSet<Page<unknown>>();

  function recordsAt(place: string) {
    return stored && openListRecords({ ...stored, clock, place, written, life: EXPORT_LIFE_MS });
  }
  const trackRecords = ({ id }: Playlist) => recordsAt(placeOfTracks(id));
  const refusalRecords = ({ id }: Playlist) => recordsAt(`refused:${id}`);

  /**
   * Whether a record matches the playlist's current version; a playlist without a version matches records of this
   * export only.
   */
  function isSame({ snapshotId }: Playlist, version: string | null, savedAt: number): boolean {
    return version === snapshotId && (version !== null || savedAt >= startedAt);
  }

  async function storedOf(playlist: Playlist): Promise<KnownTracks> {
    const { snapshot, partial } = (await trackRecords(playlist)?.read('item')) ?? {};
    if (snapshot && isSame(playlist, snapshot.version, snapshot.savedAt))
      return { items: snapshot.rows };
    if (partial && partial.version !== null && partial.version === playlist.snapshotId)
      return { pages: partial.pages };
    const refusal = (await refusalRecords(playlist)?.read('item'))?.snapshot;
    return {
      isRefused: refusal !== undefined && isSame(playlist, refusal.version, refusal.savedAt),
    };
  }

  async function keep(
    playlist: Playlist,
    known: KnownTracks,
    write: () => Promise<void> | undefined,
  ): Promise<void> {
    memory.set(playlist.id, { version: playlist.snapshotId, known });
    try {
      const writing = write();
      await writing;
      if (writing) memory.delete(playlist.id);
    } catch {
      // The copy in memory remains.
    }
  }

  return {
    async read(playlist) {
      const held = memory.get(playlist.id);
      if (held && held.version === playlist.snapshotId) return held.known;
      return storedOf(playlist).catch((): KnownTracks => ({}));
    },
    keep: (playlist, items) =>
      keep(playlist, { items }, () =>
        trackRecords(playlist)?.write({
          rows: items,
          savedAt: clock.now(),
          version: playlist.snapshotId,
        }),
      ),
    keepFlawed(playlist, items) {
      memory.set(playlist.id, { version: playlist.snapshotId, known: { items, isFlawed: true } });
    },
    keepPages: (playlist, pages) =>
      keep(playlist, { pages }, () =>
        trackRecords(playlist)?.writePartial({ pages, version: playlist.snapshotId }),
      ),
    keepRefusal: (playlist) =>
      keep(playlist, { isRefused: true }, () =>
        refusalRecords(playlist)?.write({
          rows: [],
          savedAt: clock.now(),
          version: playlist.snapshotId,
        }),
      ),
  };
}
