import { createUniqueId, type JSX, Show } from 'solid-js';
import { useSessionRecord } from '../services/services.tsx';
import { useCommands } from '../ui/command.tsx';
import { Button } from '../ui/controls/button.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { Action } from './action.ts';
import { loadExtras } from './data-table.tsx';
import { SearchBox } from './search-box.tsx';
import { type TableChip, TableChips } from './table-chips.tsx';
import type { TableView } from './table-view.ts';
import './toolbar.css';

const DisplayMenus = lazyPart(async () => ({ default: (await loadExtras()).DisplayMenus }));

/** The bar over a table: search, chips, and how the table is displayed; it stays in view. */
export function Toolbar<Row>(props: {
  readonly view: TableView<Row>;
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly chips: readonly TableChip[];
  /** Actions on the whole table, which small windows offer in the menu "Display". */
  readonly actions: readonly Action[];
  /** Called on ArrowDown and on Enter in the search. */
  readonly onEnterRows: (isToOpen: boolean) => void;
}): JSX.Element {
  const { view } = props;
  const record = useSessionRecord();
  let box: HTMLInputElement | undefined;
  useCommands().register(() => [
    {
      id: 'search',
      label: props.searchLabel,
      group: 'This table',
      icon: 'search',
      keys: '/',
      run() {
        box?.focus();
        box?.select();
      },
    },
  ]);
  const displayId = createUniqueId();
  const columnsId = createUniqueId();
  let display: HTMLButtonElement | undefined;
  let columns: HTMLButtonElement | undefined;
  // Terms such as `owner:me` match nothing until the account is known.
  const isCounted = () => view.isReady() && record()?.account != null;
  return (
    <div class="toolbar">
      <SearchBox
        label={props.searchLabel}
        hint={props.searchHint}
        value={view.query()}
        onInput={view.search}
        onFocus={view.prepare}
        onEnterRows={props.onEnterRows}
        ref={(element) => (box = element)}
        help={view.help()}
      />
      <TableChips chips={props.chips} search={view} isCounted={isCounted()} />
      <div class="toolbar-display">
        <Button
          kind="ghost"
          icon="sliders-horizontal"
          label="Display"
          class="toolbar-menu"
          popover={displayId}
          ref={(button) => (display = button)}
          isDisabled={!view.isSettled()}
        />
        <Button
          kind="ghost"
          icon="columns-3"
          label="Columns"
          class="toolbar-columns"
          popover={columnsId}
          ref={(button) => (columns = button)}
          isDisabled={!view.isSettled()}
        />
      </div>
      <Show when={view.isSettled()}>
        <DisplayMenus
          view={view}
          actions={props.actions}
          displayId={displayId}
          columnsId={columnsId}
          display={() => display}
          columns={() => columns}
        />
      </Show>
    </div>
  );
}
