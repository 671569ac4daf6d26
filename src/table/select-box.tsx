import { createEffect, type JSX } from 'solid-js';
import './select-box.css';

/** A checkbox that selects a row of a table, or all of them. */
export function SelectBox(props: {
  readonly label: string;
  readonly ref?: (box: HTMLInputElement) => void;
  readonly isSelected: boolean;
  /** Whether some of what it stands for are selected, and others not. */
  readonly isPartly?: boolean;
  /** Told with the click whether Shift was held. */
  readonly onSelect: (isRange: boolean) => void;
}): JSX.Element {
  let box: HTMLInputElement | undefined;
  createEffect(() => {
    if (box) box.indeterminate = props.isPartly ?? false;
  });
  return (
    <input
      ref={(element) => {
        box = element;
        props.ref?.(element);
      }}
      type="checkbox"
      class="select-box"
      aria-label={props.label}
      checked={props.isSelected}
      onClick={(event) => {
        props.onSelect(event.shiftKey);
        // Where there was nothing to select, the click has changed the box alone.
        event.currentTarget.checked = props.isSelected;
      }}
    />
  );
}
