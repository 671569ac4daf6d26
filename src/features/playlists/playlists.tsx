import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { createCollection } from '../../lists/collection.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { playlistPages } from '../../spotify/playlists.ts';
import { LibraryTable } from '../../table/list-table.tsx';
import { optional } from '../../ui/lazy-part.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { shownPlaylists } from '../../words/number.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { likedSongsCell, playlistCell } from './cells.tsx';
import type { PlaylistToolset } from './extras.tsx';
import './playlists.css';

/** What no list needs before it is full; without it the table can still be read. */
const PlaylistTools = optional(() => import('./extras.tsx'));

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
      <Notices>
        <Show when={mayRead()}>
          <PlaylistTable />
        </Show>
      </Notices>
    </div>
  );
}

function PlaylistTable(): JSX.Element {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const record = useSessionRecord();
  const playlists = createCollection<Playlist>({
    clock,
    pages: playlistPages(connection),
    keyOf: (playlist) => playlist.id,
    cache: caches.open('playlist', 'all'),
  });
  void playlists.open();
  // Drawing would hold up what was just asked of storage or of Spotify, so it comes after it.
  const [isAsked, setAsked] = createSignal(playlists.rows().length > 0);
  setTimeout(setAsked, 0, true);
  const [tools, setTools] = createSignal<PlaylistToolset>();

  const selected = () => tools()?.selectedRows() ?? [];

  async function loadSearching() {
    const { playlistSearching } = await import('./search.ts');
    return playlistSearching(playlists.rows(), () => record()?.account?.userId ?? null);
  }

  return (
    <Show when={isAsked()}>
      <LibraryTable
        label="Playlists"
        class="playlist-table"
        folds="40rem"
        columns={PLAYLIST_COLUMNS}
        collection={playlists}
        counted={shownPlaylists}
        searchLabel="Search playlists"
        searchHint="Search name or owner"
        loadSearching={loadSearching}
        keyOf={(playlist) => playlist.id}
        cell={(columnId, playlist) => playlistCell(columnId, playlist, tools)}
        copied={(playlist) => playlist.id}
        pinned={(columnId) => likedSongsCell(columnId, () => tools()?.likedTotal() ?? null)}
        emptyText="You have no playlists yet. Make one in Spotify, then reload this page."
        exported={(shown, columns, all) => ({ shown, columns, all, selected })}
        corner={tools()?.selectAll()}
        remark={tools()?.remark()}
        joined={(found, columns, sorted) => (
          <PlaylistTools
            playlists={playlists}
            found={found}
            columns={columns}
            sorted={sorted}
            onReady={setTools}
          />
        )}
      />
    </Show>
  );
}
