import { createSignal, For, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { SCOPES } from '../../words/scopes.ts';
import {
  type Accounts,
  type AuthorizationRequest,
  PAGE_ERRORS,
  type PageError,
} from './authorization-request.ts';

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
    <div class="page prose">
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
  );
}

function Question(props: {
  readonly request: AuthorizationRequest;
  readonly authorizationServer: Accounts;
  readonly leave: (url: string) => void;
}): JSX.Element {
  const [isAnswered, setAnswered] = createSignal(false);
  const [hasFailed, setFailed] = createSignal(false);
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
      <h1 tabindex={-1}>Liner Notes wants to read your library</h1>
      <p>
        <strong>This is a simulated Spotify.</strong> It runs in this page and knows only the
        made-up music of Ada Lindqvist. On the real login, Spotify asks you here.
      </p>
      <Show when={props.request.scopes.length > 0} fallback={<p>It asks for no permission.</p>}>
        <h2>What it may do</h2>
        <ul class="scope-list">
          <For each={props.request.scopes}>
            {(scope) => (
              <li>
                <code translate="no">{scope}</code> {reasonFor(scope)}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p>
        Every one of these only reads. <strong>Agree</strong> takes you back with a code that the
        app trades for a token. <strong>Cancel</strong> takes you back without one, and nothing is
        read.
      </p>
      <Show when={hasFailed()}>
        <p class="notice notice-bad" role="alert">
          This browser did not let the simulated Spotify keep your answer. Free some space or allow
          site data for this page, then agree again.
        </p>
      </Show>
      <p class="actions">
        <button type="button" class="button primary" disabled={isAnswered()} onClick={agree}>
          Agree
        </button>
        <button type="button" class="button" disabled={isAnswered()} onClick={cancel}>
          Cancel
        </button>
      </p>
    </>
  );
}

function Refusal(props: { readonly error: PageError }): JSX.Element {
  return (
    <>
      <h1 tabindex={-1}>The simulated Spotify refuses this login</h1>
      <p role="alert">{PAGE_ERRORS[props.error]}</p>
      <p>Like Spotify, it does not send you back, because it cannot trust the address to go to.</p>
    </>
  );
}

function reasonFor(scope: string): string {
  return SCOPES.find(({ name }) => name === scope)?.reason ?? 'Liner Notes never asks for this.';
}
