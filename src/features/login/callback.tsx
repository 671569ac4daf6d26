import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { isLoginError, LoginError } from '../../oauth/errors.ts';
import { createLoginStarter, isToChange } from '../../services/begin-login.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { errorText, loginFailureText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';
import './callback.css';

/**
 * The redirection endpoint: waits for the login to complete and goes to the return path, or displays the
 * error.
 */
export default function Callback(): JSX.Element {
  const { finishingLogin, pageMemory } = useServices();
  const login = useLogin();
  const navigate = useNavigate();
  const [isUnderWay, setUnderWay] = createSignal(finishingLogin !== undefined);
  const [error, setError] = createSignal<unknown>();

  finishingLogin?.then(
    (path) => {
      // A separate task, because rendering would delay the first request of the next page.
      setTimeout(navigate, 0, path, { replace: true });
    },
    (thrown) => {
      // Back after the login, and "Agree" once more: nothing is wrong, and nothing was changed.
      const isOfNoLogin = thrown instanceof LoginError && thrown.code === 'no_pending_login';
      if (isOfNoLogin && login().kind === 'signed-in') {
        pageMemory.hasOldAnswer = true;
        navigate('/playlists', { replace: true });
        return;
      }
      // The change that asked for a permission goes on without it: its page shows the plan again.
      const returnTo = thrown instanceof LoginError ? thrown.returnTo : undefined;
      if (isToChange(returnTo) && login().kind === 'signed-in') {
        navigate(returnTo, { replace: true });
        return;
      }
      setError(() => thrown);
      setUnderWay(false);
    },
  );
  if (!finishingLogin && login().kind === 'signed-in') navigate('/playlists', { replace: true });

  return (
    <div class="callback" aria-busy={isUnderWay()}>
      <div class="callback-card">
        <Show when={isUnderWay()} fallback={<CallbackProblem error={error()} />}>
          <PageHeading title="Logging in" />
          <p>Spotify has replied. One more step.</p>
        </Show>
      </div>
    </div>
  );
}

/** Displays the error of a login, or that no login is pending. */
function CallbackProblem(props: { readonly error: unknown }): JSX.Element {
  const services = useServices();
  const login = useLogin();
  const starter = createLoginStarter();
  const shown = () => starter.error() ?? props.error;
  const stillLoggedIn = () => login().kind === 'signed-in';
  const logInAgain = () => void starter.logInAgain();

  function message(): string {
    const text = loginFailureText(shown());
    return stillLoggedIn() ? `${text} You are still logged in as before.` : text;
  }
  const problem = () =>
    shown() ? message() : services.loginBlocker && loginBlockerText(services.loginBlocker);

  return (
    <>
      <Switch
        fallback={
          <>
            <PageHeading title="Nothing to finish here" />
            <p>No login is in progress in this tab. Log in again, or start from the home page.</p>
            <LogInButton onAction={logInAgain} />
          </>
        }
      >
        <Match when={isLoginError(shown(), 'declined')}>
          <PageHeading title="You declined" />
          <p>
            <ChangingText text={message()} />
          </p>
          <LogInButton onAction={logInAgain} />
          {/* What asked for more permissions, and was not sent, waits there. */}
          <Show when={stillLoggedIn()}>
            <p class="callback-ways">
              <PageLink to="changes">See your changes</PageLink>
            </p>
          </Show>
        </Match>
        <Match when={problem()}>
          {(text) => (
            <>
              <PageHeading title="The login did not finish" />
              <Notice kind="bad" message={text()} action="Log in again" onAction={logInAgain} />
            </>
          )}
        </Match>
      </Switch>
      <WaysOn error={shown()} />
    </>
  );
}

function LogInButton(props: { readonly onAction: () => void }): JSX.Element {
  return (
    <Button kind="primary" size="large" label="Log in again" onClick={() => props.onAction()} />
  );
}

/** Gives the page that explains an error of a login: the case of the lab that fits, else the steps of every login. */
function pageOf(error: unknown): string {
  if (isLoginError(error, 'declined')) return 'lab#access-denied';
  if (isLoginError(error, 'protocol')) return 'lab#state-changed';
  if (isLoginError(error, 'invalid-grant')) return 'lab#code-replayed';
  return 'flow';
}

/** Links to pages of this app alone: the redirection endpoint leads to no other site (RFC 9700, section 4.2.4). */
function WaysOn(props: { readonly error: unknown }): JSX.Element {
  const { demo, isDemo } = useServices();
  const [error, setError] = createSignal<unknown>();
  return (
    <>
      <p class="callback-ways">
        <Show when={!isDemo}>
          <a
            href={`${BASE_PATH}demo/authorize`}
            onClick={(event) => {
              event.preventDefault();
              setError(undefined);
              demo.enter().catch((thrown) => setError(() => thrown));
            }}
          >
            Try the demo
          </a>
        </Show>
        <PageLink to={pageOf(props.error)}>What happened?</PageLink>
        <PageLink to="">Home page</PageLink>
      </p>
      <Show when={error()}>{(thrown) => <Notice kind="bad" message={errorText(thrown())} />}</Show>
    </>
  );
}
