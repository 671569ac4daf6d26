import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js';
import type { Playlist, PlaylistDetails, PlaylistItem } from '../../library/types.ts';
import { type Collection, createCollection } from '../../lists/collection.ts';
import { ensureAccount } from '../../lists/ensure-account.ts';
import { useLibraryChanges } from '../../services/library-changes.ts';
import { useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { makeSpotifyClient } from '../../spotify/client.ts';
import { isSpotifyError, SpotifyError } from '../../spotify/errors.ts';
import { likedSongsVersion } from '../../spotify/liked-songs.ts';
import type { Snapshot } from '../../storage/list-cache.ts';

/** Opens a playlist with its tracks, as far as Spotify returns the tracks to this app. */
export function createPlaylist(id: string) {
  const { clock, session } = useServices();
  const { connection, caches } = useSpotify();
  const client = makeSpotifyClient(connection);
  const record = useSessionRecord();
  const cache = caches.open('details', id);
  // Details from the cached list of playlists, where there is one.
  const list = caches.open('playlist', 'all').peek()?.snapshot?.rows;
  const listed = list?.find((playlist) => playlist.id === id);
  const [details, setDetails] = createSignal<Playlist | PlaylistDetails | undefined>(listed);
  const [isOpen, setOpen] = createSignal(listed !== undefined);
  const [isWithheld, setWithheld] = createSignal(false);
  let fetched: Snapshot<PlaylistDetails> | undefined;
  const left = new AbortController();
  onCleanup(() => left.abort());

  /** Whether Spotify returns the tracks to the logged-in person, even if a response omits them. */
  function isMine({ ownerId, visibility }: Playlist): boolean {
    return visibility === 'collaborative' || ownerId === record()?.account?.userId;
  }

  function keep(next: PlaylistDetails): void {
    setDetails(next);
    fetched = { rows: [next], savedAt: clock.now(), version: next.snapshotId };
    cache.write(fetched);
  }

  // Cache the rows that arrived before the account was known.
  createEffect(() => {
    if (record()?.account && fetched) cache.write(fetched);
  });

  const tracks = createCollection<PlaylistItem>({
    clock,
    pages: client.playlistItems(id),
    keyOf: (item) => item.position,
    cache: caches.open('item', id),
    check: async (signal) => {
      const next = await client.playlist(id, signal);
      keep(next);
      if (!next.givesItems && !isMine(next)) throw new SpotifyError('forbidden');
      return { version: next.snapshotId, total: next.tracksTotal };
    },
  });

  // Spotify's version of a playlist lags behind its rows.
  useLibraryChanges().follow(`playlist ${id}`, tracks.refresh);

  createEffect(() => {
    if (tracks.phase() !== 'failed' || !isSpotifyError(tracks.error(), 'forbidden')) return;
    setWithheld(true);
    const known = untrack(details);
    if (known) remember({ ...known, givesItems: false });
  });

  /**
   * Caches that Spotify withholds the tracks, to avoid useless requests; requests the account first if it is unknown.
   */
  function remember(withheld: PlaylistDetails): void {
    keep(withheld);
    ensureAccount(session, connection, left.signal).catch(() => undefined);
  }

  async function open(): Promise<void> {
    const { snapshot } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
    const [known] = snapshot?.rows ?? [];
    if (known) setDetails(known);
    setOpen(true);
    if (known?.givesItems === false) setWithheld(true);
    else await tracks.open();
  }
  void open();

  return {
    /** Whether the cached data is complete, so that the page is drawn once. */
    isOpen,
    details,
    tracks,
    isWithheld: createMemo(isWithheld),
    /** Whether the playlist is known to belong to another user. */
    isForeign(): boolean {
      const known = details();
      return known !== undefined && record()?.account != null && !isMine(known);
    },
    askAgain(): void {
      setWithheld(false);
      void tracks.refresh();
    },
  };
}

/** Opens the liked songs, and reads them again if they have changed since they were cached. */
export function createLikedSongs(): Collection<PlaylistItem> {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const client = makeSpotifyClient(connection);
  const songs = createCollection<PlaylistItem>({
    clock,
    pages: client.likedSongs,
    // A song is liked at most once; a song that appears twice has moved while the list was read.
    keyOf: ({ uri, position }) => uri ?? position,
    cache: caches.open('item', 'liked'),
    check: async (signal) => {
      const first = await client.firstLikedSongs(signal);
      return { version: likedSongsVersion(first), pages: [first] };
    },
  });
  // The first page tells what has changed.
  useLibraryChanges().follow('liked', songs.load);
  void songs.open();
  return songs;
}
