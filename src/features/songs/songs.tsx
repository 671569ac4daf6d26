import { useLocation } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  Match,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { formatTitle } from '../../library/item-columns.ts';
import { addressIn } from '../../library/query.ts';
import type { Song } from '../../library/song.ts';
import { SONG_COLUMNS } from '../../library/song-columns.ts';
import { useLibraryChanges } from '../../services/library-changes.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { type SongIndexJob, useSongIndex } from '../../services/song-index/song-index.ts';
import { type Action, workbenchActions } from '../../table/action.ts';
import { ListTable } from '../../table/list-table.tsx';
import { createSelection } from '../../table/selection.ts';
import { TableBoundary } from '../../table/table-boundary.tsx';
import type { TableChip } from '../../table/table-chips.tsx';
import { createTableView } from '../../table/table-view.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatSongs } from '../../words/number.ts';
import { listEdits, nameOfShown, releaseEdits, songEdits } from '../edit/commands.ts';
import { createEditOpener, type EditOpener } from '../edit/opener.tsx';
import {
  createExportOpener,
  exportAction,
  exportSelectionAction,
} from '../export/dialog/opener.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { songCells } from './cells.tsx';
import { chosenOf, songsNow } from './chosen.ts';
import { FirstReading, UnreadNotice } from './first-reading.tsx';
import { createPanelFocus, WherePanel } from './where-panel.tsx';
import './songs.css';

/** Loads the extras, which are drawn after the first rows. */
const loadExtras = () => import('./extras.tsx');
const MissingPlaylists = lazyPart(async () => ({ default: (await loadExtras()).MissingPlaylists }));

const CHIPS: readonly TableChip[] = [
  { id: 'liked', label: 'Liked', query: 'liked:yes', title: 'Your liked songs' },
  {
    id: 'none',
    label: 'In no playlist',
    query: 'in:none',
    title: 'Liked songs that no playlist of yours holds',
    group: 'in',
  },
  {
    id: 'several',
    label: 'In several',
    query: 'playlists:>1',
    title: 'Songs in more than one playlist',
    group: 'in',
  },
  {
    id: 'twice',
    label: 'Twice in one',
    query: 'twice:yes',
    title: 'Songs more than once in one playlist',
  },
  {
    id: 'unavailable',
    label: 'Unavailable',
    query: 'playable:no',
    title: 'Songs that Spotify has removed, or says you can’t play',
  },
  { id: 'local', label: 'Local', query: 'kind:local', title: 'Files of your own' },
];

/** The page of all songs of all own playlists and of the liked songs. */
export default function Songs(): JSX.Element {
  return (
    <RequireLogin>
      <SongsPage />
    </RequireLogin>
  );
}

function SongsPage(): JSX.Element {
  const login = useLogin();
  const index = useSongIndex();
  index.watch();
  void index.collection.open();
  const edits = createEditOpener();
  const [chosen, choose] = createSignal<string>();
  const changes = useLibraryChanges();
  const songs = createMemo(() => songsNow(index, changes));
  const mayRead = () =>
    !lacksScope(login(), 'playlist-read-private') && !lacksScope(login(), 'user-library-read');
  const location = useLocation();
  /** Whether the address asks for one song. */
  const isOfOne = () => addressIn(new URLSearchParams(location.search).get('q') ?? '') !== null;
  const song = createMemo(() => {
    const key = chosen();
    return key === undefined ? undefined : songs().find((each) => each.key === key);
  });
  const focus = createPanelFocus(song, choose);
  return (
    <div class="page page-table" classList={{ 'songs-page-open': song() !== undefined }}>
      <PageHeading title="Songs" />
      <Notices>
        <Show when={mayRead()}>
          <TableBoundary>
            <Switch
              fallback={
                <SongTable
                  index={index}
                  songs={songs}
                  choose={choose}
                  open={focus.open}
                  edits={edits}
                />
              }
            >
              <Match when={index.state() === 'idle' && index.songs().length === 0}>
                <FirstReading
                  index={index}
                  question={isOfOne() ? 'Where is this song?' : 'Which playlists hold a song?'}
                />
              </Match>
            </Switch>
          </TableBoundary>
        </Show>
      </Notices>
      <Show when={song()}>
        {(shown) => (
          <WherePanel ref={focus.ref} song={shown()} edits={edits} onClose={focus.close} />
        )}
      </Show>
      {edits.dialog()}
    </div>
  );
}

