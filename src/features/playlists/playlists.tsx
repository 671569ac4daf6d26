import { createMemo, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { formatName, PLAYLIST_COLUMNS } from '../../library/playlist-columns.ts';
import { isOwn } from '../../library/playlist-visibility.ts';
import type { Playlist } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { createCollection } from '../../lists/collection.ts';
import { useLibraryChanges } from '../../services/library-changes.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { spotifyOf, useSpotify } from '../../services/spotify.ts';
import { getPlaylistsPage, playlistPages } from '../../spotify/playlists.ts';
import { ListTable } from '../../table/list-table.tsx';
import { createSelection } from '../../table/selection.ts';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { createTableView } from '../../table/table-view.ts';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { createCopy } from '../../ui/controls/copy.ts';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatNumber, formatPlaylists, formatSongs } from '../../words/number.ts';
import { newPlaylistAction, playlistEdits, selectedPlaylistEdits } from '../edit/commands.ts';
import { createEditOpener } from '../edit/opener.tsx';
import {
  createExportOpener,
  exportAction,
  exportSelectionAction,
} from '../export/dialog/opener.tsx';
import type { PlaylistsSource } from '../export/dialog/source.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { playlistCells } from './cells.tsx';
import { CHIPS } from './chips.ts';
import { createPlaylistFacts, type FactsOf, playlistColumns } from './columns.ts';
import { rowCommands } from './row-commands.ts';
import './playlists.css';

/** Loads the extras, which are drawn after the list is complete; if they fail to load, the table works without them. */
const loadExtras = () => import('./extras.tsx');
const MissingFromSpotify = lazyPart(async () => ({
  default: (await loadExtras()).MissingFromSpotify,
}));

/**
 * Requests the first page of playlists before the page is drawn, which takes about as long as the response; the page
 * joins the pending request.
 */
export function askAhead(services: Parameters<typeof spotifyOf>[0]): void {
  if (lacksScope(services.session.state(), 'playlist-read-private')) return;
  const { connection } = spotifyOf(services);
  getPlaylistsPage(connection, 0, new AbortController().signal).catch(() => undefined);
}

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
    <div class="page page-table">
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
  const changes = useLibraryChanges();
  const collection = createCollection<Playlist>({
    clock,
    pages: playlistPages(connection),
    keyOf: (playlist) => playlist.id,
    cache: caches.open('playlist', 'all'),
  });
  const playlists = {
    ...collection,
    rows: createMemo(() => changes.patched(collection.rows())),
  };
  changes.follow('playlists', playlists.refresh);
  // Asked for first, so that its columns are there when the rows are drawn.
  const facts = createPlaylistFacts();
  void playlists.open();
  return <PlaylistRows playlists={playlists} facts={facts} />;
}

function PlaylistRows(props: {
  readonly playlists: Collection<Playlist>;
  readonly facts: FactsOf;
}): JSX.Element {
  const { playlists, facts } = props;
  const record = useSessionRecord();
  const meId = createMemo(() => record()?.account?.userId ?? null);
  const keyOf = ({ id }: Playlist) => id;
  const view = createTableView({
    label: 'Playlists',
    columns: playlistColumns(meId, facts),
    collection: playlists,
    async loadSearching() {
      const { playlistSearching } = await loadExtras();
      return playlistSearching(playlists.rows(), meId);
    },
  });
  const selection = createSelection(playlists.rows, view.found, { keyOf, nameOf: formatName });

  const source: PlaylistsSource = {
    shown: view.found,
    // A file is read by programs, which need the ID that the table does not show.
    columns: () => PLAYLIST_COLUMNS.filter(({ id }) => id === 'id' || view.choice.isShown(id)),
    all: view.sorted,
    selected: () => view.sorted().filter((playlist) => selection.selected().has(keyOf(playlist))),
  };
  const copy = createCopy();
  const opener = createExportOpener(() => source);
  const edits = createEditOpener();

  const yours = createMemo(() => {
    const id = meId();
    if (id === null || !view.isReady()) return undefined;
    return `${formatNumber(playlists.rows().filter((row) => isOwn(row, id)).length)} yours`;
  });

  return (
    <>
      <ListTable
        view={view}
        class="playlist-table"
        stackBelow="44.99rem"
        formatCount={formatPlaylists}
        facts={yours()}
        searchLabel="Search playlists"
        searchHint="Search name or owner"
        chips={CHIPS}
        keyOf={keyOf}
        cells={playlistCells(meId, facts)}
        rowLabel={formatName}
        rowCommands={(playlist) => [
          ...rowCommands(playlist, opener, copy),
          ...playlistEdits(edits, playlist, meId()),
        ]}
        rowTools={(playlist) => (
          <>
            <SpotifyLink href={playlist.spotifyUrl} name={formatName(playlist)} />
            <button
              type="button"
              class="row-tool"
              aria-label={`Export ${formatName(playlist)}`}
              title="Export"
              onClick={() => void opener.exportOf(playlist)}
            >
              <Icon name="download" />
            </button>
          </>
        )}
        copyText={keyOf}
        emptyText="No playlists yet. Make one in Spotify, then refresh."
        nothingFoundText={(query) => `No playlist matches "${query}".`}
        elsewhere={(query) => (
          <ButtonLink
            label="Search all songs"
            href={`${BASE_PATH}songs?q=${encodeURIComponent(query)}`}
          />
        )}
        actions={[
          exportAction(opener, () => playlists.savedAt() !== undefined),
          newPlaylistAction(edits),
        ]}
        selection={selection}
        selectionActions={[
          exportSelectionAction(opener),
          ...selectedPlaylistEdits(edits, () => source.selected?.() ?? []),
        ]}
        summary={summaryOf}
      />
      {opener.dialog()}
      {edits.dialog()}
      <Show when={view.isSettled()}>
        <MissingFromSpotify />
      </Show>
    </>
  );
}

/** Formats the number of songs in some playlists; those of unknown size are left out. */
function summaryOf(playlists: readonly Playlist[]): string | undefined {
  const known = playlists.filter(({ tracksTotal }) => tracksTotal !== null);
  if (known.length === 0) return undefined;
  return formatSongs(known.reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0));
}
