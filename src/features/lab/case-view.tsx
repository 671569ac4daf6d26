import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { systemClock } from '../../clock.ts';
import { OutcomeView } from './outcome-view.tsx';
import { type Outcome, runCase } from './run-case.ts';
import type { LabCase, Simulate } from './types.ts';

/** A wait of the lab lasts this part of itself, and at most so long, in ms: enough to see it. */
const SPEED = 10;
const LONGEST_PAUSE_MS = 400;

/** One case: the question, what is done, the two buttons, and what became of it. */
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
      <p
        class="lab-status"
        classList={{ 'is-wrong': !isRunning() && outcome()?.isAsClaimed === false }}
        role="status"
      >
        {status()}
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
