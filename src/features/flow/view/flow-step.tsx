import { For, type JSX, Show } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { CopyButton } from '../../../ui/controls/copy-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SourceTag } from '../../../ui/source-tag.tsx';
import { formatElapsed } from '../../../words/elapsed.ts';
import { formatValue, type Line, type Message, type Step } from '../explain/step.ts';
import { toCurl } from '../save/text.ts';

/** One step: its explanation and, if wanted, the values of its messages. */
export function FlowStep(props: {
  readonly step: Step;
  /** Time of the first step, in ms since the epoch. */
  readonly begin: number | undefined;
  readonly showsValues: boolean;
  readonly isChosen: boolean;
}): JSX.Element {
  const messages = () => (props.showsValues ? (props.step.messages ?? []) : []);
  function time(): string {
    const { at } = props.step;
    if (at === undefined || props.begin === undefined || at < props.begin) return '';
    return `+${formatElapsed(at - props.begin)}`;
  }
  return (
    <li
      id={`step-${props.step.number}`}
      class={`flow-step flow-step-${props.step.state}`}
      aria-current={props.isChosen ? 'step' : undefined}
    >
      <span class="flow-step-number" aria-hidden="true">
        {props.step.number}
      </span>
      <div class="flow-step-body">
        <div class="flow-step-head">
          <h3 tabindex={-1}>
            <ChangingText text={props.step.title} />
          </h3>
          <span class="flow-step-time">
            <ChangingText text={time()} />
          </span>
          <SourceTag source={props.step.section} />
        </div>
        <p>
          <ChangingText text={props.step.text} />
        </p>
        <Show when={props.step.outcome}>
          {(outcome) => (
            <p class="flow-step-outcome">
              <ChangingText text={outcome()} />
            </p>
          )}
        </Show>
        <For each={messages()}>{(message) => <FlowMessage message={message} />}</For>
        <Show when={props.showsValues && props.step.exchange}>
          {(exchange) => (
            <CopyButton
              icon="copy"
              name="Copy as curl"
              size="small"
              text={() => toCurl(exchange())}
            />
          )}
        </Show>
      </div>
    </li>
  );
}

/** A message of the flow as a list of fields, each with its value, its meaning and the section that defines it. */
function FlowMessage(props: { readonly message: Message }): JSX.Element {
  return (
    <article class="flow-message" aria-label={props.message.title}>
      <h4>{props.message.title}</h4>
      <Show when={props.message.head}>
        {(head) => (
          <p class="mono" translate="no">
            {head()}
          </p>
        )}
      </Show>
      <Show when={props.message.lines.length > 0}>
        <dl class="flow-fields">
          <For each={props.message.lines}>{(line) => <FlowField line={line} />}</For>
        </dl>
      </Show>
      <Show when={props.message.note}>{(note) => <p class="flow-message-note">{note()}</p>}</Show>
    </article>
  );
}

function FlowField(props: { readonly line: Line }): JSX.Element {
  const isCheck = () => props.line.isGood !== undefined;
  return (
    <div class="flow-field">
      <dt class={isCheck() ? '' : 'mono'} translate={isCheck() ? undefined : 'no'}>
        {props.line.name}
      </dt>
      <dd class={classOf(props.line)} translate={classOf(props.line) === 'mono' ? 'no' : undefined}>
        <Show when={isCheck()}>
          <Icon name={props.line.isGood ? 'circle-check' : 'circle-x'} />
        </Show>
        {formatValue(props.line.value)}
      </dd>
      <dd class="flow-field-meaning">
        <span>{props.line.meaning}</span> <SourceTag source={props.line.section} />
      </dd>
    </div>
  );
}

function classOf({ value, isGood }: Line): string {
  if (isGood !== undefined) return isGood ? 'flow-field-good' : 'flow-field-bad';
  return typeof value === 'string' ? 'mono' : 'flow-field-hidden';
}
