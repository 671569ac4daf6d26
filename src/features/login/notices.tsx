import { type JSX, Match, Switch } from 'solid-js';
import { createLoginStarter } from '../../services/begin-login.ts';
import {
  endOfLogin,
  endsSoon,
  hasReplacedAnother,
  lacksScope,
} from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatDay } from '../../words/day.ts';
import { errorText } from '../../words/errors.ts';
import { SCOPES } from '../../words/scopes.ts';
import { AskForScopes } from './ask-for-scopes.tsx';

/**
 * Displays a page below the one notice about its login, if there is any: another tab does not release the lock, a
 * scope is missing, an old answer came, the refresh token expires soon, or the login is not stored.
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
        <Match when={starter.error()}>
          {(error) => (
            <Notice
              kind="bad"
              message={errorText(error())}
              action="Log in again"
              onAction={() => void starter.logInAgain()}
            />
          )}
        </Match>
        <Match when={isHeldUp()}>
          <AboutLogin
            kind="warn"
            message="Another tab of this page hangs and holds up this one. Your login is kept. Close that tab."
          />
        </Match>
        <Match when={missing()}>
          {(scope) => (
            <AskForScopes
              needed={[scope().name]}
              message={`This login may not ${scope().loss} (${scope().name} was not granted).`}
            />
          )}
        </Match>
        <Match when={hasOldAnswer}>
          <AboutLogin
            kind="info"
            message="This login link was already used or belongs to another tab. You are logged in as before."
          />
        </Match>
        <Match when={hasReplacedAnother(login())}>
          <AboutLogin
            kind="warn"
            message="You came back from Spotify with another account than before."
          />
        </Match>
        <Match when={near()}>
          {(end) => (
            <AboutLogin
              kind="info"
              message={`Spotify ends every login after six months. Yours ends on ${formatDay(end())}. Log in again before that day to avoid an interruption.`}
              action="Log in again"
              onAction={() => void starter.logInAgain()}
            />
          )}
        </Match>
        <Match when={isUnstored()}>
          <AboutLogin
            kind="warn"
            message="This browser did not keep your login. It ends when you close or reload this tab."
          />
        </Match>
      </Switch>
      {props.children}
    </>
  );
}

function AboutLogin(props: {
  readonly kind: 'warn' | 'info';
  readonly message: string;
  readonly action?: string;
  readonly onAction?: () => void;
}): JSX.Element {
  return <Notice name="About your login" {...props} />;
}
