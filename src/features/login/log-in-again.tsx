import type { JSX } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { errorText } from '../../words/errors.ts';

/** Says why a new login is needed and begins it; where that fails, says why instead. */
export function LogInAgain(props: { readonly message: string }): JSX.Element {
  const starter = createLoginStarter();
  return (
    <ErrorNotice
      message={starter.error() ? errorText(starter.error()) : props.message}
      action="Log in again"
      onAction={() => void starter.logInAgain()}
    />
  );
}
