import { type Accessor, createResource } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { useSessionRecord } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import { playlistPages } from '../../../spotify/playlists.ts';
import { settled } from '../../../ui/settled.ts';

/** The playlists that the person may change. */
export interface OwnPlaylists {
  /** `undefined` while they are read. */
  readonly rows: Accessor<readonly Playlist[] | undefined>;
  readonly error: Accessor<unknown>;
  readonly retry: () => void;
}

/** Reads the person's own playlists: those cached, else all of the list. */
export function createOwnPlaylists(): OwnPlaylists {
  const { caches, connection } = useSpotify();
  const record = useSessionRecord();
  const [rows, { refetch }] = createResource(async () => {
    const cache = caches.open('playlist', 'all');
    const { snapshot } = cache.peek() ?? (await cache.read());
    const all: Playlist[] = [];
    if (snapshot) all.push(...snapshot.rows);
    else
      for await (const page of playlistPages(connection)([], new AbortController().signal))
        all.push(...page.rows);
    const meId = record()?.account?.userId;
    return all.filter(({ ownerId }) => ownerId === meId);
  });
  return {
    rows: () => settled(rows),
    error: () => rows.error,
    retry: () => void refetch(),
  };
}
