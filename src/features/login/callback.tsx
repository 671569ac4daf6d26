import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { isLoginError, LoginError } from '../../oauth/errors.ts';
import { createLoginStarter } from '../../services/begin-login.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { getPlaylistsPage } from '../../spotify/playlists.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { loginFailureText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';

/**
 * The redirection endpoint: waits for the login to complete and goes to the return path, or displays the
 * error.
 */
export default function Callback(): JSX.Element {
  const { finishingLogin, pageMemory } = useServices();
  const { connection } = useSpotify();
  const login = useLogin();
  const navigate = useNavigate();
  const [isUnderWay, setUnderWay] = createSignal(finishingLogin !== undefined);
  const [error, setError] = createSignal<unknown>();

  finishingLogin?.then(
    (path) => {
      if (path === '/playlists') askAhead();
      // A separate task, because rendering would delay the request.
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
      setError(() => thrown);
      setUnderWay(false);
    },
  );
  if (!finishingLogin && login().kind === 'signed-in') navigate('/playlists', { replace: true });

  /**
   * Requests the first page of playlists before the navigation: the response takes longer than rendering, and
   * the page of playlists joins the pending request.
   */
  function askAhead(): void {
    if (lacksScope(login(), 'playlist-read-private')) return;
    getPlaylistsPage(connection, 0, new AbortController().signal).catch(() => undefined);
  }

  return (
    <div class="page prose" aria-busy={isUnderWay()}>
      <Show when={isUnderWay()} fallback={<CallbackProblem error={error()} />}>
        <PageHeading title="Logging in" />
        <p>Spotify has answered; one more step.</p>
      </Show>
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

  function message(): string {
    const text = loginFailureText(shown());
    return stillLoggedIn() ? `${text} You are still logged in as before.` : text;
  }
  const problem = () =>
    shown() ? message() : services.loginBlocker && loginBlockerText(services.loginBlocker);

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
      <Match when={isLoginError(shown(), 'declined')}>
        <PageHeading title="You declined" />
        <p>
          <ChangingText text={message()} />
        </p>
        <LogInButton onAction={() => void starter.logInAgain()} />
      </Match>
      <Match when={problem()}>
        {(text) => (
          <>
            <PageHeading title="The login did not finish" />
            <Notice
              kind="bad"
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
