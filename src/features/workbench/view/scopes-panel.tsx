import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { isLoginError } from '../../../oauth/errors.ts';
import { useServices } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { errorText, loginFailureText } from '../../../words/errors.ts';
import { loginBlockerText } from '../../../words/login-blocker.ts';
import { toFragment } from '../request/request-link.ts';
import type { TokenRequest } from '../state/token-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import { authorizationLines, parseArticleRequest, toArticleRequest } from '../token/login-texts.ts';
import { useCopy } from './copy-text.ts';
import { ScopePicker } from './scope-picker.tsx';

/** The region "Scopes": what the login of the workbench will ask for, as it will be sent. */
export function ScopesPanel(props: {
  readonly request: TokenRequest;
  /** Why the login that came back did not finish. */
  readonly failure: unknown;
}): JSX.Element {
  const { redirectUri, loginBlocker, isDemo } = useServices();
  const { built } = useWorkbench();
  const copy = useCopy();
  const id = createUniqueId();
  const isBarred = loginBlocker !== undefined && !isDemo;
  const isDeclined = () => isLoginError(props.failure, 'declined');

  function begin(): void {
    const now = built();
    const fragment = 'request' in now ? toFragment(now.request) : '';
    void props.request.begin(props.request.scopes(), fragment);
  }

  return (
    <section class="workbench-panel" aria-labelledby={id}>
      <h2 id={id}>Scopes</h2>
      <Show when={props.failure}>
        <Notice
          kind={isDeclined() ? 'info' : 'bad'}
          message={
            isDeclined()
              ? 'You declined. No token was made, and your login to Liner Notes is as before.'
              : `${loginFailureText(props.failure)} Your login to Liner Notes is as before.`
          }
        />
      </Show>
      <Show when={isBarred && loginBlocker}>
        {(blocker) => <Notice kind="bad" message={loginBlockerText(blocker())} />}
      </Show>
      <ScopePicker chosen={props.request.scopes()} onChange={props.request.setScopes}>
        <div class="workbench-field">
          <label for={`${id}-client`}>Client ID</label>
          <input
            id={`${id}-client`}
            type="text"
            class="mono"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={props.request.clientId()}
            onInput={(event) => props.request.setClientId(event.currentTarget.value)}
            aria-invalid={props.request.complaint() !== ''}
            aria-describedby={`${id}-client-hint`}
          />
          <p
            id={`${id}-client-hint`}
            class={
              props.request.complaint() ? 'workbench-hint workbench-problem' : 'workbench-hint'
            }
          >
            <ChangingText
              text={
                props.request.complaint() ||
                'Of your own Spotify app; that of Liner Notes is filled in.'
              }
            />
          </p>
        </div>
        <label class="workbench-check">
          <input
            type="checkbox"
            checked={props.request.showsDialog()}
            onChange={(event) => props.request.setShowsDialog(event.currentTarget.checked)}
          />
          Ask again even if I agreed before (show_dialog)
        </label>
        <label class="workbench-check">
          <input
            type="checkbox"
            checked={props.request.isKept()}
            onChange={(event) => props.request.setKept(event.currentTarget.checked)}
          />
          Keep this token on this device; otherwise in this tab only
        </label>
        <Show when={props.request.error()}>
          {(error) => (
            <Notice kind="bad" message={errorText(error())} action="Try again" onAction={begin} />
          )}
        </Show>
        <div class="workbench-panel-actions">
          <Button
            kind="primary"
            label="Get token"
            isDisabled={isBarred || props.request.isLeaving()}
            onClick={begin}
          />
          <span class="workbench-hint">Spotify asks you; you come back here.</span>
        </div>
      </ScopePicker>
      <details class="workbench-fold" open>
        <summary>Authorization request</summary>
        <pre class="workbench-code" translate="no">
          <For each={authorizationLines(props.request, redirectUri)}>
            {(line) => <div class="workbench-code-line">{line}</div>}
          </For>
        </pre>
        <p class="workbench-hint">
          state and code_challenge are made when you press Get token, new for each login.
        </p>
        <div class="workbench-panel-actions">
          <code class="workbench-wrap" translate="no">
            {redirectUri}
          </code>
          <Button
            size="small"
            icon="copy"
            label="Copy redirect URI"
            onClick={() => void copy(redirectUri, 'Redirect URI')}
          />
        </div>
      </details>
      <ArticleBox request={props.request} />
    </section>
  );
}

/** The wanted login as `{redirect_uri, scopes}`, to be copied or pasted. */
function ArticleBox(props: { readonly request: TokenRequest }): JSX.Element {
  const { redirectUri } = useServices();
  const copy = useCopy();
  const id = createUniqueId();
  const [problem, setProblem] = createSignal('');
  /** What was typed, while it differs from what the choice says. */
  const [typed, setTyped] = createSignal<string>();
  const text = () => typed() ?? toArticleRequest(redirectUri, props.request.scopes());

  function read(given: string): void {
    const parsed = parseArticleRequest(given, redirectUri);
    setTyped(given);
    setProblem('problem' in parsed ? parsed.problem : '');
    if ('scopes' in parsed) props.request.setScopes(parsed.scopes);
  }

  return (
    <details class="workbench-fold" open>
      <summary>Request as JSON</summary>
      <div class="workbench-field">
        <textarea
          class="workbench-code"
          aria-label="Request as JSON"
          aria-invalid={problem() !== ''}
          aria-describedby={`${id}-hint`}
          rows={8}
          spellcheck={false}
          value={text()}
          onInput={(event) => read(event.currentTarget.value)}
          onBlur={() => problem() === '' && setTyped()}
        />
        <p
          id={`${id}-hint`}
          class={problem() ? 'workbench-hint workbench-problem' : 'workbench-hint'}
        >
          <ChangingText
            text={problem() || 'Paste {redirect_uri, scopes} here, or copy it for another person.'}
          />
        </p>
      </div>
      <div class="workbench-panel-actions">
        <Button
          size="small"
          icon="copy"
          label="Copy request"
          onClick={() => void copy(text(), 'Request')}
        />
      </div>
    </details>
  );
}
