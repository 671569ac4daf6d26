import { createUniqueId, type JSX, Show } from 'solid-js';
import { findClientId } from '../../services/client-id.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Number of characters of a Client ID. */
const LENGTH = 32;

/** The text box for the Client ID, with a count of its characters and one line below it: a hint, or what is wrong. */
export function ClientIdBox(props: {
  readonly value: string;
  readonly hint: string;
  /** What is wrong with the value; empty where nothing is. */
  readonly complaint: string;
  readonly onInput: (text: string) => void;
  readonly ref: (box: HTMLInputElement) => void;
}): JSX.Element {
  const id = createUniqueId();
  const hintId = createUniqueId();
  const isRight = () => findClientId(props.value) !== undefined;
  return (
    <div class="client-id">
      <div class="client-id-head">
        <label for={id}>Client ID</label>
        <span
          class={isRight() ? 'client-id-count client-id-right' : 'client-id-count'}
          aria-hidden="true"
        >
          <Show when={isRight()}>
            <Icon name="check" />
          </Show>
          <ChangingText text={`${props.value.trim().length}/${LENGTH}`} />
        </span>
      </div>
      <input
        id={id}
        ref={props.ref}
        type="text"
        class="mono"
        placeholder="0123456789abcdef0123456789abcdef"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        aria-invalid={props.complaint !== ''}
        aria-describedby={hintId}
      />
      <p id={hintId} class={props.complaint ? 'client-id-hint client-id-wrong' : 'client-id-hint'}>
        <ChangingText text={props.complaint || props.hint} />
      </p>
    </div>
  );
}
