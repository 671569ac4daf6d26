import type { JSX } from 'solid-js';
import './amount-bar.css';

/** The shortest bar in percent: however little it stands for, it is more than nothing. */
const SHORTEST = 3;

/** A small bar beside a number, as long as the number is large; for eyes alone, since the number stands there. */
export function AmountBar(props: {
  /** Of the largest number, from 0 to 1. */
  readonly share: number;
}): JSX.Element {
  const width = () => (props.share > 0 ? Math.max(SHORTEST, 100 * props.share) : 0);
  return (
    <svg class="amount-bar" aria-hidden="true">
      <rect width={`${width()}%`} height="100%" />
    </svg>
  );
}
