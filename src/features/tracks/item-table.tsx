import { ErrorBoundary, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import type { Column } from '../../library/columns.ts';
import { formatTotalDuration } from '../../library/duration.ts';
import { formatTitle, songPathOf } from '../../library/item-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { type Action, workbenchActions } from '../../table/action.ts';
import { ListTable } from '../../table/list-table.tsx';
import { createSelection, type Selection } from '../../table/selection.ts';
import type { TableChip } from '../../table/table-chips.tsx';
import { TableHead } from '../../table/table-head.tsx';
import { createTableView, type TableView } from '../../table/table-view.ts';
import { HistogramFrame } from '../../ui/histogram-frame.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatSongs } from '../../words/number.ts';
import { listEdits, nameOfShown, releaseEdits, songEdits } from '../edit/commands.ts';
import { createEditOpener, type EditOpener } from '../edit/opener.tsx';
import { createExportOpener, exportAction } from '../export/dialog/opener.tsx';
import type { TracksSource } from '../export/dialog/source.ts';
import { ITEM_CELLS } from './cells.tsx';
import { createCopyCommands } from './copy-commands.ts';
import './item-table.css';

/** Loads the extras, which are drawn after the list is complete; the table works without them. */
const loadExtras = () => import('./extras.tsx');
const LateHistogram = lazyPart(async () => ({ default: (await loadExtras()).AddedHistogram }));

const keyOf = (item: PlaylistItem) => String(item.position);

const CHIPS: readonly TableChip[] = [
  { id: 'explicit', label: 'Explicit', query: 'explicit:yes' },
  { id: 'local', label: 'Local', query: 'kind:local', title: 'Files of your own computer' },
  {
    id: 'unavailable',
    label: 'Unavailable',
    query: 'playable:no',
    title: 'Removed by Spotify, or not offered to you',
  },
  { id: 'twice', label: 'Twice', query: 'twice:yes', title: 'More than once in this list' },
];

/** The table of one list of songs: its state, selection and actions, which its page and its title line share. */
export interface ItemView {
  readonly table: TableView<PlaylistItem>;
  readonly selection: Selection<PlaylistItem>;
  readonly actions: readonly Action[];
  readonly selectionActions: readonly Action[];
  /** Further actions on the whole list, or on the part of it that a search shows. */
  readonly moreActions: readonly Action[];
  /** Gives the changes that the menu of a row offers. */
  readonly rowEdits: (item: PlaylistItem) => readonly Action[];
  readonly edits: EditOpener;
  /** Renders the dialogs of the actions; placed anywhere in the page. */
  readonly dialogs: () => JSX.Element;
}

/** Makes the state of the table of one list. */
export function createItemView(options: {
  /** Accessible name, also the key of the column settings. */
  readonly label: string;
  readonly columns: readonly Column<PlaylistItem>[];
  readonly items: Collection<PlaylistItem>;
  readonly exportList: TracksSource['list'];
  /** Whether the rows are the liked songs, whose dates and places an unlike records. */
  readonly isLiked?: boolean;
  /** Actions on the whole list beside "Export". */
  readonly actions?: readonly Action[];
}): ItemView {
  const { label, columns, items } = options;
  const table = createTableView({
    label,
    columns,
    collection: items,
    density: 'roomy',
    loadSearching: async () => (await loadExtras()).ITEM_SEARCHING,
  });
  const selection = createSelection(items.rows, table.found, { keyOf, nameOf: formatTitle });
  const source: TracksSource = {
    list: options.exportList,
    selected: () => table.sorted().filter((item) => selection.selected().has(keyOf(item))),
  };
  const edits = createEditOpener();
  const chosenOf = (item: PlaylistItem) =>
    options.isLiked ? { ...item, saved: { at: item.addedAt, position: item.position } } : item;
  const whole = createExportOpener(() => source);
  const ofSelection = createExportOpener(() => ({ ...source, isOfSelection: true }));
  return {
    table,
    selection,
    actions: [exportAction(whole, () => items.savedAt() !== undefined), ...(options.actions ?? [])],
    selectionActions: [
      exportAction(ofSelection, () => true),
      ...songEdits(edits, () => source.selected?.().map(chosenOf) ?? [], options.isLiked),
    ],
    rowEdits: (item) => [
      ...songEdits(edits, () => [chosenOf(item)], options.isLiked),
      ...releaseEdits(edits, item),
    ],
    moreActions: listEdits(edits, () =>
      items.savedAt() === undefined
        ? undefined
        : {
            name: nameOfShown(options.exportList().name, table.query()),
            songs: table.found(),
          },
    ),
    edits,
    dialogs: () => (
      <>
        {whole.dialog()}
        {ofSelection.dialog()}
        {edits.dialog()}
      </>
    ),
  };
}

/**
 * The title line of a list of songs: how many, how long, how old, and the actions; the further ones where the page has
 * no menu of its own for them.
 */
export function ItemHead(props: {
  readonly view: ItemView;
  readonly moreActions?: readonly Action[];
}): JSX.Element {
  const { table, selection, actions } = props.view;
  const { rows, savedAt } = table.collection;
  return (
    <TableHead
      view={table}
      formatCount={formatSongs}
      facts={savedAt() === undefined ? undefined : totalDuration(rows())}
      actions={actions}
      {...(props.moreActions && { moreActions: props.moreActions })}
      selection={selection}
    />
  );
}

/** The table of one list of songs, below the histogram of the days on which they were added. */
export function ItemTable(props: {
  readonly view: ItemView;
  readonly searchLabel: string;
  readonly emptyText: string;
}): JSX.Element {
  const { table, selection, actions, selectionActions, rowEdits } = props.view;
  const { rows, savedAt } = table.collection;
  const copyCommands = createCopyCommands();
  return (
    <>
      <Show when={savedAt() === undefined || rows().length > 0}>
        <HistogramFrame label="Added">
          <Show when={savedAt() !== undefined}>
            <ErrorBoundary fallback={undefined}>
              <LateHistogram view={table} />
            </ErrorBoundary>
          </Show>
        </HistogramFrame>
      </Show>
      <ListTable
        view={table}
        class="item-table"
        stackBelow="35rem"
        hasOwnHead
        formatCount={formatSongs}
        searchLabel={props.searchLabel}
        searchHint="Search title, artist or album"
        chips={CHIPS}
        keyOf={keyOf}
        cells={ITEM_CELLS}
        rowLabel={formatTitle}
        rowCommands={(item) => [
          ...whereCommands(item),
          ...copyCommands(item),
          ...rowEdits(item),
          ...workbenchActions(item.uri),
        ]}
        rowTools={(item) => (
          <Show when={item.spotifyUrl}>
            {(url) => <SpotifyLink href={url()} name={formatTitle(item)} />}
          </Show>
        )}
        copyText={(item) => item.uri ?? ''}
        copyLabel="URI"
        emptyText={props.emptyText}
        nothingFoundText={(query) => `No song matches “${query}”.`}
        actions={actions}
        moreActions={props.view.moreActions}
        selection={selection}
        selectionActions={selectionActions}
        summary={totalDuration}
      />
      {props.view.dialogs()}
    </>
  );
}

/** Formats the length of some songs together; `undefined` where no length is known. */
function totalDuration(items: readonly PlaylistItem[]): string | undefined {
  const ms = items.reduce((sum, { durationMs }) => sum + (durationMs ?? 0), 0);
  return ms > 0 ? formatTotalDuration(ms) : undefined;
}

/** Gives the command that leads to all playlists with a song. */
function whereCommands({ uri }: PlaylistItem): readonly Action[] {
  if (uri === null) return [];
  const href = BASE_PATH + songPathOf(uri);
  return [{ id: 'where', label: 'Where is it?', icon: 'search', href }];
}
