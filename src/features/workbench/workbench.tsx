import { useLocation, useNavigate } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { ensureAccount } from '../../lists/ensure-account.ts';
import { createSandboxLogin, type Sandbox } from '../../services/sandbox.ts';
import { useServices } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { keepDraft, takeDraft } from '../../storage/workbench-draft.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { errorText } from '../../words/errors.ts';
import { ensureSandboxAccount } from './state/sandbox-account.ts';
import { createTokenRequest } from './state/token-request.ts';
import { createWorkbench, WorkbenchProvider } from './state/workbench-state.ts';
import { AnswerPanel } from './view/answer-panel.tsx';
import { RequestPanel } from './view/request-panel.tsx';
import { ScopesPanel } from './view/scopes-panel.tsx';
import { TokenPanel } from './view/token-panel.tsx';
import './workbench.css';

/** The page of the API workbench: a token with any scopes, any request, and what Spotify answers. */
export default function WorkbenchPage(): JSX.Element {
  const { isDemo, openSandbox } = useServices();
  const [sandbox, setSandbox] = createSignal<Sandbox>();
  const [error, setError] = createSignal<unknown>();

  async function open(): Promise<void> {
    setError(undefined);
    try {
      setSandbox(await openSandbox());
    } catch (thrown) {
      setError(() => thrown);
    }
  }
  void open();

  return (
    <div class="page workbench" aria-busy={!sandbox() && !error()}>
      <div class="lead">
        <PageHeading title="API workbench" />
        <p>
          A token of your own with any scopes, and any request of Spotify’s Web API. It stays apart
          from your login to Liner Notes, and goes to Spotify only.
          <Show when={isDemo}> In this demo a simulated Spotify answers.</Show>
        </p>
      </div>
      <Show when={error()}>
        {(shown) => (
          <Notice
            kind="bad"
            message={errorText(shown())}
            action="Try again"
            onAction={() => void open()}
          />
        )}
      </Show>
      <Show when={sandbox()}>{(opened) => <Bench sandbox={opened()} />}</Show>
    </div>
  );
}

/** Both halves of the page: the token, and the request with its answer. */
function Bench(props: { readonly sandbox: Sandbox }): JSX.Element {
  const { session, failure } = props.sandbox;
  const { connection } = useSpotify();
  const { name, session: appSession } = useServices();
  const location = useLocation();
  const navigate = useNavigate();
  const login = createSandboxLogin(props.sandbox);
  const workbench = createWorkbench(login, session.fetch);
  const tokens = createTokenRequest(props.sandbox, () => keepDraft(name, workbench.pack()));
  const record = () => {
    const state = login();
    return state.kind === 'signed-in' ? state.record : undefined;
  };

  const abort = new AbortController();
  onCleanup(() => {
    abort.abort();
    workbench.stop();
  });
  const paced = { ...connection, fetch: session.fetch };
  void ensureSandboxAccount(session, paced, abort.signal);
  // Without its account, the app's login has no name here; a failure leaves it so.
  ensureAccount(appSession, connection, abort.signal).catch(() => undefined);

  const { request } = location.query;
  const draft = takeDraft(name);
  const isBack = draft !== undefined && location.hash === '';
  if (isBack) workbench.unpack(draft);
  createEffect(
    on(
      () => location.hash,
      (hash) => {
        // The draft says more than the fragment of its request.
        if (!isBack || hash !== `#${request}`) workbench.openFragment(hash);
      },
    ),
  );
  if (typeof request === 'string' && location.hash === '')
    navigate(`${BASE_PATH}api${request ? `#${request}` : ''}`, {
      replace: true,
      resolve: false,
      scroll: false,
    });

  let columns: HTMLElement | undefined;

  /** Scrolls to a part of the page, on phones where all parts stand below each other. */
  function jump(name: string): void {
    const headings = [...(columns?.querySelectorAll('h2') ?? [])];
    headings.find(({ textContent }) => textContent === name)?.scrollIntoView();
  }

  return (
    <WorkbenchProvider value={workbench}>
      <div class="workbench-jumps">
        <For each={['Scopes', 'Request', 'Answer']}>
          {(name) => (
            <Button size="small" label={`To ${name.toLowerCase()}`} onClick={() => jump(name)} />
          )}
        </For>
      </div>
      <div class="workbench-columns" ref={(element) => (columns = element)}>
        <div class="workbench-column">
          <Show when={record()}>
            {(current) => (
              <TokenPanel
                record={current()}
                sandbox={props.sandbox}
                onForgotten={() => workbench.clear()}
              />
            )}
          </Show>
          <ScopesPanel request={tokens} failure={failure} />
        </div>
        <div class="workbench-column">
          <RequestPanel tokens={tokens} sandboxRecord={record()} />
          <AnswerPanel />
        </div>
      </div>
    </WorkbenchProvider>
  );
}
