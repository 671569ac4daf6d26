import type { JSX } from 'solid-js';

/** A failure as a person meets it: what happened, what was kept, what to do, and one button for it. */
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
