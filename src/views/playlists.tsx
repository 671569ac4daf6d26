import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  Show,
  untrack,
} from 'solid-js';
import { PLAYLIST_COLUMNS } from '../library/playlist-columns.ts';
import type { Playlist } from '../library/types.ts';
import { playlistPages } from '../spotify/playlists.ts';
import { createCollection } from '../state/collection.ts';
import { lacksScope } from '../state/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../state/services.tsx';
import { useSpotify } from '../state/spotify.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { LibraryTable } from './library-table.tsx';
import { Notices } from './notices.tsx';
import { likedSongsCell, playlistCell } from './playlist-cells.tsx';
import { RequireLogin } from './require-login.tsx';
import { shownPlaylists } from './shown-number.ts';
import './playlists.css';

/** The page of all playlists, as a table. */
export default function Playlists(): JSX.Element {
  return (
    <RequireLogin>
      <PlaylistsPage />
    </RequireLogin>
  );
}

function PlaylistsPage(): JSX.Element {
  const login = useLogin();
  const mayRead = createMemo(() => !lacksScope(login(), 'playlist-read-private'));
  return (
    <div class="page wide">
      <PageHeading title="Playlists" />
      <Notices />
      <Show when={mayRead()}>
        <PlaylistTable />
      </Show>
    </div>
  );
}

function PlaylistTable(): JSX.Element {
  const { clock } = useServices();
  const { connection, snapshots } = useSpotify();
  const record = useSessionRecord();
  const playlists = createCollection<Playlist>({
    clock,
    pages: playlistPages(connection),
    keyOf: (playlist) => playlist.id,
    shelf: snapshots.shelf('playlist', 'all'),
  });
  // Before anything is drawn: the first page of the list takes longer than the drawing.
  void playlists.open();
  const likedTotal = createLikedTotal(
    () => playlists.phase() === 'complete' && record()?.account != null,
  );

  async function loadSearching() {
    const { playlistSearching } = await import('./playlist-searching.ts');
    return playlistSearching(playlists.rows(), () => record()?.account?.userId ?? null);
  }

  return (
    <LibraryTable
      label="Playlists"
      class="playlist-table"
      columns={PLAYLIST_COLUMNS}
      collection={playlists}
      counted={shownPlaylists}
      searchLabel="Search playlists"
      searchHint="Search name or owner"
      loadSearching={loadSearching}
      keyOf={(playlist) => playlist.id}
      cell={playlistCell}
      copied={(playlist) => playlist.id}
      pinned={(columnId) => likedSongsCell(columnId, likedTotal())}
      emptyText="You have no playlists yet. Make one in Spotify, then reload this page."
    />
  );
}

/**
 * Follows the number of liked songs: `null` while it is not known. It is asked for when the list is
 * complete and its owner known, so that it can be kept; neither its answer nor its failure touches
 * the list.
 */
function createLikedTotal(isDue: () => boolean): Accessor<number | null> {
  const { clock } = useServices();
  const { connection, snapshots } = useSpotify();
  const login = useLogin();
  const [total, setTotal] = createSignal<number | null>(null);
  const left = new AbortController();
  onCleanup(() => left.abort());

  createEffect(() => {
    if (!isDue() || lacksScope(untrack(login), 'user-library-read')) return;
    clock
      .sleep(0, left.signal)
      .then(() => import('./liked-total.ts'))
      .then(({ findLikedTotal }) =>
        findLikedTotal({ connection, snapshots, clock }, left.signal, setTotal),
      )
      // Without its number the row still leads to the songs, which tell of every failure themselves.
      .catch(() => undefined);
  });
  return total;
}
