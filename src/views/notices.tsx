import { type JSX, lazy, Show, Suspense } from 'solid-js';
import { SCOPES } from '../config.ts';
import { endsSoon, lacksScope } from '../state/login-facts.ts';
import { useLogin, useServices } from '../state/services.tsx';

/** Loaded for those whom it has something to tell. */
const LoginNotices = lazy(() => import('./login-notices.tsx'));

/** What a person should know of the login itself, if there is anything. */
export function Notices(): JSX.Element {
  const { clock } = useServices();
  const login = useLogin();
  function isDue(): boolean {
    const state = login();
    if (state.kind !== 'signed-in') return false;
    const isLacking = SCOPES.some(({ name }) => lacksScope(state, name));
    return isLacking || !state.stored || endsSoon(state.record.authorizedAt, clock.now());
  }
  return (
    <Show when={isDue()}>
      <Suspense>
        <LoginNotices />
      </Suspense>
    </Show>
  );
}
