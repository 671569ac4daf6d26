import { createSignal, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { createLoginStarter } from '../../../services/begin-login.ts';
import { endOfLogin } from '../../../services/login-facts.ts';
import { createNow } from '../../../services/now.ts';
import { useServices } from '../../../services/services.tsx';
import type { SessionRecord } from '../../../session/types.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button, ButtonLink } from '../../../ui/controls/button.tsx';
import { CopyButton } from '../../../ui/controls/copy-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatDay } from '../../../words/day.ts';
import { errorText, needsLogin } from '../../../words/errors.ts';
import { formatRemaining } from '../explain/remaining.ts';
import './login-result.css';

const HIDDEN = '••••••••';

/** The token request and response of the current login as JSON; secrets are hidden until a button reveals them. */
export function LoginResult(props: { readonly record: SessionRecord }): JSX.Element {
  const { session, clock } = useServices();
  const now = createNow(clock);
  const starter = createLoginStarter();
  const [showsAccessToken, setShowsAccessToken] = createSignal(false);
  const [showsRefreshToken, setShowsRefreshToken] = createSignal(false);
  const [isRefreshing, setRefreshing] = createSignal(false);
  const [error, setError] = createSignal<unknown>();

  function json(): string {
    const { record } = props;
    const result = {
      request: { redirect_uri: record.redirectUri, scopes: record.askedScopes },
      response: {
        access_token: showsAccessToken() ? record.accessToken : HIDDEN,
        refresh_token: showsRefreshToken() ? record.refreshToken : HIDDEN,
        expires_in: record.expiresIn,
      },
    };
    return JSON.stringify(result, null, 2);
  }

  async function refresh(): Promise<void> {
    setRefreshing(true);
    setError(undefined);
    try {
      await session.refreshNow();
    } catch (thrown) {
      setError(() => thrown);
    } finally {
      setRefreshing(false);
    }
  }

  return (
    <section class="flow-result" aria-labelledby="flow-result">
      <h2 id="flow-result">Result</h2>
      <div class="flow-result-json">
        <pre>
          <code translate="no">{json()}</code>
        </pre>
        <div class="flow-result-tools">
          <Button
            icon={showsAccessToken() ? 'eye-off' : 'eye'}
            label={`${showsAccessToken() ? 'Hide' : 'Reveal'} access token`}
            onClick={() => setShowsAccessToken(!showsAccessToken())}
          />
          <Button
            icon={showsRefreshToken() ? 'eye-off' : 'eye'}
            label={`${showsRefreshToken() ? 'Hide' : 'Reveal'} refresh token`}
            onClick={() => setShowsRefreshToken(!showsRefreshToken())}
          />
          <CopyButton icon="copy" name="Copy result" text={json} />
        </div>
        <p class="flow-result-note">
          The copy hides what is hidden here. Keep a token as secret as a password.
        </p>
      </div>
      <div class="flow-result-about">
        <dl class="flow-facts">
          <Fact label="Access token" text={formatRemaining(props.record, now())} />
          <div>
            <dt>Scopes asked for</dt>
            <dd class="mono" translate="no">
              {props.record.askedScopes.join(' ')}
            </dd>
          </div>
          <div>
            <dt>Scopes granted</dt>
            <dd class="mono" translate="no">
              {props.record.grantedScopes.join(' ')}
            </dd>
          </div>
          <Fact label="You agreed on" text={formatDay(props.record.authorizedAt)} />
          <Fact
            label="Spotify ends this login on"
            text={formatDay(endOfLogin(props.record.authorizedAt))}
          />
        </dl>
        <div class="flow-result-tools">
          <Button
            icon="refresh-cw"
            label="Refresh now"
            onClick={() => void (isRefreshing() || refresh())}
          />
          <ButtonLink
            kind="ghost"
            icon="braces"
            label="Other scopes in the API workbench"
            href={`${BASE_PATH}api`}
          />
          <ButtonLink
            kind="ghost"
            icon="external-link"
            label="Remove the app from your Spotify account"
            href="https://www.spotify.com/account/apps"
            isExternal
          />
        </div>
        <Show when={error() ?? starter.error()}>
          {(shown) => (
            <Notice
              kind="bad"
              message={errorText(shown())}
              action={needsLogin(shown()) ? 'Log in again' : 'Try again'}
              onAction={() => void (needsLogin(shown()) ? starter.logInAgain() : refresh())}
            />
          )}
        </Show>
      </div>
    </section>
  );
}

function Fact(props: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <ChangingText text={props.text} />
      </dd>
    </div>
  );
}
