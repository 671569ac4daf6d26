import type { JSX } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../../words/errors.ts';

/**
 * Explains a missing permission and begins a login that requests its scopes in addition to the granted ones,
 * with this page as the return path. The current login stays until the new one succeeds.
 */
export function AskForScopes(props: {
  readonly message: string;
  /** Names of the missing scopes; empty where unknown. */
  readonly needed: readonly string[];
}): JSX.Element {
  const starter = createLoginStarter();
  return (
    <Notice
      kind="bad"
      message={starter.error() ? errorText(starter.error()) : props.message}
      action="Log in again"
      onAction={() => void starter.logInAgain(props.needed)}
    />
  );
}
