import { ErrorBoundary, type JSX, Show } from 'solid-js';
import type { Column } from '../../library/columns.ts';
import { formatTitle } from '../../library/item-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { ListTable } from '../../table/list-table.tsx';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { createTableView } from '../../table/table-view.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { createExportOpener, exportAction } from '../export/dialog/opener.tsx';
import type { TracksSource } from '../export/dialog/source.ts';
import { ITEM_CELLS } from './cells.tsx';
import './item-table.css';

/** Loads the extras, which are drawn after the list is complete; the table works without them. */
const loadExtras = () => import('./extras.tsx');
const LateHistograms = lazyPart(async () => ({ default: (await loadExtras()).Histograms }));

/** The table of the tracks of one list. */
export function ItemTable(props: ItemTableProps): JSX.Element {
  return (
    <TableBoundary>
      <ItemRows {...props} />
    </TableBoundary>
  );
}

interface ItemTableProps {
  /** Accessible name, also the key of the column settings. */
  readonly label: string;
  readonly columns: readonly Column<PlaylistItem>[];
  readonly items: Collection<PlaylistItem>;
  readonly formatCount: (count: number) => string;
  readonly searchLabel: string;
  readonly emptyText: string;
  readonly exportSource: TracksSource;
}

function ItemRows(props: ItemTableProps): JSX.Element {
  const view = createTableView({
    label: props.label,
    columns: props.columns,
    collection: props.items,
    loadSearching: async () => (await loadExtras()).ITEM_SEARCHING,
  });
  const opener = createExportOpener(() => props.exportSource);
  return (
    <>
      <ListTable
        view={view}
        class="item-table"
        stackBelow="60rem"
        formatCount={props.formatCount}
        searchLabel={props.searchLabel}
        searchHint="Search title, artist or album"
        keyOf={(item) => String(item.position)}
        cells={ITEM_CELLS}
        rowLabel={formatTitle}
        rowCommands={() => []}
        nothingFoundText={(query) => `No song matches "${query}".`}
        copyText={(item) => item.uri ?? ''}
        emptyText={props.emptyText}
        actions={[exportAction(opener, () => props.items.savedAt() !== undefined)]}
      />
      {opener.dialog()}
    </>
  );
}

/** Reserves the space of the histograms until the list is complete, so that nothing shifts. */
export function Histograms(props: {
  readonly of: Collection<PlaylistItem>;
  readonly formatCount: (count: number) => string;
}): JSX.Element {
  return (
    <div class="item-histograms">
      <Show when={props.of.savedAt() !== undefined}>
        <ErrorBoundary fallback={undefined}>
          <LateHistograms rows={props.of.rows()} formatCount={props.formatCount} />
        </ErrorBoundary>
      </Show>
    </div>
  );
}
