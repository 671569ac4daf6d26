import type { PlaylistItem } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { createCollection } from '../../lists/collection.ts';
import { useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { makeSpotifyClient } from '../../spotify/client.ts';
import type { Page } from '../../spotify/paging.ts';

/** Opens the liked songs, as far as they have changed since they were kept. */
export function createLikedSongs(): Collection<PlaylistItem> {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const client = makeSpotifyClient(connection);
  const songs = createCollection<PlaylistItem>({
    clock,
    pages: client.likedSongs,
    keyOf: (song) => song.position,
    cache: caches.open('item', 'liked'),
    check: async (signal) => {
      const first = await client.firstLikedSongs(signal);
      return { version: versionOf(first), pages: [first] };
    },
  });
  void songs.open();
  return songs;
}

/** Liked songs have no version of their own; their number and the latest one tell most changes. */
function versionOf({ total, rows }: Page<PlaylistItem>): string {
  const [latest] = rows;
  return [total, latest?.addedAt, latest?.uri].join(' ');
}
