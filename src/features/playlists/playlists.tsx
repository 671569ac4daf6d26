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
import { formatName, PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { createCollection } from '../../lists/collection.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { playlistPages } from '../../spotify/playlists.ts';
import { ListTable } from '../../table/list-table.tsx';
import { createSelection } from '../../table/selection.ts';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { createTableView } from '../../table/table-view.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { formatPlaylists } from '../../words/number.ts';
import {
  createExportOpener,
  exportAction,
  exportSelectionAction,
} from '../export/dialog/opener.tsx';
import type { PlaylistsSource } from '../export/dialog/source.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { likedSongsCell, playlistCells } from './cells.tsx';
import './playlists.css';

/** Loads the extras, which are drawn after the list is complete; if they fail to load, the table works without them. */
const loadExtras = () => import('./extras.tsx');
const MissingFromSpotify = lazyPart(async () => ({
  default: (await loadExtras()).MissingFromSpotify,
}));

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
          <TableBoundary>
            <PlaylistTable />
          </TableBoundary>
        </Show>
      </Notices>
    </div>
  );
}

function PlaylistTable(): JSX.Element {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const playlists = createCollection<Playlist>({
    clock,
    pages: playlistPages(connection),
    keyOf: (playlist) => playlist.id,
    cache: caches.open('playlist', 'all'),
  });
  void playlists.open();
  // Drawing would delay the storage and network requests that were just begun, so the table is drawn after them.
  const [isAsked, setAsked] = createSignal(playlists.rows().length > 0);
  setTimeout(setAsked, 0, true);
  return (
    <Show when={isAsked()}>
      <PlaylistRows playlists={playlists} />
    </Show>
  );
}

function PlaylistRows(props: { readonly playlists: Collection<Playlist> }): JSX.Element {
  const { playlists } = props;
  const record = useSessionRecord();
  const keyOf = ({ id }: Playlist) => id;
  const view = createTableView({
    label: 'Playlists',
    columns: PLAYLIST_COLUMNS,
    collection: playlists,
    async loadSearching() {
      const { playlistSearching } = await loadExtras();
      return playlistSearching(playlists.rows(), () => record()?.account?.userId ?? null);
    },
  });
  const selection = createSelection(playlists.rows, view.found, { keyOf, nameOf: formatName });
  const likedTotal = createLikedTotal(() => view.isSettled() && playlists.phase() === 'complete');
  const largest = createMemo(() =>
    view.isSettled()
      ? view.found().reduce((most, { tracksTotal }) => Math.max(most, tracksTotal ?? 0), 1)
      : undefined,
  );

  const source: PlaylistsSource = {
    shown: view.found,
    columns: view.choice.shown,
    all: view.sorted,
    selected: () => view.sorted().filter((playlist) => selection.selected().has(keyOf(playlist))),
  };
  const opener = createExportOpener(() => source);

  return (
    <>
      <ListTable
        view={view}
        class="playlist-table"
        stackBelow="40rem"
        formatCount={formatPlaylists}
        searchLabel="Search playlists"
        searchHint="Search name or owner"
        keyOf={keyOf}
        cells={playlistCells(largest)}
        copyText={keyOf}
        pinned={(columnId) => likedSongsCell(columnId, likedTotal)}
        emptyText="You have no playlists yet. Make one in Spotify, then reload this page."
        actions={[exportAction(opener, () => playlists.savedAt() !== undefined)]}
        selection={selection}
        selectionActions={[exportSelectionAction(opener)]}
      />
      {opener.dialog()}
      <Show when={view.isSettled()}>
        <MissingFromSpotify isOpen={view.found().length === 0} />
      </Show>
    </>
  );
}

/**
 * Follows the count of liked songs, `null` while unknown. The request waits until the list is complete and its account
 * known, so that the response can be cached; neither response nor failure affects the list.
 */
function createLikedTotal(isComplete: Accessor<boolean>): Accessor<number | null> {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const login = useLogin();
  const record = useSessionRecord();
  const [total, setTotal] = createSignal<number | null>(null);
  const left = new AbortController();
  onCleanup(() => left.abort());

  createEffect(() => {
    if (!isComplete() || record()?.account == null) return;
    if (lacksScope(untrack(login), 'user-library-read')) return;
    loadExtras()
      .then(({ findLikedTotal }) =>
        findLikedTotal({ connection, caches, clock }, left.signal, setTotal),
      )
      // Without the count the row still links to the songs, whose page reports every failure.
      .catch(() => undefined);
  });
  return total;
}
