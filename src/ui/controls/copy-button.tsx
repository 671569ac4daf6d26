import { createSignal, type JSX, onCleanup } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import { Button, type ButtonLook } from './button.tsx';
import './copy-button.css';

/** Duration of the text "Copied", in ms. */
const CONFIRMATION_MS = 2_000;

/** A button that copies a text and confirms it beside itself; its accessible name does not change. */
export function CopyButton(
  props: ButtonLook & {
    /** Accessible name, such as "Copy redirect URI". */
    readonly name: string;
    /** Text of the button; the name by default. */
    readonly label?: string;
    readonly text: () => string;
  },
): JSX.Element {
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
    <span class="copy-button">
      <Button {...props} label={props.label ?? props.name} onClick={() => void copy()} />
      <span class="copy-button-said" aria-live="polite">
        <ChangingText text={outcome()} />
      </span>
    </span>
  );
}
