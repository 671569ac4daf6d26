import { createMemo, type JSX, lazy, Show } from 'solid-js';
import { useLogin } from '../../services/services.tsx';
import type { LoginState } from '../../session/current-login.ts';

const WelcomePage = lazy(async () => ({ default: (await import('./welcome.tsx')).WelcomePage }));

/**
 * Shows a page to whoever is logged in, and the login form in its place to all others. A new login
 * starts the page afresh; a login that Spotify has ended leaves what is on the screen.
 */
export function RequireLogin(props: { readonly children: JSX.Element }): JSX.Element {
  const login = useLogin();
  const loginId = createMemo<string | undefined>((previous) => idOf(login(), previous));
  return (
    <Show when={loginId()} keyed fallback={<WelcomePage />}>
      {props.children}
    </Show>
  );
}

function idOf(login: LoginState, previous: string | undefined): string | undefined {
  if (login.kind === 'signed-in') return login.record.loginId;
  return login.kind === 'ended' ? (previous ?? 'ended') : undefined;
}
