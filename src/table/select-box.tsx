import { createEffect, type JSX, Show } from 'solid-js';
import type { Selection } from './selection.ts';
import './selection.css';

/** The checkbox that selects all matching rows. */
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
        // The element outlives its row; without a row the checkbox is not drawn.
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
  /** Whether only some of its rows are selected (indeterminate). */
  readonly isPartly?: boolean;
  /** Called on a click; `isRange` is true with Shift. */
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
        // A click that leaves the selection unchanged still toggles the `checked` of the element.
        event.currentTarget.checked = props.isSelected;
      }}
    />
  );
}
