import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { Clock } from '../clock.ts';

/** Makes a signal of the time in ms since the epoch, updated once a second. */
export function createNow(clock: Clock): Accessor<number> {
  const [now, setNow] = createSignal(clock.now());
  const timer = setInterval(() => setNow(clock.now()), 1000);
  onCleanup(() => clearInterval(timer));
  return now;
}
