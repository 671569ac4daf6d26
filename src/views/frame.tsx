import { useLocation, useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show, startTransition } from 'solid-js';
import { BASE_PATH } from '../deployment.ts';
import { useLogin, useServices, useSessionRecord } from '../state/services.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { SpotifyMark } from './spotify-mark.tsx';

/** The strip that marks every page of the demo. */
export function DemoStrip(): JSX.Element {
  const services = useServices();
  return (
    <Show when={services.isDemo}>
      <aside class="demo-strip" aria-label="Demo">
        <p>
          <strong>Demo</strong>: made-up music, simulated Spotify
        </p>
        <button type="button" class="button small" onClick={() => void services.leaveDemo()}>
          Leave the demo
        </button>
      </aside>
    </Show>
  );
}

/** The top of every page: its name, the pages, and whose login this is. */
export function Header(): JSX.Element {
  const { session } = useServices();
  const login = useLogin();
  const navigate = useNavigate();
  const [remains, setRemains] = createSignal(false);
  const record = useSessionRecord();

  async function logOut(): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        // As one step: what stands in the place of a page without a login would only flash by.
        void startTransition(() => {
          session.logOut().then(resolve, reject);
          navigate(BASE_PATH, { resolve: false });
        });
      });
      setRemains(false);
    } catch {
      setRemains(true);
    }
  }

  return (
    <header class="top">
      <PageLink class="wordmark" to="">
        Liner Notes
      </PageLink>
      <nav aria-label="Pages">
        <Show when={login().kind !== 'signed-out'}>
          <PageLink to="playlists">Playlists</PageLink>
          <PageLink to="liked">Liked songs</PageLink>
        </Show>
        <PageLink to="flow">Login flow</PageLink>
      </nav>
      <Show when={record()}>
        {(current) => (
          <div class="account">
            <span class="clip">{current().account?.displayName}</span>
            <button type="button" class="button quiet" onClick={() => void logOut()}>
              Log out
            </button>
          </div>
        )}
      </Show>
      <Show when={remains()}>
        <ErrorNotice
          message="You are logged out here, but this browser did not remove the stored login. Try again, or clear this page’s site data."
          action="Try again"
          onAction={() => void logOut()}
        />
      </Show>
    </header>
  );
}

/** The bottom of every page: what is stored here, and where the data come from. */
export function Footer(): JSX.Element {
  const location = useLocation();
  return (
    <footer class="bottom">
      <p>
        Stored in this browser alone: your login, your Client ID, and for a day the lists you have
        opened. “Log out” removes the login and the lists.
        {/* The redirection endpoint links to no other site (RFC 9700, section 4.2.4). */}
        <Show when={location.pathname !== `${BASE_PATH}callback`}>
          {' '}
          Spotify lists the apps you let in under{' '}
          <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
            your account’s apps
          </a>
          .
        </Show>
      </p>
      <p class="attribution">
        <SpotifyMark /> Data from Spotify
      </p>
    </footer>
  );
}
