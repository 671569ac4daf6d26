import { createEffect, createSignal, createUniqueId, For, type JSX, on, Show } from 'solid-js';
import { SPOTIFY_ACCOUNTS } from '../../../config.ts';
import { BASE_PATH } from '../../../deployment.ts';
import { useServices, useSessionRecord } from '../../../services/services.tsx';
import type { SessionRecord } from '../../../session/types.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { useCommands } from '../../../ui/command.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { removedText } from '../answer/explain.ts';
import { API_ROOT } from '../request/build-request.ts';
import { findEndpoint, toFragment } from '../request/request-link.ts';
import { neededText } from '../request/search-endpoints.ts';
import { SNIPPET_KINDS, snippetOf } from '../request/snippets.ts';
import type { Sender } from '../state/send-request.ts';
import type { TokenRequest } from '../state/token-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import { useCopy } from './copy-text.ts';
import { EndpointBox } from './endpoint-box.tsx';
import { FreePath } from './free-path.tsx';
import { NextAnswer } from './next-answer.tsx';
import { RequestField } from './request-field.tsx';
import { WriteDialog } from './write-dialog.tsx';

/** The region "Request": the endpoint, its fields, and the request as it will be sent. */
export function RequestPanel(props: {
  readonly tokens: TokenRequest;
  readonly sandboxRecord: SessionRecord | undefined;
}): JSX.Element {
  const workbench = useWorkbench();
  const { draft, change, choose, built, sender, setSender, record, lacking, isSending } = workbench;
  const appRecord = useSessionRecord();
  const { isDemo } = useServices();
  const copy = useCopy();
  const id = createUniqueId();
  const [isTried, setTried] = createSignal(false);
  const [isConfirming, setConfirming] = createSignal(false);
  let box: HTMLInputElement | undefined;

  const method = () => draft().endpoint?.method ?? draft().method;
  const problems = () => {
    const now = built();
    return 'problems' in now ? now.problems : new Map<string, string>();
  };
  const request = () => {
    const now = built();
    return 'request' in now ? now.request : undefined;
  };
  const successor = () => findEndpoint(workbench.endpoints, draft().endpoint?.successor);
  const isWrite = () => method() !== 'GET';
  const lacksWriteScopes = () => isWrite() && lacking().length > 0;
  createEffect(
    on(
      () => draft().endpoint,
      () => setTried(false),
      { defer: true },
    ),
  );

  function problemOf(name: string): string | undefined {
    const { endpoint, path, texts } = draft();
    const text = !endpoint && name === 'path' ? path : (texts[name] ?? '');
    return text.trim() !== '' || isTried() ? problems().get(name) : undefined;
  }

  function press(): void {
    setTried(true);
    if (!request() || !record() || isSending() || lacksWriteScopes() || isConfirming()) return;
    if (isWrite()) setConfirming(true);
    else send();
  }

  function send(): void {
    setConfirming(false);
    const now = request();
    if (now) void workbench.send({ request: now, endpoint: draft().endpoint, sender: sender() });
  }

  useCommands().register(() => [
    {
      id: 'workbench endpoint',
      label: 'Find an endpoint',
      group: 'API workbench',
      keys: '/',
      run() {
        box?.focus();
        box?.click();
      },
    },
    {
      id: 'workbench send',
      label: 'Send the request',
      group: 'API workbench',
      keys: 'Ctrl Enter',
      run: press,
    },
  ]);

  return (
    <section class="workbench-panel" aria-labelledby={id}>
      <h2 id={id}>Request</h2>
      <EndpointBox
        ref={(input) => {
          box = input;
        }}
      />
      <Show when={draft().endpoint} fallback={<FreePath problemOf={problemOf} />}>
        {(endpoint) => (
          <>
            <Show when={endpoint().isRemoved}>
              <Notice
                kind="warn"
                message={removedText(endpoint())}
                action={successor() && 'Use that one'}
                onAction={() => choose(successor())}
              />
            </Show>
            <p class="request-about">
              <ChangingText text={`${endpoint().title}. ${endpoint().note}`} />
            </p>
            <p class="workbench-hint">
              <ChangingText text={neededText(endpoint())} />
            </p>
            <Show when={endpoint().fields.length > 0}>
              <div class="workbench-fields">
                <For each={endpoint().fields}>
                  {(field) => (
                    <RequestField
                      field={field}
                      text={draft().texts[field.name] ?? ''}
                      problem={problemOf(field.name)}
                      onChange={(text) =>
                        change({ texts: { ...draft().texts, [field.name]: text } })
                      }
                    />
                  )}
                </For>
              </div>
            </Show>
          </>
        )}
      </Show>
      <pre class="workbench-code request-line" translate="no">
        {`${method()} ${request()?.url ?? '…'}${bodyText(request()?.body?.text)}`}
      </pre>
      <RadioGroup
        label="Send with"
        value={sender()}
        onChange={(value: Sender) => setSender(value)}
        options={[
          {
            value: 'sandbox',
            label: nameOf('Workbench token', props.sandboxRecord),
            isDisabled: !props.sandboxRecord && Boolean(appRecord()) && !isWrite(),
          },
          {
            value: 'app',
            label: nameOf('Liner Notes’ login', appRecord()),
            note: 'GET only',
            isDisabled: !appRecord() || isWrite(),
          },
        ]}
      />
      <Show
        when={record()}
        fallback={
          <Notice
            kind="info"
            message={loginText()}
            action={lacking().length > 0 ? 'Ask for them' : undefined}
            onAction={ask}
          />
        }
      >
        <Show when={lacking().length > 0}>
          <Notice
            kind={isWrite() ? 'warn' : 'info'}
            message={`This login lacks ${lacking().join(', ')}.`}
            action="Ask for them"
            onAction={ask}
          />
        </Show>
      </Show>
      <Show when={isDemo}>
        <NextAnswer />
      </Show>
      <div class="workbench-panel-actions">
        <Button
          kind="primary"
          icon="send"
          label="Send"
          keys="Ctrl Enter"
          isDisabled={!record() || isSending() || lacksWriteScopes()}
          onClick={press}
        />
        <Button
          label="Stop"
          kind="ghost"
          isDisabled={!isSending()}
          onClick={() => workbench.stop()}
        />
        <Menu
          kind="ghost"
          label="Copy as…"
          isDisabled={!request()}
          commands={SNIPPET_KINDS.map((kind) => ({
            id: `copy ${kind}`,
            label: `${kind}, with $SPOTIFY_TOKEN`,
            run: () => {
              const now = request();
              if (now) void copy(snippetOf(kind, now), kind);
            },
          }))}
        />
        <Button
          kind="ghost"
          icon="link"
          label="Copy link"
          isDisabled={!request()}
          onClick={() => void copy(linkTo(), 'Link')}
        />
      </div>
      <p class="workbench-hint">
        This page sends what you see above. By itself it asks only GET{' '}
        <span translate="no">{`${API_ROOT}me`}</span>, for the name of the account, and POST{' '}
        <span translate="no">{SPOTIFY_ACCOUNTS.tokenEndpoint}</span>, for the token.
      </p>
      <Show when={isConfirming() && request()}>
        {(now) => (
          <WriteDialog request={now()} onSend={send} onClose={() => setConfirming(false)} />
        )}
      </Show>
    </section>
  );

  function loginText(): string {
    const { endpoint } = draft();
    if (isWrite() && appRecord())
      return `Writes go with a workbench token. ${endpoint ? neededText(endpoint) : ''}`;
    return isDemo
      ? 'Choose scopes and press Get token; the simulated Spotify answers.'
      : 'Choose scopes and press Get token, or log in to Liner Notes.';
  }

  function ask(): void {
    const granted = props.sandboxRecord?.grantedScopes ?? props.tokens.scopes();
    const wanted = [...granted, ...lacking()];
    props.tokens.setScopes(wanted);
    const now = request();
    void props.tokens.begin(wanted, now ? toFragment(now) : '', true);
  }

  function linkTo(): string {
    const now = request();
    return `${location.origin}${BASE_PATH}api#${now ? toFragment(now) : ''}`;
  }
}

function nameOf(label: string, record: SessionRecord | undefined): string {
  return record?.account ? `${label} (${record.account.displayName})` : label;
}

function bodyText(text: string | undefined): string {
  return text === undefined ? '' : `\n\n${text.slice(0, 2_000)}`;
}
