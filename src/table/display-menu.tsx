import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { lacksScope } from '../services/login-facts.ts';
import { useLogin } from '../services/services.tsx';
import { isAvailable } from '../ui/command.tsx';
import { Button } from '../ui/controls/button.tsx';
import { placePopover } from '../ui/overlays/place-popover.ts';
import { type Action, permittedActions } from './action.ts';
import { createLoadControl } from './load-control.ts';
import { DENSITIES, type Density } from './table-columns.ts';
import type { TableControls } from './table-view.ts';
import './display-menu.css';

const DENSITY_LABELS: Readonly<Record<Density, string>> = {
  compact: 'Compact',
  medium: 'Medium',
  roomy: 'Roomy',
};

/** The popovers of the buttons "Display" and "Columns"; small windows have all in the first. */
export function DisplayMenus(props: {
  readonly view: TableControls;
  readonly actions: readonly Action[];
  /** Ids of the popovers, and the buttons that open them. */
  readonly displayId: string;
  readonly columnsId: string;
  readonly display: () => HTMLElement | undefined;
  readonly columns: () => HTMLElement | undefined;
}): JSX.Element {
  let menu: HTMLDivElement | undefined;
  return (
    <>
      <div
        ref={menu}
        id={props.displayId}
        popover="auto"
        class="popover popover-sheet display-menu"
        onBeforeToggle={(event) => placePopover(props.display(), event)}
      >
        <TableActions
          view={props.view}
          actions={props.actions}
          onClose={() => menu?.hidePopover()}
        />
        <DensityChoice view={props.view} />
        <SortChoice view={props.view} />
        <div class="display-columns">
          <ColumnChoice view={props.view} />
        </div>
      </div>
      <div
        id={props.columnsId}
        popover="auto"
        class="popover display-menu"
        onBeforeToggle={(event) => placePopover(props.columns(), event)}
      >
        <ColumnChoice view={props.view} />
      </div>
    </>
  );
}

/** The buttons of the table's title line, which phones do not show there. */
function TableActions(props: {
  readonly view: TableControls;
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}): JSX.Element {
  const login = useLogin();
  const { collection } = props.view;
  const load = createLoadControl(props.view.collection);
  const actions = () => permittedActions(props.actions, (scope) => lacksScope(login(), scope));
  return (
    <div class="display-actions">
      <Button
        label={collection.phase() === 'loading' ? 'Stop' : 'Refresh'}
        icon={collection.phase() === 'loading' ? 'square' : 'refresh-cw'}
        isDisabled={collection.phase() === 'failed'}
        onClick={load}
      />
      <For each={actions()}>
        {(action) => (
          <Show when={action.run}>
            {(run) => (
              <Button
                label={action.label}
                {...(action.icon && { icon: action.icon })}
                isDisabled={!isAvailable(action)}
                onClick={() => {
                  props.onClose();
                  run()();
                }}
              />
            )}
          </Show>
        )}
      </For>
    </div>
  );
}

/** How high the rows are. */
function DensityChoice(props: { readonly view: TableControls }): JSX.Element {
  const { choice } = props.view;
  const name = createUniqueId();
  return (
    <fieldset class="display-group">
      <legend>Density</legend>
      <div class="display-densities">
        <For each={DENSITIES}>
          {(density) => (
            <label class="display-density">
              <input
                type="radio"
                name={name}
                checked={choice.density() === density}
                onChange={() => choice.setDensity(density)}
              />
              {DENSITY_LABELS[density]}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}

/** The order of the rows: Spotify's, or by a column in one of its directions. */
function SortChoice(props: { readonly view: TableControls }): JSX.Element {
  const id = createUniqueId();
  const { view } = props;
  const isDescending = () => view.sorting()?.direction === 'descending';
  return (
    <div class="display-group">
      <label class="display-legend" for={id}>
        Sort by
      </label>
      <div class="display-sort">
        <select
          id={id}
          onChange={(event) => view.sortAs(event.currentTarget.value || undefined)}
          value={view.sorting()?.columnId ?? ''}
        >
          <option value="">Spotify’s order</option>
          <For each={view.columns}>
            {(column) => <option value={column.id}>{column.shownHeading ?? column.heading}</option>}
          </For>
        </select>
        <Button
          icon={isDescending() ? 'arrow-down' : 'arrow-up'}
          label={isDescending() ? 'Descending' : 'Ascending'}
          isIconOnly
          isDisabled={view.sorting() === null}
          onClick={() => view.sortBy(view.sorting()?.columnId ?? '')}
        />
      </div>
    </div>
  );
}

/** A checkbox for each column, and a button that restores the defaults. */
function ColumnChoice(props: { readonly view: TableControls }): JSX.Element {
  const { choice, columns } = props.view;
  return (
    <>
      <fieldset class="display-group">
        <legend>Columns</legend>
        <For each={columns}>
          {(column) => (
            <label class="display-column">
              <input
                type="checkbox"
                aria-label={column.heading}
                checked={choice.isShown(column.id)}
                disabled={choice.isFixed(column.id)}
                onChange={() => choice.toggle(column.id)}
              />
              {column.shownHeading ?? column.heading}
            </label>
          )}
        </For>
      </fieldset>
      <Button size="small" label="Reset columns" onClick={() => choice.reset()} />
    </>
  );
}
