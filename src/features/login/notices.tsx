import { type JSX, Match, Show, Switch } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import {
  endOfLogin,
  endsSoon,
  hasReplacedAnother,
  lacksScope,
} from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { ChangingText } from '../../ui/changing-text.tsx';
import { formatDay } from '../../words/day.ts';
import { errorText } from '../../words/errors.ts';
import { SCOPES } from '../../words/scopes.ts';
import { AskForScopes } from './ask-for-scopes.tsx';

/**
 * Displays a page below the notice about its login, if there is one: another tab does not release the lock, a
 * scope is missing, the refresh token expires soon, or the login is not stored.
 */
export function Notices(props: { readonly children: JSX.Element }): JSX.Element {
  const { clock, pageMemory } = useServices();
  const { hasOldAnswer } = pageMemory;
  pageMemory.hasOldAnswer = false;
  const login = useLogin();
  const starter = createLoginStarter();

  const record = useSessionRecord();
  const missing = () => SCOPES.find((scope) => lacksScope(login(), scope.name));
  const near = () => {
    const authorizedAt = record()?.authorizedAt;
    if (authorizedAt === undefined || !endsSoon(authorizedAt, clock.now())) return;
    return endOfLogin(authorizedAt);
  };
  const isUnstored = () => {
    const state = login();
    return state.kind === 'signed-in' && !state.stored;
  };

  const isHeldUp = () => {
    const state = login();
    return state.kind === 'signed-in' && state.isHeldUp;
  };

  return (
    <>
      <Switch>
        <Match when={isHeldUp()}>
          <aside class="notice" aria-label="About your login">
            <p>
              Another tab of this page hangs and holds up this one. Your login is kept. Close that
              tab.
            </p>
          </aside>
        </Match>
        <Match when={missing()}>
          {(scope) => (
            <AskForScopes
              needed={[scope().name]}
              message={`This login may not ${scope().loss} (${scope().name} was not granted).`}
            />
          )}
        </Match>
        <Match when={hasReplacedAnother(login())}>
          <aside class="notice" aria-label="About your login">
            <p>You came back from Spotify with another account than before.</p>
          </aside>
        </Match>
        <Match when={near()}>
          {(end) => (
            <aside class="notice" aria-label="About your login">
              <p>
                Spotify ends every login after six months, yours on {formatDay(end())}. Log in again
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
      <Show when={hasOldAnswer}>
        <aside class="notice" aria-label="About your login">
          <p>
            This answer of Spotify was used before, or belongs to another tab. You are logged in as
            before.
          </p>
        </aside>
      </Show>
      <Show when={starter.error()}>
        {(error) => (
          <p class="notice notice-bad" role="alert">
            <ChangingText text={errorText(error())} />
          </p>
        )}
      </Show>
      {props.children}
    </>
  );
}
