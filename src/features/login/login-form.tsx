import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { createLoginStarter } from '../../services/begin-login.ts';
import { parseClientId } from '../../services/client-id.ts';
import { useServices } from '../../services/services.tsx';
import { requestPersistence } from '../../storage/stores.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';
import { SCOPES } from '../../words/scopes.ts';
import { SetUpSteps } from './set-up-steps.tsx';
import './welcome.css';

/** Whether this origin hosts other pages of the same GitHub owner. */
const isOriginShared = BASE_PATH !== '/' && location.hostname.endsWith('.github.io');

/** The form for the Client ID, which begins a login. */
export function LoginForm(): JSX.Element {
  const services = useServices();
  const { clientId } = services;
  const starter = createLoginStarter();
  const [typed, setTyped] = createSignal<string>();
  const [complaint, setComplaint] = createSignal('');
  const [failure, setFailure] = createSignal<unknown>();
  const [isKept, setKept] = createSignal(true);
  const remembered = services.settings.readKeepsLogin().then(setKept, () => undefined);
  const hintId = createUniqueId();
  const keepHintId = createUniqueId();
  // The explanation is read before the checkbox triggers the browser's prompt, and stays during the prompt.
  const isKeepExplained = createMemo((was: boolean) => was || !isKept(), false);
  let box: HTMLInputElement | undefined;

  const text = () => typed() ?? clientId.current() ?? '';

  async function submit(): Promise<void> {
    setFailure(undefined);
    const given = parseClientId(text());
    if (!given) {
      setComplaint(
        text().trim() === ''
          ? 'Paste the Client ID of your Spotify app here.'
          : 'A Client ID has 32 characters, each a digit or a letter from a to f. Copy it once more from Spotify’s dashboard.',
      );
      box?.focus();
      return;
    }
    setComplaint('');
    setTyped(given);
    try {
      // A click before the setting has loaded uses the stored setting too.
      await Promise.all([remembered, clientId.keep(given)]);
    } catch (thrown) {
      setFailure(() => thrown);
      return;
    }
    await starter.logIn(given, isKept());
  }

  function choose(kept: boolean): void {
    setKept(kept);
    // A choice that cannot be stored still applies to this login.
    services.settings.writeKeepsLogin(kept).catch(() => undefined);
    if (kept && !services.isDemo) void requestPersistence();
  }

  async function forget(): Promise<void> {
    setTyped(undefined);
    setComplaint('');
    await clientId.forget().catch((thrown) => setFailure(() => thrown));
    box?.focus();
  }

  return (
    <section class="login" aria-labelledby="log-in">
      <h2 id="log-in">Log in with your own Spotify app</h2>
      <Show when={services.loginBlocker}>
        {(loginBlocker) => (
          <p class="notice notice-bad" role="alert">
            {loginBlockerText(loginBlocker())}
          </p>
        )}
      </Show>
      <Show when={isOriginShared}>
        <SharedOrigin />
      </Show>
      <SetUpSteps isOpen={clientId.current() === undefined} />
      <form
        class="client-id"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!services.loginBlocker) void submit();
        }}
      >
        <label for="client-id">Client ID</label>
        <input
          id="client-id"
          ref={box}
          type="text"
          class="mono"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text()}
          onInput={(event) => setTyped(event.currentTarget.value)}
          aria-invalid={complaint() !== ''}
          aria-describedby={hintId}
        />
        <p id={hintId} class={complaint() === '' ? 'hint' : 'hint complaint'}>
          <ChangingText text={complaint() || hint()} />
        </p>
        <label class="keep">
          <input
            type="checkbox"
            checked={isKept()}
            aria-describedby={isKeepExplained() ? keepHintId : undefined}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
          Keep me logged in on this device
        </label>
        <Show when={isKeepExplained()}>
          <p id={keepHintId} class="hint">
            Without the tick, your login ends when you close this tab. With it, your browser may ask
            to allow persistent storage. Allowing it spares your login when the disk is full.
          </p>
        </Show>
        <div class="actions">
          <button type="submit" class="button primary">
            Log in with Spotify
          </button>
          <Show when={clientId.own()}>
            <button type="button" class="button quiet" onClick={() => void forget()}>
              Forget this Client ID
            </button>
          </Show>
        </div>
      </form>
      <Show when={failure() ?? starter.error()}>
        {(error) => (
          <Notice
            kind="bad"
            message={errorText(error())}
            action="Try again"
            onAction={() => void submit()}
          />
        )}
      </Show>
      <h3>What it asks Spotify for</h3>
      <dl class="scope-list">
        <For each={SCOPES}>
          {(scope) => (
            <div>
              <dt class="mono" translate="no">
                {scope.name}
              </dt>
              <dd>{scope.reason}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );

  function hint(): string {
    if (clientId.own()) return 'Your own Client ID, kept in this browser.';
    if (clientId.builtIn) return 'Built into this site. You can use your own instead.';
    if (clientId.isBuiltInMalformed) {
      return 'This site was built with something that is no Client ID. Whoever runs it can mend VITE_SPOTIFY_CLIENT_ID; until then, use your own.';
    }
    return '32 characters, from the settings of your Spotify app. It is no secret.';
  }
}

/** Warns that other pages share the origin (RFC 10017, section 9.4). */
function SharedOrigin(): JSX.Element {
  return (
    <p class="notice">
      This page shares its web address with all other pages of its owner on github.io, and each of
      them could read the login that is kept here. Log in if you trust that owner; the demo keeps
      nothing worth reading.
    </p>
  );
}
