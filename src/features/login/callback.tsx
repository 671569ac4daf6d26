import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, lazy, Show } from 'solid-js';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { getPlaylistsPage } from '../../spotify/playlists.ts';
import { PageHeading } from '../../ui/page-heading.tsx';

/** Loaded for the logins that do not finish. */
const CallbackProblem = lazy(() => import('./callback-problem.tsx'));

/** The redirection endpoint: waits for the login to finish and goes on, or says why it did not. */
export default function Callback(): JSX.Element {
  const { finishingLogin } = useServices();
  const { connection } = useSpotify();
  const login = useLogin();
  const navigate = useNavigate();
  const [isUnderWay, setUnderWay] = createSignal(finishingLogin !== undefined);
  const [error, setError] = createSignal<unknown>();

  finishingLogin?.then(
    (path) => {
      if (path === '/playlists') askAhead();
      // A task of its own: drawing would hold up the request.
      setTimeout(navigate, 0, path, { replace: true });
    },
    (thrown) => {
      setError(() => thrown);
      setUnderWay(false);
    },
  );
  if (!finishingLogin && login().kind === 'signed-in') navigate('/playlists', { replace: true });

  /** The answer takes longer than drawing the page, which then joins the request that is under way. */
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
