import { createEffect, type JSX, Show } from 'solid-js';
import type { Selection } from './selection.ts';
import './selection.css';

/** The checkbox that selects all found rows. */
export function SelectAll<Row>(props: {
  readonly selection: Selection<Row> | undefined;
}): JSX.Element {
  return (
    <Show when={props.selection}>
      {(selection) => (
        <SelectBox
          label="Select all found"
          isSelected={selection().foundShare() === 'all'}
          isPartly={selection().foundShare() === 'some'}
          onSelect={() => selection().toggleFound()}
        />
      )}
    </Show>
  );
}

/** The checkbox of one row. */
export function SelectRow<Row>(props: {
  readonly selection: Selection<Row> | undefined;
  readonly row: Row | undefined;
}): JSX.Element {
  return (
    <Show when={props.row !== undefined && props.selection}>
      {(selection) => {
        // Without a row nothing is drawn.
        const key = () => (props.row === undefined ? '' : selection().keyOf(props.row));
        return (
          <SelectBox
            label={`Select ${props.row === undefined ? '' : selection().nameOf(props.row)}`}
            isSelected={selection().selected().has(key())}
            onSelect={(isRange) =>
              isRange ? selection().toggleRange(key()) : selection().toggle(key())
            }
          />
        );
      }}
    </Show>
  );
}

/** A checkbox that selects one row or all rows. */
function SelectBox(props: {
  readonly label: string;
  readonly isSelected: boolean;
  /** Whether some of its rows are selected and others not (indeterminate). */
  readonly isPartly?: boolean;
  /** Called on a click, with whether Shift was pressed. */
  readonly onSelect: (isRange: boolean) => void;
}): JSX.Element {
  let box: HTMLInputElement | undefined;
  createEffect(() => {
    if (box) box.indeterminate = props.isPartly ?? false;
  });
  return (
    <input
      ref={box}
      type="checkbox"
      class="select-box"
      aria-label={props.label}
      checked={props.isSelected}
      onClick={(event) => {
        props.onSelect(event.shiftKey);
        // A click that selects nothing has changed the `checked` of the element alone.
        event.currentTarget.checked = props.isSelected;
      }}
    />
  );
}
