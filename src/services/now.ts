import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Clock } from '../clock.ts';

/** Follows the clock once a second, in ms since the epoch. */
export function createNow(clock: Clock): Accessor<number> {
  const [now, setNow] = createSignal(clock.now());
  const timer = setInterval(() => setNow(clock.now()), 1000);
  onCleanup(() => clearInterval(timer));
  return now;
}
