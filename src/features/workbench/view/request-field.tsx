import { createUniqueId, For, type JSX, Match, Show, Switch } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';
import type { Field } from '../data/parse-endpoints.ts';
import { hintOf, isLong } from '../request/field-hints.ts';

/** The input of one field of a request, with what it accepts. */
export function RequestField(props: {
  readonly field: Field;
  readonly text: string;
  /** What is wrong with the text; `undefined` where nothing is, or nothing was typed or sent yet. */
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  const options = () =>
    props.field.type.kind === 'one'
      ? props.field.type.options
      : props.field.type.kind === 'flag'
        ? ['true', 'false']
        : undefined;
  const common = () => ({
    id,
    'aria-invalid': props.problem !== undefined,
    'aria-describedby': `${id}-hint`,
    'aria-required': props.field.isRequired,
  });
  return (
    <div class={isLong(props.field) ? 'workbench-field workbench-field-long' : 'workbench-field'}>
      <label for={id} translate="no" class="workbench-field-name">
        {props.field.name}
        <Show when={props.field.isRequired}>
          <span class="workbench-field-mark" aria-hidden="true">
            {' '}
            *
          </span>
        </Show>
        <span class="workbench-field-place">{props.field.place}</span>
      </label>
      <Switch
        fallback={
          <input
            {...common()}
            type="text"
            class="mono"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={props.text}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        }
      >
        <Match when={options()}>
          {(choices) => (
            <select {...common()} onChange={(event) => props.onChange(event.currentTarget.value)}>
              {/* The options say which is chosen: a value set before they are drawn would be lost. */}
              <option value="" selected={!choices().includes(props.text)}>
                –
              </option>
              <For each={choices()}>
                {(choice) => (
                  <option value={choice} selected={choice === props.text}>
                    {choice}
                  </option>
                )}
              </For>
            </select>
          )}
        </Match>
        <Match when={isLong(props.field)}>
          <textarea
            {...common()}
            class="workbench-code"
            rows={3}
            autocapitalize="off"
            spellcheck={false}
            value={props.text}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        </Match>
      </Switch>
      <p
        id={`${id}-hint`}
        class={props.problem ? 'workbench-hint workbench-problem' : 'workbench-hint'}
      >
        <ChangingText text={props.problem ?? hintOf(props.field)} />
      </p>
    </div>
  );
}
