import { createMemo, createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { createLoginStarter } from '../../services/begin-login.ts';
import { findClientId, mayBecomeClientId } from '../../services/client-id.ts';
import { useServices } from '../../services/services.tsx';
import { requestPersistence } from '../../storage/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../../words/errors.ts';
import { loginBlockerText } from '../../words/login-blocker.ts';
import { ClientIdBox } from './client-id-box.tsx';
import { Permissions } from './permissions.tsx';
import './login-form.css';

/** The instructions, late because people with a Client ID do not need them. */
const SetUp = lazyPart(async () => ({ default: (await import('./set-up.tsx')).SetUp }));

/** Whether this origin hosts other pages of the same GitHub owner. */
const isOriginShared = BASE_PATH !== '/' && location.hostname.endsWith('.github.io');

const NO_CLIENT_ID =
  'A Client ID has 32 characters: digits and the letters a to f. Copy it again from Spotify’s dashboard.';

/** The card with the form for the Client ID, which begins a login, and the set-up of a Spotify app beside it. */
export function LoginForm(props: {
  /** Content above the card, such as the reason why a login is needed. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const services = useServices();
  const { clientId } = services;
  const starter = createLoginStarter();
  const [typed, setTyped] = createSignal<string>();
  const [refusal, setRefusal] = createSignal('');
  const [failure, setFailure] = createSignal<unknown>();
  const [isSettingUp, setSettingUp] = createSignal(false);
  const [isKept, setKept] = createSignal(true);
  const remembered = services.settings.readKeepsLogin().then(setKept, () => undefined);
  const setUpId = createUniqueId();
  const keepHintId = createUniqueId();
  // The explanation is read before the checkbox triggers the browser's prompt, and stays during the prompt.
  const isKeepExplained = createMemo((was: boolean) => was || !isKept(), false);
  let box: HTMLInputElement | undefined;

  const text = () => typed() ?? clientId.current() ?? '';
  const complaint = () => refusal() || (isHopeless() ? NO_CLIENT_ID : '');
  const isHopeless = () => !mayBecomeClientId(text()) && findClientId(text()) === undefined;

  function type(input: string): void {
    setRefusal('');
    setTyped(findClientId(input) ?? input);
  }

  async function submit(): Promise<void> {
    setFailure(undefined);
    const given = findClientId(text());
    if (!given) {
      setRefusal(
        text().trim() === '' ? 'Paste the Client ID of your Spotify app here.' : NO_CLIENT_ID,
      );
      box?.focus();
      return;
    }
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
    setRefusal('');
    await clientId.forget().catch((thrown) => setFailure(() => thrown));
    box?.focus();
  }

  function hint(): string {
    const found = findClientId(text());
    if (found && found !== clientId.current()) return 'That is a Client ID. Press Enter to log in.';
    if (clientId.own()) return 'Your own Client ID, kept in this browser.';
    if (clientId.builtIn) return 'Built into this site. You can use your own instead.';
    if (clientId.isBuiltInMalformed) {
      return 'The Client ID built into this site is invalid: its owner can correct VITE_SPOTIFY_CLIENT_ID. Use your own.';
    }
    return 'From your app’s settings at Spotify. That page’s address works too.';
  }

  return (
    <>
      <div class="log-in">
        {props.children}
        <section class="log-in-card" aria-labelledby="log-in">
          <h2 id="log-in">Log in with Spotify</h2>
          <Show when={services.loginBlocker}>
            {(loginBlocker) => <Notice kind="bad" message={loginBlockerText(loginBlocker())} />}
          </Show>
          <Show when={isOriginShared}>
            <SharedOrigin />
          </Show>
          <form
            class="log-in-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              if (!services.loginBlocker) void submit();
            }}
          >
            <ClientIdBox
              ref={(element) => (box = element)}
              value={text()}
              hint={hint()}
              complaint={complaint()}
              onInput={type}
            />
            <Button
              isSubmit
              size="large"
              kind={clientId.current() ? 'primary' : 'default'}
              label="Log in with Spotify"
            />
            <label class="log-in-keep">
              <input
                type="checkbox"
                checked={isKept()}
                aria-describedby={isKeepExplained() ? keepHintId : undefined}
                onChange={(event) => choose(event.currentTarget.checked)}
              />
              Keep me logged in on this device
            </label>
            <Show when={isKeepExplained()}>
              <p id={keepHintId} class="log-in-hint">
                Without it, your login ends when you close this tab. With it, your browser may ask
                to allow persistent storage. That keeps your login when the disk is full.
              </p>
            </Show>
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
          <div class="log-in-more">
            <span>{clientId.current() ? 'Another Spotify app?' : 'No Client ID yet?'}</span>
            <button
              type="button"
              class="log-in-set-up"
              aria-expanded={isSettingUp()}
              aria-controls={isSettingUp() ? setUpId : undefined}
              onClick={() => setSettingUp(!isSettingUp())}
            >
              Set one up
              <Icon name={isSettingUp() ? 'chevron-up' : 'chevron-down'} />
            </button>
            <Show when={clientId.own()}>
              <Button
                kind="ghost"
                size="small"
                class="log-in-forget"
                label="Forget this Client ID"
                onClick={() => void forget()}
              />
            </Show>
          </div>
          <Permissions />
          <Show when={!isSettingUp()}>
            <div class="log-in-address">
              <span class="log-in-address-name">Redirect URI</span>
              <code class="log-in-address-text" translate="no">
                {services.redirectUri}
              </code>
              <CopyButton
                name="Copy redirect URI"
                label="Copy"
                size="small"
                text={() => services.redirectUri}
              />
            </div>
          </Show>
        </section>
      </div>
      <Show when={isSettingUp()}>
        <SetUp id={setUpId} onReady={() => box?.focus()} />
      </Show>
    </>
  );
}

/** Warns that other pages share the origin (RFC 10017, section 9.4). */
function SharedOrigin(): JSX.Element {
  return (
    <Notice
      kind="warn"
      message="This page shares its web address with all other pages of its owner on github.io. Each of them could read your login. Log in only if you trust that owner. The demo keeps nothing worth reading."
    />
  );
}
