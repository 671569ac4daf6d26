import type { JSX } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../../words/errors.ts';

/** Explains why a new login is required and begins it; displays the error where that fails. */
export function LogInAgain(props: { readonly message: string }): JSX.Element {
  const starter = createLoginStarter();
  return (
    <Notice
      kind="bad"
      message={starter.error() ? errorText(starter.error()) : props.message}
      action="Log in again"
      onAction={() => void starter.logInAgain()}
    />
  );
}
