import type { JSX } from 'solid-js';

/** The notice of a failure: cause, remaining rows, next step, and one button. */
export function ErrorNotice(props: {
  readonly message: string;
  readonly action: string;
  readonly onAction: () => void;
}): JSX.Element {
  return (
    <div class="notice bad" role="alert">
      <p>{props.message}</p>
      <button type="button" class="button" onClick={() => props.onAction()}>
        {props.action}
      </button>
    </div>
  );
}
