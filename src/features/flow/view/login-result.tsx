import { createSignal, type JSX, Show } from 'solid-js';
import { createLoginStarter } from '../../../services/begin-login.ts';
import { endOfLogin } from '../../../services/login-facts.ts';
import { createNow } from '../../../services/now.ts';
import { useServices } from '../../../services/services.tsx';
import type { SessionRecord } from '../../../session/types.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatDay } from '../../../words/day.ts';
import { errorText, needsLogin } from '../../../words/errors.ts';

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
    <section class="result" aria-labelledby="result">
      <h2 id="result">Result</h2>
      <pre class="raised">
        <code translate="no">{json()}</code>
      </pre>
      <p class="actions">
        <RevealButton
          what="access token"
          isShown={showsAccessToken()}
          onToggle={setShowsAccessToken}
        />
        <RevealButton
          what="refresh token"
          isShown={showsRefreshToken()}
          onToggle={setShowsRefreshToken}
        />
        <CopyButton label="Copy result" class="button" text={json} />
      </p>
      <p class="hint">
        What is hidden here is hidden in the copy too. A token is as good as a key.
      </p>
      <dl class="facts">
        <div>
          <dt>Access token</dt>
          <dd>
            <ChangingText text={remaining(props.record, now())} />
          </dd>
        </div>
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
        <div>
          <dt>Agreed on</dt>
          <dd>
            <ChangingText text={formatDay(props.record.authorizedAt)} />
          </dd>
        </div>
        <div>
          <dt>Spotify ends this login on</dt>
          <dd>
            <ChangingText text={formatDay(endOfLogin(props.record.authorizedAt))} />
          </dd>
        </div>
        <div>
          <dt>To end it before</dt>
          <dd>
            <a
              href="https://www.spotify.com/account/apps"
              target="_blank"
              rel="noopener noreferrer"
            >
              Remove the app from your Spotify account
            </a>
          </dd>
        </div>
      </dl>
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-disabled={isRefreshing()}
          onClick={() => void (isRefreshing() || refresh())}
        >
          Refresh now
        </button>
      </p>
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
    </section>
  );
}

function RevealButton(props: {
  readonly what: string;
  readonly isShown: boolean;
  readonly onToggle: (isShown: boolean) => void;
}): JSX.Element {
  return (
    <button type="button" class="button" onClick={() => props.onToggle(!props.isShown)}>
      <ChangingText text={`${props.isShown ? 'Hide' : 'Reveal'} ${props.what}`} />
    </button>
  );
}

function remaining({ issuedAt, expiresIn }: SessionRecord, now: number): string {
  const lifetime = expiresIn * 1000;
  const ms = issuedAt + lifetime - now;
  // From later than now, it counts as ended; `now` may be a second old.
  if (ms <= 0 || ms > lifetime + 1000) return 'ended; the next request refreshes it';
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `lives ${minutes} min ${String(seconds % 60).padStart(2, '0')} s more`;
}
