import { type JSX, Match, Show, Switch } from 'solid-js';
import { SCOPES } from '../config.ts';
import type { LoginState } from '../session/current-login.ts';
import { useLogin, useServices, useSessionRecord } from '../state/services.tsx';
import { createLoginStarter } from './begin-login.ts';
import { errorMessage } from './error-message.ts';
import { LogInAgain } from './log-in-again.tsx';
import { shownDay } from './shown-day.ts';

const DAY_MS = 86_400_000;

/** Life of a refresh token, counted from the consent (Spotify: "Refresh token expiration", June 2026). */
const LOGIN_LIFE_MS = 180 * DAY_MS;

/** From this age on a person is told that the login ends soon. */
const NOTICE_AFTER_MS = 170 * DAY_MS;

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
  const missing = () => SCOPES.find((scope) => lacksScope(login(), scope.name));
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
        <Match when={missing()}>
          {(scope) => (
            <LogInAgain
              message={`This login may not ${scope().loss} (${scope().name} was not granted).`}
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
