import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { systemClock } from '../../clock.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import type { LabCase } from './lab-case.ts';
import { type Outcome, runCase } from './run-case.ts';
import type { Simulate } from './sandbox.ts';

/** Factor by which waits are shortened, and their maximum, in ms: a wait stays long enough to be visible. */
const SPEED = 10;
const LONGEST_PAUSE_MS = 400;

/** One case: the question, the fault, two buttons, and the outcome. */
export function CaseView(props: {
  readonly labCase: LabCase;
  readonly simulate: Simulate;
}): JSX.Element {
  const [outcome, setOutcome] = createSignal<Outcome>();
  const [status, setStatus] = createSignal('');
  const [isRunning, setRunning] = createSignal(false);
  let stop = new AbortController();
  onCleanup(() => stop.abort());

  async function run(): Promise<void> {
    reset();
    const { signal } = stop;
    setRunning(true);
    setStatus('Running…');
    try {
      const came = await runCase(props.labCase, { simulate: props.simulate, pause, signal });
      if (signal.aborted) return;
      setOutcome(came);
      setStatus(came.isAsClaimed ? props.labCase.ends : 'This did not end as the lab claims.');
    } catch {
      if (!signal.aborted) setStatus('This case broke before its end.');
    } finally {
      if (!signal.aborted) setRunning(false);
    }
  }

  function reset(): void {
    stop.abort();
    stop = new AbortController();
    setRunning(false);
    setOutcome(undefined);
    setStatus('');
  }

  const isWrong = () => !isRunning() && outcome()?.isAsClaimed === false;
  const titleId = () => `lab-${props.labCase.id}`;
  return (
    <section class="lab-case" aria-labelledby={titleId()} aria-busy={isRunning()}>
      <div class="lab-question">
        <h4 id={titleId()}>{props.labCase.title}</h4>
        <p class="hint">{props.labCase.fault}</p>
      </div>
      <p class="actions">
        <button
          type="button"
          class="button small"
          aria-disabled={isRunning()}
          onClick={() => void (isRunning() || run())}
        >
          Run
        </button>
        <button
          type="button"
          class="button small quiet"
          aria-disabled={status() === ''}
          onClick={reset}
        >
          Reset
        </button>
      </p>
      <p class={isWrong() ? 'lab-status is-wrong' : 'lab-status'} role="status">
        <ChangingText text={status()} />
      </p>
      <Show when={outcome()}>
        {(came) => <OutcomeView outcome={came()} labCase={props.labCase} />}
      </Show>
    </section>
  );
}

function pause(ms: number): Promise<void> {
  return systemClock.sleep(Math.min(ms / SPEED, LONGEST_PAUSE_MS));
}

/** The outcome of a case: the messages, the error texts, the facts of the end, and the reason. */
function OutcomeView(props: { readonly outcome: Outcome; readonly labCase: LabCase }): JSX.Element {
  return (
    <div class="lab-outcome">
      <p class="hint">What went over, by the lab’s clock</p>
      <ol class="lab-entries" aria-label="What went over">
        <For each={props.outcome.entries}>
          {(entry) => (
            <li>
              <span class="hint">{formatTime(entry.at)}</span>
              <span class="lab-actor">{entry.actor}</span>
              <code translate="no">{entry.text}</code>
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

function formatTime(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
