import { createSignal, type JSX, onCleanup } from 'solid-js';
import { ChangingText } from './changing-text.tsx';

/** Duration of the text "Copied", in ms. */
const CONFIRMATION_MS = 2_000;

/** A button that copies a text and confirms it; its accessible name does not change. */
export function CopyButton(props: {
  readonly label: string;
  /** Text of the button; the label by default. */
  readonly children?: JSX.Element;
  readonly text: () => string;
  readonly class?: string;
}): JSX.Element {
  const [outcome, setOutcome] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  async function copy(): Promise<void> {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(props.text());
      setOutcome('Copied');
    } catch {
      setOutcome('Not copied: select the text and copy it by hand');
    }
    timer = setTimeout(() => setOutcome(''), CONFIRMATION_MS);
  }

  return (
    <span class="copy">
      <button
        type="button"
        class={props.class ?? 'button quiet'}
        aria-label={props.label}
        onClick={() => void copy()}
      >
        {props.children ?? props.label}
      </button>
      <span class="copied" aria-live="polite">
        <ChangingText text={outcome()} />
      </span>
    </span>
  );
}
