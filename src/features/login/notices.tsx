import { createSignal, type JSX, Show, untrack } from 'solid-js';
import { SCOPE_NAMES } from '../../config.ts';
import { endsSoon, lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';

/** No page waits longer for what is only said above it, in ms. */
const PATIENCE_MS = 1_000;

const loadNotices = () => import('./login-notices.tsx');

/** Loaded for those whom it has something to tell. */
const LoginNotices = lazyPart(loadNotices);

/**
 * What a person should know of the login itself, if there is anything, above the page it is about; who
 * has something to know sees the page with it, so that nothing is pushed down.
 */
export function Notices(props: { readonly children: JSX.Element }): JSX.Element {
  const { clock } = useServices();
  const login = useLogin();
  function isDue(): boolean {
    const state = login();
    if (state.kind !== 'signed-in') return false;
    const isLacking = SCOPE_NAMES.some((name) => lacksScope(state, name));
    const isLasting = state.stored && !endsSoon(state.record.authorizedAt, clock.now());
    return isLacking || !isLasting || state.isHeldUp;
  }
  const mustWait = untrack(isDue);
  const [isReady, setReady] = createSignal(!mustWait);
  const setDone = () => setReady(true);
  if (mustWait) Promise.race([loadNotices(), clock.sleep(PATIENCE_MS)]).then(setDone, setDone);
  return (
    <>
      <Show when={isDue()}>
        <LoginNotices />
      </Show>
      <Show when={isReady()}>{props.children}</Show>
    </>
  );
}
