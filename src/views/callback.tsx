import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, lazy, Show } from 'solid-js';
import { useLogin, useServices } from '../state/services.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

/** Loaded for the logins that do not finish. */
const CallbackProblem = lazy(() => import('./callback-problem.tsx'));

/** The redirection endpoint: waits for the login to finish and goes on, or says why it did not. */
export default function Callback(): JSX.Element {
  const { finishingLogin } = useServices();
  const login = useLogin();
  const navigate = useNavigate();
  const [isUnderWay, setUnderWay] = createSignal(finishingLogin !== undefined);
  const [error, setError] = createSignal<unknown>();

  finishingLogin?.then(
    (path) => navigate(path, { replace: true }),
    (thrown) => {
      setError(() => thrown);
      setUnderWay(false);
    },
  );
  if (!finishingLogin && login().kind === 'signed-in') navigate('/playlists', { replace: true });

  return (
    <div class="page prose">
      <Show when={isUnderWay()} fallback={<CallbackProblem error={error()} />}>
        <PageHeading title="Logging in" />
        <p>Spotify has answered; one more step.</p>
      </Show>
    </div>
  );
}
