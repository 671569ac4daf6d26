import { type JSX, Show } from 'solid-js';
import { LoginRequiredError } from '../session/errors.ts';
import { InsufficientScopeError } from '../spotify/errors.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { errorMessage } from './error-message.ts';
import type { LoadFailureProps } from './load-problem.tsx';
import { LogInAgain } from './log-in-again.tsx';

/** Says in full why a list stopped and what was kept, with the one way on. */
export default function LoadFailure(props: LoadFailureProps): JSX.Element {
  const needsLogin = () =>
    props.error instanceof LoginRequiredError || props.error instanceof InsufficientScopeError;
  function message(): string {
    const text = errorMessage(props.error);
    if (props.isWhole) return `${text} You see the last complete list.`;
    return props.count === 0
      ? text
      : `${text} The ${props.counted(props.count)} that came are kept.`;
  }
  return (
    <Show
      when={needsLogin()}
      fallback={
        <ErrorNotice
          message={message()}
          action={props.count === 0 ? 'Try again' : 'Resume'}
          onAction={props.onAction}
        />
      }
    >
      <LogInAgain message={message()} />
    </Show>
  );
}
