import { createUniqueId, For, type JSX } from 'solid-js';
import type { Column } from '../library/columns.ts';
import { placeBelow } from '../ui/place-below.ts';
import type { TableColumns } from './table-columns.ts';
import './column-menu.css';

/** A menu button with a checkbox for each column, and one that restores the defaults. */
export function ColumnMenu(props: {
  readonly columns: readonly Pick<Column<never>, 'id' | 'heading'>[];
  readonly choice: Pick<TableColumns<unknown>, 'isShown' | 'toggle' | 'reset'>;
}): JSX.Element {
  const id = createUniqueId();
  let button: HTMLButtonElement | undefined;
  return (
    <>
      <button ref={button} type="button" class="button quiet small columns" popovertarget={id}>
        Columns
      </button>
      <div
        id={id}
        popover="auto"
        class="column-menu"
        onBeforeToggle={(event) => placeBelow(button, event)}
      >
        <fieldset>
          <legend>Columns</legend>
          <For each={props.columns}>
            {(column, index) => (
              <label>
                <input
                  type="checkbox"
                  checked={props.choice.isShown(column.id)}
                  disabled={index() === 0}
                  onChange={() => props.choice.toggle(column.id)}
                />
                {column.heading}
              </label>
            )}
          </For>
        </fieldset>
        <button type="button" class="button small" onClick={() => props.choice.reset()}>
          Reset columns
        </button>
      </div>
    </>
  );
}
