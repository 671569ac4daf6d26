import { For, type JSX } from 'solid-js';
import { formatElapsed } from '../../words/elapsed.ts';
import type { Entry } from './journal.ts';

/** Shortest time between two events that is shown, in ms; a request takes less. */
const SHOWN_MS = 500;

/** Events in their order, each with the time that has passed since the one before. */
export function EntryList(props: {
  readonly label: string;
  readonly entries: readonly Entry[];
}): JSX.Element {
  function time({ at }: Entry, index: number): string {
    const passed = at - (props.entries[index - 1]?.at ?? at);
    return passed < SHOWN_MS ? '' : `${formatElapsed(passed)} later`;
  }
  return (
    <ol class="lab-entries" aria-label={props.label}>
      <For each={props.entries}>
        {(entry, index) => (
          <li class={`lab-entry lab-entry-${entry.actor.toLowerCase()}`}>
            <span class="lab-entry-time">{time(entry, index())}</span>
            <span class="lab-entry-actor">{entry.actor}</span>
            <code translate="no">{entry.text}</code>
          </li>
        )}
      </For>
    </ol>
  );
}
