import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import './radio-group.css';

/** One option of a radio group. */
export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Text after the label that is part of the name, such as a number. */
  readonly note?: string;
  readonly isDisabled?: boolean;
}

/** A group of radio buttons side by side, drawn as a row of segments. */
export function RadioGroup<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="radio-group" role="radiogroup" aria-labelledby={`${id}-label`}>
      <span id={`${id}-label`} class="radio-group-label">
        {props.label}
      </span>
      <div class="radio-group-options">
        <For each={props.options}>
          {(option) => (
            <label class="radio-group-option">
              <input
                class="radio-group-input"
                type="radio"
                name={id}
                value={option.value}
                checked={props.value === option.value}
                disabled={option.isDisabled ?? false}
                onChange={() => props.onChange(option.value)}
              />
              {option.label}
              <Show when={option.note}>
                {(note) => (
                  <>
                    {' '}
                    <span class="radio-group-note">
                      <ChangingText text={note()} />
                    </span>
                  </>
                )}
              </Show>
            </label>
          )}
        </For>
      </div>
    </div>
  );
}
