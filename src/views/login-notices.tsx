import { type JSX, Match, Show, Switch } from 'solid-js';
import type { LoginState } from '../session/current-login.ts';
import { useLogin, useServices, useSessionRecord } from '../state/services.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { createLoginStarter } from './begin-login.ts';
import { errorMessage } from './error-message.ts';
import { shownDay } from './shown-day.ts';

const DAY_MS = 86_400_000;

/** Life of a refresh token, counted from the consent (Spotify: "Refresh token expiration", June 2026). */
const LOGIN_LIFE_MS = 180 * DAY_MS;

/** From this age on a person is told that the login ends soon. */
const NOTICE_AFTER_MS = 170 * DAY_MS;

/** What goes missing with each scope that was not granted. */
const LOSSES: Readonly<Record<string, string>> = {
  'playlist-read-private':
    'This login may not list your private playlists (playlist-read-private was not granted), so no list is shown rather than half of one.',
  'playlist-read-collaborative':
    'This login may not list collaborative playlists (playlist-read-collaborative was not granted); the others are below.',
  'user-library-read':
    'This login may not read your liked songs (user-library-read was not granted); your playlists are below.',
};

/** Whether a login was granted less than this scope. */
export function lacksScope(login: LoginState, scope: string): boolean {
  return login.kind === 'signed-in' && !login.record.grantedScopes.includes(scope);
}

/** When the refresh token of a login ends, in ms since the epoch. */
export function endOfLogin(authorizedAt: number): number {
  return authorizedAt + LOGIN_LIFE_MS;
}

/** What a person should know of the login itself: a missing permission, its near end, or that it is not stored. */
export function LoginNotices(): JSX.Element {
  const { clock } = useServices();
  const login = useLogin();
  const starter = createLoginStarter();

  const record = useSessionRecord();
  const loss = () => Object.keys(LOSSES).find((scope) => lacksScope(login(), scope));
  const endsSoon = () => {
    const authorizedAt = record()?.authorizedAt;
    if (authorizedAt === undefined || clock.now() < authorizedAt + NOTICE_AFTER_MS) return;
    return endOfLogin(authorizedAt);
  };
  const isUnstored = () => {
    const state = login();
    return state.kind === 'signed-in' && !state.stored;
  };

  return (
    <>
      <Switch>
        <Match when={loss()}>
          {(scope) => (
            <ErrorNotice
              message={LOSSES[scope()] ?? ''}
              action="Log in again"
              onAction={() => void starter.logInAgain()}
            />
          )}
        </Match>
        <Match when={endsSoon()}>
          {(end) => (
            <aside class="notice" aria-label="About your login">
              <p>
                Spotify ends every login after six months, yours on {shownDay(end())}. Log in again
                before that day and nothing is interrupted.
              </p>
              <button type="button" class="button" onClick={() => void starter.logInAgain()}>
                Log in again
              </button>
            </aside>
          )}
        </Match>
        <Match when={isUnstored()}>
          <aside class="notice" aria-label="About your login">
            <p>
              This browser did not keep your login: everything works, until this tab is closed or
              reloaded.
            </p>
          </aside>
        </Match>
      </Switch>
      <Show when={starter.error()}>
        {(error) => (
          <p class="notice bad" role="alert">
            {errorMessage(error()).text}
          </p>
        )}
      </Show>
    </>
  );
}
