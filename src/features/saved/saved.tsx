import { useLocation } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { songPathOf } from '../../library/item-columns.ts';
import {
  formatSavedName,
  SAVED_COLUMNS,
  type SavedItem,
  type SavedKind,
} from '../../library/saved.ts';
import { type Collection, createCollection } from '../../lists/collection.ts';
import { useLibraryChanges } from '../../services/library-changes.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { isSpotifyError } from '../../spotify/errors.ts';
import { savedPages } from '../../spotify/saved.ts';
import { type Action, workbenchActions } from '../../table/action.ts';
import { ListTable } from '../../table/list-table.tsx';
import { createSelection } from '../../table/selection.ts';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { createTableView } from '../../table/table-view.ts';
import { TabLinks } from '../../ui/controls/tab-links.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatNumber } from '../../words/number.ts';
import { savedEdits } from '../edit/commands.ts';
import { type ChosenEntry, createEditOpener } from '../edit/opener.tsx';
import { createExportOpener, exportAction } from '../export/dialog/opener.tsx';
import { AskForScopes } from '../login/ask-for-scopes.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { savedCells } from './cells.tsx';
import './saved.css';

/** The scope that Spotify's document names for saved episodes beside that of the library. */
const EPISODES_SCOPE = 'user-read-playback-position';

/** The words of one kind. */
interface Words {
  readonly plural: string;
  /** The fields that the search covers. */
  readonly hint: string;
  readonly emptyText: string;
}

const WORDS: Readonly<Record<SavedKind, Words>> = {
  album: {
    plural: 'Albums',
    hint: 'Search album or artist',
    emptyText: 'No saved albums yet. Tap + on an album in Spotify, then refresh.',
  },
  show: {
    plural: 'Shows',
    hint: 'Search show',
    emptyText: 'No saved shows yet. Follow a show in Spotify, then refresh.',
  },
  episode: {
    plural: 'Episodes',
    hint: 'Search episode or show',
    emptyText: 'No saved episodes yet. Tap + on an episode in Spotify, then refresh.',
  },
  audiobook: {
    plural: 'Audiobooks',
    hint: 'Search title, author or narrator',
    emptyText: 'No saved audiobooks yet. Tap + on an audiobook in Spotify, then refresh.',
  },
};

const KINDS: readonly SavedKind[] = ['album', 'show', 'episode', 'audiobook'];
const pathOf = (kind: SavedKind) => `saved/${kind}s`;

/** The pages of saved albums, shows, episodes and audiobooks. */
export default function Saved(): JSX.Element {
  const location = useLocation();
  const kind = createMemo(() => KINDS.find((each) => location.pathname.endsWith(pathOf(each))));
  return (
    <RequireLogin>
      <div class="page page-table saved-page">
        <PageHeading title="Saved" />
        <div class="saved-tabs">
          <TabLinks
            label="Kinds"
            tabs={KINDS.map((each) => ({ to: pathOf(each), label: WORDS[each].plural }))}
          />
        </div>
        <Notices>
          <Show when={kind()} keyed>
            {(shown) => (
              <TableBoundary>
                <SavedList kind={shown} />
              </TableBoundary>
            )}
          </Show>
        </Notices>
      </div>
    </RequireLogin>
  );
}

function SavedList(props: { readonly kind: SavedKind }): JSX.Element {
  const login = useLogin();
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const items = createCollection<SavedItem>({
    clock,
    pages: savedPages(connection, props.kind),
    keyOf: ({ id }) => id,
    cache: caches.open('saved', props.kind),
  });
  useLibraryChanges().follow(`saved ${props.kind}`, items.refresh);
  if (!lacksScope(login(), 'user-library-read')) void items.open();
  // A newer app may read episodes without the scope, so that only a refusal shows that it is missing.
  const isRefused = () =>
    props.kind === 'episode' &&
    items.phase() === 'failed' &&
    isSpotifyError(items.error(), 'insufficient-scope');
  return (
    <Show when={!lacksScope(login(), 'user-library-read')}>
      <Show
        when={!isRefused()}
        fallback={
          <AskForScopes
            needed={[EPISODES_SCOPE]}
            message={`Spotify shows saved episodes only to a login with the permission ${EPISODES_SCOPE}. Your other lists work without it.`}
          />
        }
      >
        <SavedTable kind={props.kind} items={items} />
      </Show>
    </Show>
  );
}

