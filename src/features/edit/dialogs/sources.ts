import { type Accessor, createResource, createSignal, onCleanup } from 'solid-js';
import type { Playlist, PlaylistItem } from '../../../library/types.ts';
import { type Failed, gatherTracks } from '../../../lists/gather-tracks.ts';
import { openTrackCache } from '../../../lists/stored-tracks.ts';
import { useServices, useSessionRecord } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import { settled } from '../../../ui/settled.ts';

/** A playlist with all its rows. */
export interface Source {
  readonly playlist: Playlist;
  readonly rows: readonly PlaylistItem[];
}

/** The playlists that new ones are made from, as far as they are read. */
export interface Sources {
  /** `undefined` while they are read, and where one of them could not be read at all. */
  readonly read: Accessor<readonly Source[] | undefined>;
  /** Playlists whose songs Spotify withholds, or which could not be read completely. */
  readonly missing: Accessor<readonly Playlist[]>;
  /** Number of playlists that have been read. */
  readonly done: Accessor<number>;
  readonly error: Accessor<unknown>;
  readonly retry: () => void;
}

/** Reads playlists completely: from the cache where it has their current version, else from Spotify. */
export function createSources(playlists: readonly Playlist[]): Sources {
  const { clock, database } = useServices();
  const { connection, owner, pace } = useSpotify();
  const record = useSessionRecord();
  const left = new AbortController();
  onCleanup(() => left.abort());
  const [done, setDone] = createSignal(0);
  const login = record();
  const now = owner();
  const stored = login?.isKept && database && now ? { database, owner: now } : undefined;
  const kept = openTrackCache({ stored, clock, startedAt: clock.now() });
  const source = { connection, kept, userId: login?.account?.userId, faulty: new Set<string>() };

  const [gathered, { refetch }] = createResource(async () => {
    const all = await gatherTracks(playlists, source, left.signal, (progress) =>
      setDone(progress.playlists),
    );
    const failed = new Set(all.failed.map(({ playlist }: Failed) => playlist.id));
    const read: Source[] = [];
    for (const playlist of all.playlists) {
      const { items } = failed.has(playlist.id) ? {} : await kept.read(playlist);
      if (items) read.push({ playlist, rows: items });
      else failed.add(playlist.id);
    }
    return { read, missing: all.playlists.filter(({ id }) => failed.has(id)) };
  });
  const known = () => settled(gathered);
  return {
    read: () => known()?.read,
    missing: () => known()?.missing ?? [],
    done,
    error: () => gathered.error,
    retry() {
      pace.lift();
      void refetch();
    },
  };
}
