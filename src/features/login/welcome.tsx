import { Navigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { worksInMemory } from '../../services/login-blocker.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { errorText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';
import { LoginForm } from './login-form.tsx';

/**
 * The first page: a description of the app, with the login form and the demo. While logged in, redirects to
 * the playlists.
 */
export default function Welcome(): JSX.Element {
  const login = useLogin();
  return (
    <Show when={login().kind !== 'signed-in'} fallback={<Navigate href="/playlists" />}>
      <WelcomePage />
    </Show>
  );
}

/**
 * The content of the first page, also in place of a page that requires a login; the address stays and becomes
 * the return path.
 */
export function WelcomePage(): JSX.Element {
  const services = useServices();
  const login = useLogin();
  const [error, setError] = createSignal<unknown>();

  function isSignedOut(reason: 'newer-record' | 'logged-out' | 'copied'): boolean {
    const state = login();
    return state.kind === 'signed-out' && state.reason === reason;
  }

  const hasLoggedOut = () =>
    !services.isDemo && (services.hasLoggedOut || isSignedOut('logged-out'));

  function demoFailure(): string {
    const { loginBlocker } = services;
    const isBarred = loginBlocker && !worksInMemory(loginBlocker);
    return isBarred ? loginBlockerText(loginBlocker) : errorText(error());
  }

  function tryDemo(): void {
    setError(undefined);
    services.demo.enter().catch((thrown) => setError(() => thrown));
  }

  return (
    <div class="page welcome">
      <div class="lead">
        <PageHeading title="Your Spotify playlists, on one page" />
        <p>
          Sort them, search them, private ones included. No server, no password: your browser talks
          to Spotify and to nobody else.
        </p>
        <Show when={!services.isDemo}>
          <p class="actions">
            <a
              class="button"
              href={`${BASE_PATH}demo/authorize`}
              onClick={(event) => {
                event.preventDefault();
                tryDemo();
              }}
            >
              Try the demo
            </a>
            <span class="hint">No account needed, nothing leaves this page.</span>
          </p>
        </Show>
        <Show when={hasLoggedOut()}>
          <div class="notice" role="status">
            <p>
              You are logged out, and your lists are removed from this browser. Spotify has no way
              to end the login from here. To end it there too, remove the app under{' '}
              <a
                href="https://www.spotify.com/account/apps"
                target="_blank"
                rel="noopener noreferrer"
              >
                your account’s apps
              </a>
              .
            </p>
          </div>
        </Show>
        <Show when={error()}>
          <Notice kind="bad" message={demoFailure()} action="Try again" onAction={tryDemo} />
        </Show>
        <Show when={isSignedOut('copied')}>
          <p class="notice" role="status">
            This tab is a copy. Your login lives in the other one, since it is not kept on this
            device: go on there, or log in here too.
          </p>
        </Show>
        <Show when={isSignedOut('newer-record')}>
          <p class="notice">
            This browser holds a login of a newer version of this page. Reload to get that version;
            the login is untouched unless you log in again here.
          </p>
        </Show>
      </div>
      <LoginForm />
    </div>
  );
}
