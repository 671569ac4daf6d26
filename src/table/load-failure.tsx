import { type JSX, Show } from 'solid-js';
import { LogInAgain } from '../features/login/log-in-again.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { loadFailureText, wayOn } from '../words/load-failure.ts';
import type { LoadFailureProps } from './load-problem.tsx';
import './load-notice.css';

/** Says in full why a list stopped and what was kept, with the one way on. */
export default function LoadFailure(props: LoadFailureProps): JSX.Element {
  const message = () => loadFailureText(props);
  return (
    <Show
      when={wayOn(props) === 'Log in again'}
      fallback={<ErrorNotice message={message()} action={wayOn(props)} onAction={props.onAction} />}
    >
      <LogInAgain message={message()} />
    </Show>
  );
}