function SongTable(props: {
  readonly index: SongIndexJob;
  readonly songs: () => readonly Song[];
  /** Shows where a song is beside the table; `open` moves the focus there. */
  readonly choose: (key: string) => void;
  readonly open: (key: string) => void;
  readonly edits: EditOpener;
}): JSX.Element {
  const { index, edits } = props;
  const collection = { ...index.collection, rows: props.songs };
  const left = new AbortController();
  onCleanup(() => left.abort());
  const view = createTableView<Song>({
    label: 'Songs',
    columns: SONG_COLUMNS,
    collection,
    density: 'roomy',
    async loadSearching() {
      const { songSearching, foldTexts } = await loadExtras();
      await foldTexts(collection.rows(), left.signal);
      return songSearching();
    },
  });
  // Songs that are read after the search has loaded are folded once all are there.
  createEffect(() => {
    if (!view.isSettled() || collection.savedAt() === undefined) return;
    const songs = collection.rows();
    const newer = new AbortController();
    onCleanup(() => newer.abort());
    loadExtras()
      .then(({ foldTexts }) => foldTexts(songs, newer.signal))
      // The search folds what it needs.
      .catch(() => undefined);
  });
  const keyOf = ({ key }: Song) => key;
  const selection = createSelection(collection.rows, view.found, { keyOf, nameOf: formatTitle });
  // An address finds one song, which whoever came with it wants to see.
  createMemo(() => {
    const [only, ...others] = view.found();
    if (view.isNarrowed() && addressIn(view.query()) !== null && only && others.length === 0)
      props.choose(only.key);
  });
  const numbered = (songs: readonly Song[]) =>
    songs.map((song, at) => ({ ...song, position: at + 1 }));
  const opener = createExportOpener(() => ({
    list: () => ({ name: 'Songs', playlist: null, items: numbered(view.found()) }),
    selected: () => numbered(view.sorted().filter(({ key }) => selection.selected().has(key))),
  }));
  return (
    <>
      <ListTable
        view={view}
        class="song-table"
        stackBelow="44.99rem"
        formatCount={formatSongs}
        searchLabel="Search songs"
        searchHint="Search title, artist or album"
        chips={CHIPS}
        keyOf={keyOf}
        cells={songCells((song) => props.open(song.key))}
        rowLabel={formatTitle}
        rowCommands={(song) => [
          ...songCommands(song, () => props.open(song.key)),
          ...songEdits(edits, () => [chosenOf(song)], song.isLiked),
          ...releaseEdits(edits, song),
        ]}
        rowTools={(song) => (
          <Show when={song.spotifyUrl}>
            {(url) => <SpotifyLink href={url()} name={formatTitle(song)} />}
          </Show>
        )}
        copyText={({ uri }) => uri ?? ''}
        copyLabel="URI"
        emptyText="No songs yet. Add some to a playlist in Spotify, then refresh."
        nothingFoundText={(query) => `No song matches "${query}".`}
        actions={[exportAction(opener, () => collection.rows().length > 0)]}
        moreActions={listEdits(edits, () =>
          collection.savedAt() === undefined
            ? undefined
            : { name: nameOfShown('Songs', view.query()), songs: view.found() },
        )}
        selection={selection}
        selectionActions={[
          exportSelectionAction(opener),
          ...songEdits(edits, () =>
            view
              .sorted()
              .filter(({ key }) => selection.selected().has(key))
              .map(chosenOf),
          ),
        ]}
      >
        <UnreadNotice index={index} />
      </ListTable>
      {opener.dialog()}
      <Show when={view.isSettled()}>
        <MissingPlaylists withheld={index.withheld()} failed={index.failed()} />
      </Show>
    </>
  );
}

/** Gives the menu of a song. */
function songCommands(song: Song, choose: () => void): readonly Action[] {
  const copy = (text: string) => void navigator.clipboard.writeText(text);
  const { spotifyUrl, uri, isrc } = song;
  return [
    { id: 'where', label: 'Where is it?', icon: 'search', run: choose },
    ...(spotifyUrl === null
      ? []
      : ([
          {
            id: 'open-in-spotify',
            label: 'Open in Spotify',
            icon: 'external-link',
            href: spotifyUrl,
          },
          { id: 'copy-link', label: 'Copy link', icon: 'link', run: () => copy(spotifyUrl) },
        ] as const)),
    ...(uri === null
      ? []
      : ([
          { id: 'copy-uri', label: 'Copy URI', icon: 'code', keys: 'c', run: () => copy(uri) },
        ] as const)),
    ...(isrc === null
      ? []
      : ([{ id: 'copy-isrc', label: 'Copy ISRC', icon: 'hash', run: () => copy(isrc) }] as const)),
    ...workbenchActions(uri),
  ];
}
