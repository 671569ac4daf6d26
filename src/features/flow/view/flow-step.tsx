import { For, type JSX, Show } from 'solid-js';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { Step } from '../explain/step.ts';
import { toCurl } from '../save/curl.ts';
import { ChallengeTrial } from './challenge-trial.tsx';
import { FlowMessage } from './flow-message.tsx';

const times = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** The id of a step's element, for the diagram to lead to. */
export function elementIdOf(stepId: string): string {
  return `step-${stepId}`;
}

/** One step: what it is in plain words, and what was sent once it has happened. */
export function FlowStep(props: {
  readonly step: Step;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  /** The verifier of the demo, to try the challenge with. */
  readonly verifier: string | undefined;
  readonly onToggle: (isOpen: boolean) => void;
}): JSX.Element {
  const messages = () => props.step.messages ?? [];
  return (
    <li
      id={elementIdOf(props.step.id)}
      class="step"
      classList={{ [props.step.state]: true, selected: props.isSelected }}
    >
      <div class="step-body">
        <h3 tabindex={-1}>{props.step.title}</h3>
        <p>{props.step.text}</p>
        <p class="hint">
          {props.step.section}
          <Show when={props.step.at}>{(at) => <> · {times.format(at())}</>}</Show>
        </p>
        <Show when={props.step.outcome}>
          {(outcome) => (
            <p class="outcome" classList={{ complaint: props.step.state === 'failed' }}>
              {outcome()}
            </p>
          )}
        </Show>
        <Show when={messages().length > 0}>
          <details
            open={props.isOpen}
            onToggle={(event) => props.onToggle(event.currentTarget.open)}
          >
            <summary>{summaryOf(props.step)}</summary>
            <div class="raised messages">
              <For each={messages()}>{(message) => <FlowMessage message={message} />}</For>
            </div>
          </details>
        </Show>
        <Show when={props.step.exchange}>
          {(exchange) => (
            <CopyButton label="Copy as curl" class="button small" text={() => toCurl(exchange())} />
          )}
        </Show>
        <Show when={props.step.kind === 'challenge'}>
          <ChallengeTrial verifier={props.verifier} />
        </Show>
      </div>
    </li>
  );
}

function summaryOf({ kind }: Step): string {
  if (kind === 'verifier' || kind === 'challenge') return 'What was made';
  return kind === 'response' ? 'What came, and the checks' : 'What was sent';
}
