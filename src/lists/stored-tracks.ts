import type { UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Playlist, PlaylistItem } from '../library/types.ts';
import type { Page } from '../spotify/paging.ts';
import { EXPORT_LIFE_MS } from '../storage/keys.ts';
import type { CachedList } from '../storage/list-cache.ts';
import {
  changeOwned,
  type OwnedPlace,
  type OwnedWork,
  type Owner,
  openListRecords,
  readLists,
} from '../storage/list-records.ts';
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

/** Number of lists that may wait to be written, each of which is held in memory. */
const MOST_WAITING = 4;

/** Opens a cache of tracks in the database, with memory as the fallback for failed writes. */
export function openTrackCache({ stored, clock, startedAt }: TrackCacheOptions): TrackCache {
  const memory = new Map<
    string,
    { readonly version: string | null; readonly known: KnownTracks }
  >();

  const written = new WeakSet<Page<unknown>>();
  const writing = new Set<Promise<void>>();

  const owned = stored && { ...stored, clock, life: EXPORT_LIFE_MS };
  const change = owned && groupChanges(owned);
  const placeOfRefusal = ({ id }: Playlist) => `refused:${id}`;
  const recordsAt = (place: string) =>
    owned && change && openListRecords({ ...owned, place, written, change });
  const trackRecords = ({ id }: Playlist) => recordsAt(placeOfTracks(id));
  const refusalRecords = (playlist: Playlist) => recordsAt(placeOfRefusal(playlist));

  /**
   * Whether a record matches the playlist's current version; a playlist without a version matches records of this
   * export only.
   */
  function isSame({ snapshotId }: Playlist, version: string | null, savedAt: number): boolean {
    return version === snapshotId && (version !== null || savedAt >= startedAt);
  }

  /** Gives the tracks of the current version among the records; `undefined` if there are none. */
  function tracksIn(
    playlist: Playlist,
    { snapshot, partial }: CachedList<PlaylistItem>,
  ): KnownTracks | undefined {
    if (snapshot && isSame(playlist, snapshot.version, snapshot.savedAt))
      return { items: snapshot.rows };
    if (partial && partial.version !== null && partial.version === playlist.snapshotId)
      return { pages: partial.pages };
    return undefined;
  }

  async function storedOf(playlists: readonly Playlist[]): Promise<readonly KnownTracks[]> {
    if (!owned) return playlists.map(() => ({}));
    const records = await readLists(
      owned,
      'item',
      playlists.map(({ id }) => placeOfTracks(id)),
      ({ version, savedAt }, at) => {
        const playlist = playlists[at];
        return playlist !== undefined && isSame(playlist, version, savedAt);
      },
    );
    const known = playlists.map((playlist, at) => tracksIn(playlist, records[at] ?? {}));
    const others = playlists.filter((_, at) => known[at] === undefined);
    if (others.length === 0) return known.map((tracks = {}) => tracks);
    const refusals = await readLists(owned, 'item', others.map(placeOfRefusal));
    const isRefused = new Set(
      others.filter((playlist, at) => {
        const refusal = refusals[at]?.snapshot;
        return refusal !== undefined && isSame(playlist, refusal.version, refusal.savedAt);
      }),
    );
    return playlists.map(
      (playlist, at): KnownTracks => known[at] ?? { isRefused: isRefused.has(playlist) },
    );
  }

  async function readAll(playlists: readonly Playlist[]): Promise<readonly KnownTracks[]> {
    const held = playlists.map((playlist) => {
      const kept = memory.get(playlist.id);
      return kept && kept.version === playlist.snapshotId ? kept.known : undefined;
    });
    const others = playlists.filter((_, at) => held[at] === undefined);
    const read = await storedOf(others).catch((): readonly KnownTracks[] => []);
    const found = new Map(others.map((playlist, at) => [playlist, read[at] ?? {}]));
    return playlists.map((playlist, at) => held[at] ?? found.get(playlist) ?? {});
  }

  function keep(
    playlist: Playlist,
    known: KnownTracks,
    write: () => Promise<void> | undefined,
  ): Promise<void> {
    const kept = hold(playlist, known, write).finally(() => writing.delete(kept));
    writing.add(kept);
    return kept;
  }

  /** Holds the tracks in memory until they are written. */
  async function hold(
    playlist: Playlist,
    known: KnownTracks,
    write: () => Promise<void> | undefined,
  ): Promise<void> {
    memory.set(playlist.id, { version: playlist.snapshotId, known });
    try {
      const end = write();
      await end;
      // More of the playlist may have arrived meanwhile.
      if (end && memory.get(playlist.id)?.known === known) memory.delete(playlist.id);
    } catch {
      // The copy in memory remains.
    }
  }

  return {
    async read(playlist) {
      const [known = {}] = await readAll([playlist]);
      return known;
    },
    readAll,
    async keep(playlist, items) {
      void keep(playlist, { items }, () =>
        trackRecords(playlist)?.write({
          rows: items,
          savedAt: clock.now(),
          version: playlist.snapshotId,
        }),
      );
      while (writing.size > MOST_WAITING) await Promise.race(writing);
    },
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
    async settle() {
      await Promise.all(writing);
    },
  };
}

/** A change that waits for its transaction. */
interface Waiting {
  readonly work: OwnedWork;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Most changes in one transaction, whose lists are copied without a break. */
const MOST_AT_ONCE = 8;

/**
 * Makes a `changeOwned` that runs the changes which arrive during a transaction together in the next one, in their
 * order (group commit): to end a transaction takes longer than to write a list.
 */
function groupChanges(place: OwnedPlace): (work: OwnedWork) => Promise<void> {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function runGroup(group: readonly Waiting[]): Promise<void> {
    try {
      await changeOwned(place, (store, header) => {
        for (const { work } of group) work(store, header);
      });
      for (const { resolve } of group) resolve();
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) return first?.reject(error);
      // One record that does not fit fails all of its transaction.
      for (const one of group) await runGroup([one]);
    }
  }

  async function runAll(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) await runGroup(waiting.splice(0, MOST_AT_ONCE));
    isRunning = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isRunning) void runAll();
    });
}
