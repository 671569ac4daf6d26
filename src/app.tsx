import { Router, type RouteSectionProps, useNavigate } from '@solidjs/router';
import { type Component, ErrorBoundary, type JSX, Show, Suspense } from 'solid-js';
import { BASE_PATH } from './deployment.ts';
import { ROUTES } from './routes.ts';
import {
  createLogin,
  LoginProvider,
  type Services,
  ServicesProvider,
  useLogin,
  useServices,
} from './state/services.tsx';
import { ErrorNotice } from './ui/error-notice.tsx';
import { PageLink } from './ui/page-link.tsx';
import { SpotifyMark } from './ui/spotify-mark.tsx';

/** The whole app: its services, its pages, and the frame around them. */
export function App(props: {
  readonly services: Services;
  /** The demo's consent page, in the demo. */
  readonly consent: Component | undefined;
}): JSX.Element {
  const login = createLogin(props.services.session);
  const consent = props.consent ? [{ path: '/demo/authorize', component: props.consent }] : [];
  return (
    <ServicesProvider value={props.services}>
      <LoginProvider value={login}>
        <Router base={BASE_PATH.slice(0, -1)} root={Frame}>
          {[...consent, ...ROUTES]}
        </Router>
      </LoginProvider>
    </ServicesProvider>
  );
}

function Frame(props: RouteSectionProps): JSX.Element {
  return (
    <>
      <DemoStrip />
      <Header />
      <main>
        <ErrorBoundary fallback={() => <BrokenPage />}>
          <Suspense fallback={<div class="page" aria-busy="true" />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  );
}

function BrokenPage(): JSX.Element {
  return (
    <div class="page prose">
      <ErrorNotice
        message="A part of this page did not load or failed. Your login and settings are kept."
        action="Try again"
        onAction={() => location.reload()}
      />
    </div>
  );
}

function DemoStrip(): JSX.Element {
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

function Header(): JSX.Element {
  const { session } = useServices();
  const login = useLogin();
  const navigate = useNavigate();
  const record = () => {
    const state = login();
    return state.kind === 'signed-in' ? state.record : undefined;
  };

  async function logOut(): Promise<void> {
    navigate('/');
    await session.logOut();
  }

  return (
    <header class="top">
      <PageLink class="wordmark" to="/">
        Liner Notes
      </PageLink>
      <nav aria-label="Pages">
        <Show when={login().kind !== 'signed-out'}>
          <PageLink to="/playlists">Playlists</PageLink>
        </Show>
        <PageLink to="/flow">Login flow</PageLink>
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
    </header>
  );
}

function Footer(): JSX.Element {
  return (
    <footer class="bottom">
      <p>
        Stored in this browser alone: your login, your Client ID, and nothing of your music. “Log
        out” removes the login; Spotify lists the apps you let in under{' '}
        <a href="https://www.spotify.com/account/apps" target="_blank" rel="noopener noreferrer">
          your account’s apps
        </a>
        .
      </p>
      <p class="attribution">
        <SpotifyMark /> Data from Spotify
      </p>
    </footer>
  );
}
