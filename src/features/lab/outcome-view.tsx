import { For, type JSX, Show } from 'solid-js';
import type { Outcome } from './run-case.ts';
import type { LabCase } from './types.ts';

/** What became of a case: what went over, what the app says, the facts of the end, and why. */
export function OutcomeView(props: {
  readonly outcome: Outcome;
  readonly labCase: LabCase;
}): JSX.Element {
  return (
    <div class="lab-outcome">
      <p class="hint">What went over, by the lab’s clock</p>
      <ol class="lab-entries" aria-label="What went over">
        <For each={props.outcome.entries}>
          {(entry) => (
            <li>
              <span class="hint">{shownTime(entry.at)}</span>
              <span class="lab-actor">{entry.actor}</span>
              <code>{entry.text}</code>
            </li>
          )}
        </For>
      </ol>
      <dl class="lab-facts">
        <For each={props.outcome.facts}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value}
                <Show when={fact.value !== fact.claimed}>
                  {' '}
                  <strong class="is-wrong">(claimed: {fact.claimed})</strong>
                </Show>
              </dd>
            </div>
          )}
        </For>
        <div>
          <dt>What the app says</dt>
          <dd>
            <For each={props.outcome.said} fallback="Nothing: there is nothing for you to do.">
              {(text) => <p>“{text}”</p>}
            </For>
          </dd>
        </div>
        <div>
          <dt>Why</dt>
          <dd>
            {props.labCase.why} <span class="hint">{props.labCase.source}</span>
          </dd>
        </div>
      </dl>
    </div>
  );
}

function shownTime(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
