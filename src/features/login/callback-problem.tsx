import { type JSX, Match, Switch } from 'solid-js';
import { AuthorizationDeniedError } from '../../oauth/errors.ts';
import { createLoginStarter } from '../../services/begin-login.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { loginFailureText } from '../../words/errors.ts';
import { obstacleText } from '../../words/login-blocker.ts';

/** Says why a login did not finish, or that there is none to finish. */
export default function CallbackProblem(props: { readonly error: unknown }): JSX.Element {
  const services = useServices();
  const login = useLogin();
  const starter = createLoginStarter();
  const shown = () => starter.error() ?? props.error;
  const stillLoggedIn = () => login().kind === 'signed-in';

  function message(): string {
    const text = loginFailureText(shown());
    return stillLoggedIn() ? `${text} You are still logged in as before.` : text;
  }
  const problem = () =>
    shown() ? message() : services.obstacle && obstacleText(services.obstacle);

  return (
    <Switch
      fallback={
        <>
          <PageHeading title="Nothing to finish here" />
          <p>This page ends a login that began in this tab, and none is under way.</p>
          <LogInButton onAction={() => void starter.logInAgain()} />
        </>
      }
    >
      <Match when={shown() instanceof AuthorizationDeniedError}>
        <PageHeading title="You declined" />
        <p>{message()}</p>
        <LogInButton onAction={() => void starter.logInAgain()} />
      </Match>
      <Match when={problem()}>
        {(text) => (
          <>
            <PageHeading title="The login did not finish" />
            <ErrorNotice
              message={text()}
              action="Log in again"
              onAction={() => void starter.logInAgain()}
            />
          </>
        )}
      </Match>
    </Switch>
  );
}

function LogInButton(props: { readonly onAction: () => void }): JSX.Element {
  return (
    <p class="actions">
      <button type="button" class="button" onClick={() => props.onAction()}>
        Log in again
      </button>
    </p>
  );
}
