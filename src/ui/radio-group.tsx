import { createUniqueId, For, type JSX, Show } from 'solid-js';
import './radio-group.css';

/** One of the things to choose from. */
export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What stands beside the label, such as a number, and is read after it. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

/** A question with its answers side by side, of which one holds. */
export function RadioGroup<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** What stands after the answers. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="radio-group" role="radiogroup" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} class="question">
        {props.label}
      </span>
      <div class="answers">
        <For each={props.options}>
          {(option) => {
            const own = `${id}-${option.value}`;
            return (
              <label class="answer">
                <input
                  type="radio"
                  name={id}
                  value={option.value}
                  checked={props.value === option.value}
                  disabled={option.isDisabled ?? false}
                  aria-labelledby={`${own}-label`}
                  aria-describedby={option.note === undefined ? undefined : `${own}-note`}
                  onChange={() => props.onChange(option.value)}
                />
                <span id={`${own}-label`}>{option.label}</span>
                <Show when={option.note}>
                  <span id={`${own}-note`} class="note">
                    {option.note}
                  </span>
                </Show>
              </label>
            );
          }}
        </For>
        {props.children}
      </div>
    </div>
  );
}
