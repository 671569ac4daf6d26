import {
  createMemo,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  Match,
  Show,
  Switch,
} from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { createWaitingUntil, useSpotify } from '../../../services/spotify.ts';
import { SlowNotice } from '../../../table/load-notices.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Chip } from '../../../ui/controls/chip.tsx';
import { Notice } from '../../../ui/notice.tsx';
import {
  byteLengthOf,
  formatDuration,
  formatSize,
  formatStatus,
  headerLines,
} from '../answer/answer-facts.ts';
import { explainAnswer, HEADERS_NOTE } from '../answer/explain.ts';
import { isUnknown, parseBody, type Sent } from '../state/send-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import { AnswerDiff } from './answer-diff.tsx';
import { useCopy } from './copy-text.ts';
import { History } from './history.tsx';
import { JsonTree } from './json-tree.tsx';
import { NoAnswer, UnknownEnd } from './no-answer.tsx';
import './answer.css';

/** Longest text that the raw view draws, in characters. */
const LONGEST_RAW = 50_000;

const VIEWS = ['Tree', 'Raw', 'Headers', 'Compare'] as const;

/** The region "Answer": what came of the last request, or of one of the history. */
export function AnswerPanel(): JSX.Element {
  const { shown, isSending, history } = useWorkbench();
  const { pace } = useSpotify();
  const waitingUntil = createWaitingUntil(pace);
  const id = createUniqueId();
  return (
    <section class="workbench-panel" aria-labelledby={id} aria-busy={isSending()}>
      <h2 id={id}>Answer</h2>
      <p class="answer-status" role="status">
        <ChangingText text={statusText(shown(), isSending())} />
      </p>
      <Show when={isSending() && waitingUntil() > 0}>
        <SlowNotice until={waitingUntil()} />
      </Show>
      <Show when={shown()} keyed>
        {(sent) => <Answer sent={sent} />}
      </Show>
      <Show when={history().length > 0}>
        <History />
      </Show>
    </section>
  );
}

function statusText(sent: Sent | undefined, isSending: boolean): string {
  if (isSending) return 'Waiting for Spotify…';
  if (!sent) return 'Send a request to see Spotify’s reply here.';
  const { request, outcome, duration } = sent;
  const path = request.url.replace('https://api.spotify.com', '');
  if (outcome.kind === 'none') return `No answer to ${request.method} ${path}`;
  const { status, text } = outcome.answer;
  const size = formatSize(byteLengthOf(text));
  return `${formatStatus(status)} · ${formatDuration(duration)} · ${size} · ${request.method} ${path}`;
}

function Answer(props: { readonly sent: Sent }): JSX.Element {
  const end = () => {
    const { outcome } = props.sent;
    if (outcome.kind === 'none') return <NoAnswer sent={props.sent} outcome={outcome} />;
    const { status, text, headers } = outcome.answer;
    return <AnswerBody sent={props.sent} status={status} text={text} headers={headers} />;
  };
  return (
    <>
      <Show when={props.sent.fault}>
        {(label) => <Notice kind="info" message={`Simulated Spotify, as you chose: ${label()}.`} />}
      </Show>
      {end()}
    </>
  );
}

function AnswerBody(props: {
  readonly sent: Sent;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}): JSX.Element {
  const workbench = useWorkbench();
  const { isDemo } = useServices();
  const copy = useCopy();
  const [view, setView] = createSignal<(typeof VIEWS)[number]>('Tree');
  const body = createMemo(() => parseBody(props.text));
  const explained = createMemo(() => [
    ...(props.sent.isRefreshed
      ? [
          'The token was refreshed on the way: Spotify refused the old one with 401, or its hour was over.',
        ]
      : []),
    ...explainAnswer({
      endpoint: props.sent.endpoint,
      method: props.sent.request.method,
      status: props.status,
      text: props.text,
      body: body(),
      granted: props.sent.granted,
    }),
  ]);
  const simulated = () => (isDemo ? props.headers.get('simulated') : null);
  const next = () => {
    const { next: address }: { readonly next?: unknown } = Object(body()?.value);
    return typeof address === 'string' ? address : undefined;
  };

  /** Fills in a request that the answer leads to, and sends it with the same login. */
  function open(url: string): void {
    workbench.open('GET', url);
    const built = workbench.built();
    if ('request' in built)
      void workbench.send({
        request: built.request,
        endpoint: workbench.draft().endpoint,
        sender: props.sent.sender,
      });
  }

  return (
    <>
      <Show when={simulated()}>
        {(note) => <Notice kind="info" message={`Simulated Spotify: ${note()}`} />}
      </Show>
      <Show when={isUnknown(props.sent)}>
        <UnknownEnd sent={props.sent} />
      </Show>
      <Show when={explained().length > 0}>
        <ul class="answer-explained">
          <For each={explained()}>{(sentence) => <li>{sentence}</li>}</For>
        </ul>
      </Show>
      <div class="answer-bar">
        <For each={VIEWS}>
          {(name) => <Chip label={name} isOn={view() === name} onToggle={() => setView(name)} />}
        </For>
        <Button
          size="small"
          kind="ghost"
          icon="copy"
          label="Copy body"
          onClick={() => void copy(props.text, 'Body')}
        />
        <Button
          size="small"
          kind="ghost"
          label="Next page"
          isDisabled={!next()}
          onClick={() => {
            const address = next();
            if (address) open(address);
          }}
        />
      </div>
      <Switch>
        <Match when={view() === 'Tree'}>
          <Show when={body()} fallback={<Raw text={props.text} />}>
            {(parsed) => <JsonTree value={parsed().value} onOpen={open} />}
          </Show>
        </Match>
        <Match when={view() === 'Raw'}>
          <Raw text={props.text} />
        </Match>
        <Match when={view() === 'Headers'}>
          <dl class="answer-headers">
            <For each={headerLines(props.headers)}>
              {([name, value]) => (
                <>
                  <dt translate="no">{name}</dt>
                  <dd translate="no" class="workbench-wrap">
                    {value}
                  </dd>
                </>
              )}
            </For>
          </dl>
          <p class="workbench-hint">{HEADERS_NOTE}</p>
        </Match>
        <Match when={view() === 'Compare'}>
          <AnswerDiff sent={props.sent} />
        </Match>
      </Switch>
    </>
  );
}

function Raw(props: { readonly text: string }): JSX.Element {
  return (
    <Show when={props.text !== ''} fallback={<p class="workbench-hint">This reply has no body.</p>}>
      <pre class="workbench-code answer-raw" translate="no" tabindex="0">
        {props.text.slice(0, LONGEST_RAW)}
      </pre>
      <Show when={props.text.length > LONGEST_RAW}>
        <p class="workbench-hint">
          The first {formatSize(LONGEST_RAW)} of {formatSize(byteLengthOf(props.text))}; Copy body
          copies all.
        </p>
      </Show>
    </Show>
  );
}
