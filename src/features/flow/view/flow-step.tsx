import { For, type JSX, Show } from 'solid-js';
import { lazily } from '../../../library/lazily.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { formatValue, type Line, type Message, type Step } from '../explain/step.ts';
import { toCurl } from '../save/text.ts';
import { ChallengeTrial } from './challenge-trial.tsx';

const times = lazily(
  () => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' }),
);

/** Gives the id of a step's element, which the diagram scrolls to. */
export function elementIdOf(stepId: string): string {
  return `step-${stepId}`;
}

/** One step: its explanation and, once it has happened, its messages. */
export function FlowStep(props: {
  readonly step: Step;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  /** The verifier of the demo, as the initial value of the trial. */
  readonly verifier: string | undefined;
  readonly onToggle: (isOpen: boolean) => void;
}): JSX.Element {
  const messages = () => props.step.messages ?? [];
  const time = () => (props.step.at ? times().format(props.step.at) : '');
  return (
    <li
      id={elementIdOf(props.step.id)}
      class={`step ${props.step.state} ${props.isSelected ? 'selected' : ''}`}
    >
      <div class="step-body">
        <h3 tabindex={-1}>
          <ChangingText text={props.step.title} />
        </h3>
        <p>
          <ChangingText text={props.step.text} />
        </p>
        <p class="hint">
          <ChangingText text={[props.step.section, time()].filter(Boolean).join(' · ')} />
        </p>
        <Show when={props.step.outcome}>
          {(outcome) => (
            <p class={props.step.state === 'failed' ? 'outcome complaint' : 'outcome'}>
              <ChangingText text={outcome()} />
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

/** A message of the flow as a list of fields, each with its value, its meaning and the section that defines it. */
function FlowMessage(props: { readonly message: Message }): JSX.Element {
  return (
    <article class="message" aria-label={props.message.title}>
      <h4>{props.message.title}</h4>
      <Show when={props.message.head}>
        {(head) => (
          <p class="mono message-head" translate="no">
            {head()}
          </p>
        )}
      </Show>
      <Show when={props.message.lines.length > 0}>
        <dl class="fields">
          <For each={props.message.lines}>{(line) => <FieldLine line={line} />}</For>
        </dl>
      </Show>
      <Show when={props.message.note}>{(note) => <p class="hint">{note()}</p>}</Show>
    </article>
  );
}

function FieldLine(props: { readonly line: Line }): JSX.Element {
  const mark = () => {
    const { isGood } = props.line;
    if (isGood === undefined) return '';
    return isGood ? '✓ ' : '✕ ';
  };
  return (
    <div>
      <dt
        class={props.line.isGood === undefined ? 'mono' : ''}
        translate={props.line.isGood === undefined ? 'no' : undefined}
      >
        {props.line.name}
      </dt>
      <dd class={classOf(props.line)} translate={classOf(props.line) === 'mono' ? 'no' : undefined}>
        <span aria-hidden="true">{mark()}</span>
        {formatValue(props.line.value)}
      </dd>
      <dd class="hint meaning">
        {props.line.meaning} <span class="section">{props.line.section}</span>
      </dd>
    </div>
  );
}

function classOf({ value, isGood }: Line): string {
  if (isGood === false) return 'complaint';
  if (typeof value !== 'string') return 'hidden';
  return isGood === undefined ? 'mono' : '';
}
