import { Navigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { worksInMemory } from '../../services/login-blocker.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { errorText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';
import { LoginForm } from './login-form.tsx';
import { LoginReason } from './login-reason.tsx';
import { SandboxNotice } from './sandbox-notice.tsx';
import { Showcase } from './showcase.tsx';
import './welcome.css';

/**
 * The first page: a description of the app, with the login form and the demo. While logged in, redirects to
 * the playlists.
 */
export default function Welcome(): JSX.Element {
  const login = useLogin();
  return (
    <Show when={login().kind !== 'signed-in'} fallback={<Navigate href="/playlists" />}>
      <WelcomePage isInPlace={false} />
    </Show>
  );
}

/**
 * The content of the first page, also in place of a page that requires a login; the address stays and becomes
 * the return path.
 */
export function WelcomePage(props: { readonly isInPlace: boolean }): JSX.Element {
  const services = useServices();
  const [error, setError] = createSignal<unknown>();

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
      <div class="welcome-lead">
        <PageHeading title="Every Spotify playlist you have, on one page">
          Every Spotify playlist you have, on one page.
        </PageHeading>
        <p class="welcome-text">
          Search thousands of playlists as you type, private ones included. Open their songs. Take
          it all with you as Excel, CSV or JSON.
        </p>
        <Show when={!services.isDemo}>
          <p class="welcome-actions">
            <ButtonLink
              label="Try the demo"
              size="large"
              kind={services.clientId.current() ? 'default' : 'primary'}
              href={`${BASE_PATH}demo/authorize`}
              onClick={(event) => {
                event.preventDefault();
                tryDemo();
              }}
            />
            <span class="welcome-hint">No account needed. Nothing leaves this page.</span>
          </p>
        </Show>
        <Show when={error()}>
          <Notice kind="bad" message={demoFailure()} action="Try again" onAction={tryDemo} />
        </Show>
        <EndNotices />
      </div>
      <LoginForm>
        <LoginReason isInPlace={props.isInPlace} />
      </LoginForm>
      <Showcase />
    </div>
  );
}

/** Says what has become of the login that this tab had: a log-out, a copied tab, or a newer version of this page. */
function EndNotices(): JSX.Element {
  const services = useServices();
  const login = useLogin();

  function isSignedOut(reason: 'newer-record' | 'logged-out' | 'copied'): boolean {
    const state = login();
    return state.kind === 'signed-out' && state.reason === reason;
  }

  const hasLoggedOut = () =>
    !services.isDemo && (services.hasLoggedOut || isSignedOut('logged-out'));

  return (
    <>
      <Show when={hasLoggedOut()}>
        <SandboxNotice />
        <div class="notice notice-info" role="status">
          <Icon name="info" />
          <p class="notice-text">
            <Show when={services.hasStoppedJobs}>The job that was running has been stopped. </Show>
            You are logged out, and your lists are removed from this browser. Spotify has no way to
            end the login from here. To end it there too, remove the app under{' '}
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
      <Show when={isSignedOut('copied')}>
        <div class="notice notice-info" role="status">
          <Icon name="info" />
          <p class="notice-text">
            This tab is a copy. Your login is in the other tab. Continue there, or log in here too.
          </p>
        </div>
      </Show>
      <Show when={isSignedOut('newer-record')}>
        <Notice
          kind="warn"
          message="This browser holds a login of a newer version of this page. Reload to use it. Logging in here replaces it."
        />
      </Show>
    </>
  );
}
