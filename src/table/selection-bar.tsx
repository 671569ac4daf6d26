import { type JSX, Show } from 'solid-js';
import './selection-bar.css';

/** The bar at the bottom of the window with what can be done with the selected rows. */
export function SelectionBar(props: {
  /** How many are selected; the bar is there only where any are. */
  readonly count: number;
  /** Says how many, in words. */
  readonly text: string;
  /** Stands in the place of the number, where something did not work. */
  readonly problem?: string | undefined;
  readonly onExport?: (() => void) | undefined;
  readonly onClear: () => void;
}): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <section class="selection-bar" aria-label="Selection">
        <Show when={props.problem} fallback={<p>{props.text}</p>}>
          {(problem) => <p role="alert">{problem()}</p>}
        </Show>
        <Show when={props.onExport}>
          {(onExport) => (
            <button type="button" class="button primary small" onClick={() => onExport()()}>
              Export
            </button>
          )}
        </Show>
        <button type="button" class="button quiet small" onClick={() => props.onClear()}>
          Clear
        </button>
      </section>
    </Show>
  );
}
