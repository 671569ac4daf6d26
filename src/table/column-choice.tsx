import { For, type JSX, onMount } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { TableColumns } from './table-columns.ts';
import './column-choice.css';
import { placeBelow } from '../ui/place-below.ts';

/** What the menu of columns works on. */
export interface ColumnChoiceProps {
  readonly id: string;
  /** The button under which the menu opens. */
  readonly opener: HTMLElement | undefined;
  readonly columns: readonly Pick<Column<never>, 'id' | 'heading'>[];
  readonly choice: Pick<TableColumns<unknown>, 'isShown' | 'toggle' | 'reset'>;
}

/** The menu of columns: a box to tick for each, and the way back to the usual ones. */
export default function ColumnChoice(props: ColumnChoiceProps): JSX.Element {
  let menu: HTMLDivElement | undefined;

  onMount(() => menu?.showPopover());
  return (
    <div
      ref={menu}
      id={props.id}
      popover="auto"
      class="column-choice"
      onBeforeToggle={(event) => placeBelow(props.opener, event)}
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
  );
}
