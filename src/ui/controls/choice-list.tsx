import { type JSX, Show } from 'solid-js';
import './choice-list.css';

/** A list of choices of a form, which scrolls where it is long. */
export function ChoiceList(props: {
  readonly legend: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      {props.children}
    </fieldset>
  );
}

/** One choice of a list, a radio button where it has a `group` and else a checkbox, with a note at its end. */
export function Choice(props: {
  readonly label: string;
  /** Whether the label is a name that a person gave, which is not translated. */
  readonly isName?: boolean;
  /** Whether the choice stands for all others. */
  readonly isForAll?: boolean;
  readonly note?: string;
  /** Name of the radio buttons that exclude each other. */
  readonly group?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}): JSX.Element {
  return (
    <label class="choice" classList={{ 'choice-for-all': props.isForAll }}>
      <input
        type={props.group === undefined ? 'checkbox' : 'radio'}
        name={props.group}
        checked={props.isChecked}
        disabled={props.isDisabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="choice-label" translate={props.isName ? 'no' : undefined}>
        {props.label}
      </span>
      <Show when={props.note}>
        <span class="choice-note">{props.note}</span>
      </Show>
    </label>
  );
}
