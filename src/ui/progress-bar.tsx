import type { JSX } from 'solid-js';
import './progress-bar.css';

/** How far a job is: a bar of the width of its place. */
export function ProgressBar(props: {
  readonly label: string;
  readonly value: number;
  /** Value at the end of the job; 1 by default. */
  readonly max?: number;
}): JSX.Element {
  return (
    <progress
      class="progress-bar"
      aria-label={props.label}
      max={props.max ?? 1}
      value={Math.min(props.value, props.max ?? 1)}
    />
  );
}
