import { type JSX, Show } from 'solid-js';
import { SCOPE_NAMES } from '../config.ts';
import { endsSoon, lacksScope } from '../state/login-facts.ts';
import { useLogin, useServices } from '../state/services.tsx';
import { optional } from '../ui/optional.tsx';

/** Loaded for those whom it has something to tell. */
const LoginNotices = optional(() => import('./login-notices.tsx'));

/** What a person should know of the login itself, if there is anything. */
export function Notices(): JSX.Element {
  const { clock } = useServices();
  const login = useLogin();
  function isDue(): boolean {
    const state = login();
    if (state.kind !== 'signed-in') return false;
    const isLacking = SCOPE_NAMES.some((name) => lacksScope(state, name));
    return isLacking || !state.stored || endsSoon(state.record.authorizedAt, clock.now());
  }
  return (
    <Show when={isDue()}>
      <LoginNotices />
    </Show>
  );
}
