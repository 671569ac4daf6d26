import { createUniqueId, For, type JSX } from 'solid-js';
import { Button } from '../../../ui/controls/button.tsx';
import type { Sent } from '../state/send-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';

const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;

/** The requests of this visit, newest first; each can be shown and sent again. */
export function History(): JSX.Element {
  const workbench = useWorkbench();
  const id = createUniqueId();

  /** Fills in the request again; a GET is sent at once, a write waits for its second press. */
  function repeat(sent: Sent): void {
    workbench.change(sent.draft);
    if (sent.request.method === 'GET') void workbench.send(sent);
  }

  return (
    <details class="workbench-fold" open>
      <summary id={id}>This visit</summary>
      <ol class="workbench-history" aria-labelledby={id}>
        <For each={workbench.history()}>
          {(sent) => (
            <li class="history-row">
              <button
                type="button"
                class="history-show"
                aria-current={workbench.shown() === sent}
                title={labelOf(sent)}
                onClick={() => workbench.show(sent)}
              >
                <span class={isGood(sent) ? 'history-good' : 'history-bad'}>{statusOf(sent)}</span>{' '}
                <span class="history-path" translate="no">
                  {`${sent.request.method} ${pathOf(sent)}`}
                </span>{' '}
                <span class="history-time">{timeOf(sent)}</span>
              </button>
              <Button
                size="small"
                kind="ghost"
                label="Run again"
                name={`Run again: ${sent.request.method} ${pathOf(sent)}`}
                onClick={() => repeat(sent)}
              />
            </li>
          )}
        </For>
      </ol>
    </details>
  );
}

/** Names a request of the history in one line. */
export function labelOf(sent: Sent): string {
  return `${timeOf(sent)} · ${statusOf(sent)} · ${sent.request.method} ${pathOf(sent)}`;
}

function pathOf({ request }: Sent): string {
  return request.url.replace('https://api.spotify.com/v1', '');
}

function statusOf({ outcome }: Sent): string {
  return outcome.kind === 'answer' ? String(outcome.answer.status) : '–';
}

function isGood({ outcome }: Sent): boolean {
  return outcome.kind === 'answer' && outcome.answer.status < 400;
}

function timeOf({ at }: Sent): string {
  return new Date(at).toLocaleTimeString('en-GB', TIME);
}
