import { For, type JSX, Show } from 'solid-js';
import { shownValue } from '../explain/format-value.ts';
import type { Line, Message } from '../explain/step.ts';

/** A message of the flow, taken apart: each field with its value, its meaning and the section that defines it. */
export function FlowMessage(props: { readonly message: Message }): JSX.Element {
  return (
    <article class="message" aria-label={props.message.title}>
      <h4>{props.message.title}</h4>
      <Show when={props.message.head}>{(head) => <p class="mono message-head">{head()}</p>}</Show>
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
      <dt class={props.line.isGood === undefined ? 'mono' : ''}>{props.line.name}</dt>
      <dd
        classList={{
          mono: typeof props.line.value === 'string' && props.line.isGood === undefined,
          hidden: typeof props.line.value !== 'string',
          complaint: props.line.isGood === false,
        }}
      >
        <span aria-hidden="true">{mark()}</span>
        {shownValue(props.line.value)}
      </dd>
      <dd class="hint meaning">
        {props.line.meaning} <span class="section">{props.line.section}</span>
      </dd>
    </div>
  );
}
