import { type JSX, Show } from 'solid-js';
import { LogInAgain } from '../features/login/log-in-again.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { loadFailureAction, loadFailureText } from '../words/errors.ts';
import type { LoadFailureProps } from './load-problem.tsx';
import './load-notice.css';

/** Says in full why a list stopped and what was kept, with the one way on. */
export default function LoadFailure(props: LoadFailureProps): JSX.Element {
  const message = () => loadFailureText(props);
  return (
    <Show
      when={loadFailureAction(props) === 'Log in again'}
      fallback={
        <ErrorNotice
          message={message()}
          action={loadFailureAction(props)}
          onAction={props.onAction}
        />
      }
    >
      <LogInAgain message={message()} />
    </Show>
  );
}
