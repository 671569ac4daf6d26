import { createEffect, createMemo, type JSX, lazy, Show } from 'solid-js';
import { useLogin, useServices } from '../../services/services.tsx';
import type { LoginState } from '../../session/current-login.ts';
import { forgetEnd, rememberEnd } from './ended-login.ts';

/** The login form, late because a person who is logged in does not see it. */
const WelcomePage = lazy(async () => ({ default: (await import('./welcome.tsx')).WelcomePage }));

/**
 * Displays a page while logged in, otherwise the login form in its place. A new login recreates the page; a
 * login that Spotify has ended leaves its content on the screen.
 */
export function RequireLogin(props: { readonly children: JSX.Element }): JSX.Element {
  const { clock, name } = useServices();
  const login = useLogin();
  const loginId = createMemo<string | undefined>((previous) => idOf(login(), previous));
  createEffect(() => {
    const { kind } = login();
    if (kind === 'ended') rememberEnd(name, clock.now());
    if (kind === 'signed-in') forgetEnd(name);
  });
  return (
    <Show when={loginId()} keyed fallback={<WelcomePage isInPlace />}>
      {props.children}
    </Show>
  );
}

function idOf(login: LoginState, previous: string | undefined): string | undefined {
  if (login.kind === 'signed-in') return login.record.loginId;
  return login.kind === 'ended' ? (previous ?? 'ended') : undefined;
}
