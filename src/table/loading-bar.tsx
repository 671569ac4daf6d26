import { type JSX, Show } from 'solid-js';
import './loading-bar.css';

/** A thin bar for a list that fills; keeps its room when there is nothing to show, so nothing jumps. */
export function LoadingBar(props: {
  readonly isLoading: boolean;
  readonly done: number;
  /** `undefined` until the first answer says how much there is. */
  readonly of: number | undefined;
}): JSX.Element {
  return (
    <div class="loading-bar">
      <Show when={props.isLoading}>
        <Show when={props.of} fallback={<progress aria-label="Loading" />}>
          {(of) => <progress aria-label="Loading" max={of()} value={props.done} />}
        </Show>
      </Show>
    </div>
  );
}
