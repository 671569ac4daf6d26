import type { JSX } from 'solid-js';
import { ChangingText } from './changing-text.tsx';

/** The notice of a failure: cause, remaining rows, next step, and one button. */
export function ErrorNotice(props: {
  readonly message: string;
  readonly action: string;
  readonly onAction: () => void;
}): JSX.Element {
  return (
    <div class="notice bad" role="alert">
      <p>
        <ChangingText text={props.message} />
      </p>
      <button type="button" class="button" onClick={() => props.onAction()}>
        <ChangingText text={props.action} />
      </button>
    </div>
  );
}