function SavedTable(props: {
  readonly kind: SavedKind;
  readonly items: Collection<SavedItem>;
}): JSX.Element {
  const { kind, items } = props;
  const { plural, hint, emptyText } = WORDS[kind];
  const noun = plural.toLowerCase();
  const formatCount = (count: number) =>
    `${formatNumber(count)} ${count === 1 ? noun.slice(0, -1) : noun}`;
  const view = createTableView<SavedItem>({
    label: plural,
    columns: SAVED_COLUMNS[kind],
    collection: items,
    // Late, because the first rows need no search.
    loadSearching: async () => (await import('./extras.ts')).savedSearching(kind),
  });
  const keyOf = ({ id }: SavedItem) => id;
  const selection = createSelection(items.rows, view.found, { keyOf, nameOf: formatSavedName });
  const edits = createEditOpener();
  const selected = () => view.sorted().filter((item) => selection.selected().has(keyOf(item)));
  const opener = createExportOpener(() => ({
    formatCount,
    table() {
      const columns = SAVED_COLUMNS[kind];
      const rows = view.found().map((row) => columns.map((column) => column.value(row)));
      return { name: `Saved ${noun}`, columns, rows };
    },
  }));
  return (
    <>
      <ListTable
        view={view}
        class="saved-table"
        stackBelow="44.99rem"
        formatCount={formatCount}
        searchLabel={`Search ${noun}`}
        searchHint={hint}
        keyOf={keyOf}
        cells={savedCells}
        rowLabel={formatSavedName}
        rowCommands={(item) => [
          ...whereCommands(item),
          ...savedCommands(item),
          ...savedEdits(edits, () => [entryOf(item)]),
        ]}
        rowTools={(item) => <SpotifyLink href={item.spotifyUrl} name={formatSavedName(item)} />}
        copyText={({ uri }) => uri ?? ''}
        copyLabel="URI"
        emptyText={emptyText}
        nothingFoundText={(query) => `No ${noun.slice(0, -1)} matches "${query}".`}
        actions={[exportAction(opener, () => items.savedAt() !== undefined)]}
        selection={selection}
        selectionActions={savedEdits(edits, () => selected().map(entryOf))}
      />
      {opener.dialog()}
      {edits.dialog()}
    </>
  );
}

/** What a change needs of a saved item, with its date and place for the record. */
function entryOf({ uri, name, people, show, kind, addedAt, position }: SavedItem): ChosenEntry {
  return {
    uri,
    title: name,
    artists: show === null ? people : [show],
    kind,
    saved: { at: addedAt, position },
  };
}

/** Gives the command that leads to all playlists with an episode. */
function whereCommands({ kind, uri }: SavedItem): readonly Action[] {
  if (kind !== 'episode' || uri === null) return [];
  const href = BASE_PATH + songPathOf(uri);
  return [{ id: 'where', label: 'Where is it?', icon: 'search', href }];
}

/** Gives the menu of a saved item. */
function savedCommands({ spotifyUrl, uri }: SavedItem): readonly Action[] {
  const copy = (text: string) => void navigator.clipboard.writeText(text);
  return [
    { id: 'open-in-spotify', label: 'Open in Spotify', icon: 'external-link', href: spotifyUrl },
    { id: 'copy-link', label: 'Copy link', icon: 'link', run: () => copy(spotifyUrl) },
    {
      id: 'copy-uri',
      label: 'Copy URI',
      icon: 'code',
      keys: 'c',
      run: () => copy(uri ?? ''),
      isAvailable: () => uri !== null,
    },
    ...workbenchActions(uri),
  ];
}
