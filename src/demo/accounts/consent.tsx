import { createSignal, For, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { ICONS_URL } from '../../deployment.ts';
import { SCOPE_GROUPS } from '../../words/all-scopes.ts';
import { SCOPES, WRITE_SCOPES } from '../../words/scopes.ts';
import {
  type Accounts,
  type AuthorizationRequest,
  PAGE_ERRORS,
  type PageError,
} from './authorization-request.ts';
import './consent.css';

/** The icon of the bar that names this page a simulation. */
const BAR_ICON = 'flask-conical';

/** Properties of the consent page. */
export interface ConsentProps {
  readonly authorizationServer: Accounts;
  /** Navigates to the app's redirect URI. */
  readonly leave: (url: string) => void;
}

/** The consent page of the simulated Spotify, in the place of Spotify's own. */
export function Consent(props: ConsentProps): JSX.Element {
  const checked = props.authorizationServer.checkRequest(location.search);

  onMount(() => {
    if (checked.kind === 'redirect') props.leave(props.authorizationServer.reject(checked));
  });

  return (
    <div class="consent">
      <div class="consent-card">
        <p class="consent-bar">
          <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
            <use href={`${ICONS_URL}#${BAR_ICON}`} />
          </svg>
          Simulated Spotify
        </p>
        <div class="consent-content">
          <Switch fallback={<p role="status">Going back to Liner Notes…</p>}>
            <Match when={checked.kind === 'page' && checked}>
              {(refused) => <Refusal error={refused().error} />}
            </Match>
            <Match when={checked.kind === 'ask' && checked}>
              {(asked) => (
                <Question
                  request={asked().request}
                  authorizationServer={props.authorizationServer}
                  leave={props.leave}
                />
              )}
            </Match>
          </Switch>
        </div>
      </div>
    </div>
  );
}

function Question(props: {
  readonly request: AuthorizationRequest;
  readonly authorizationServer: Accounts;
  readonly leave: (url: string) => void;
}): JSX.Element {
  const [isAnswered, setAnswered] = createSignal(false);
  const [hasFailed, setFailed] = createSignal(false);
  const writes = () => props.request.scopes.some((scope) => factsOf(scope)?.writes);
  // A page restored by the Back button can be answered again.
  const renew = () => setAnswered(false);
  onMount(() => addEventListener('pageshow', renew));
  onCleanup(() => removeEventListener('pageshow', renew));
  const agree = async () => {
    setAnswered(true);
    setFailed(false);
    try {
      props.leave(await props.authorizationServer.approve(props.request));
    } catch {
      setFailed(true);
      setAnswered(false);
    }
  };
  const cancel = () => {
    setAnswered(true);
    props.leave(props.authorizationServer.decline(props.request));
  };
  return (
    <>
      <h1 tabindex={-1}>
        {writes()
          ? 'Liner Notes wants to read and edit your library'
          : 'Liner Notes wants to read your library'}
      </h1>
      <p class="consent-about">
        This is a simulated Spotify with made-up music. In a real login, this page is Spotify’s.
      </p>
      <Show when={props.request.scopes.length > 0} fallback={<p>It asks for no permission.</p>}>
        <ul class="consent-list">
          <For each={props.request.scopes}>
            {(scope) => (
              <li>
                {reasonFor(scope)}{' '}
                <code class="consent-scope" translate="no">
                  {scope}
                </code>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="consent-about">
        “Agree” sends a code back, which Liner Notes exchanges for a token. “Cancel” sends none.
      </p>
      <Show when={hasFailed()}>
        <p class="notice notice-bad" role="alert">
          This browser did not let the simulated Spotify keep your answer. Free some space or allow
          site data for this page, then agree again.
        </p>
      </Show>
      <div class="consent-actions">
        <button
          type="button"
          class="button button-default button-large"
          disabled={isAnswered()}
          onClick={cancel}
        >
          Cancel
        </button>
        <button
          type="button"
          class="button button-primary button-large"
          disabled={isAnswered()}
          onClick={agree}
        >
          Agree
        </button>
      </div>
    </>
  );
}

function Refusal(props: { readonly error: PageError }): JSX.Element {
  return (
    <>
      <h1 tabindex={-1}>The simulated Spotify refuses this login</h1>
      <p role="alert">{PAGE_ERRORS[props.error]}</p>
      <p>Like Spotify, it doesn’t send you back, because it cannot trust that address.</p>
    </>
  );
}

function reasonFor(scope: string): string {
  const ofApp = [...SCOPES, ...WRITE_SCOPES].find(({ name }) => name === scope)?.reason;
  return ofApp ?? `Spotify says: “${factsOf(scope)?.consent ?? ''}”`;
}

function factsOf(scope: string) {
  return SCOPE_GROUPS.flatMap(({ scopes }) => scopes).find(({ name }) => name === scope);
}
