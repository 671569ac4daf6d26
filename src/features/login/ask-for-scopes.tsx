import type { JSX } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { errorText } from '../../words/errors.ts';

/**
 * Says which permission is needed and why, and asks Spotify for it beside those that the login has; the person comes
 * back to this page. Until the new login has succeeded, the old one stays as it is.
 */
export function AskForScopes(props: {
  readonly message: string;
  /** Names of scopes, where they are known. */
  readonly needed: readonly string[];
}): JSX.Element {
  const starter = createLoginStarter();
  return (
    <ErrorNotice
      message={starter.error() ? errorText(starter.error()) : props.message}
      action="Log in again"
      onAction={() => void starter.logInAgain(props.needed)}
    />
  );
}
