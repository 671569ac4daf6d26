import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { type DiffLine, diffLines, shortened } from '../answer/line-diff.ts';
import { parseBody, type Sent } from '../state/send-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import { labelOf } from './history.tsx';

/** Most lines of a comparison that are drawn. */
const MOST_DRAWN = 2_000;

/** The comparison of an answer with another one of this visit, line by line. */
export function AnswerDiff(props: { readonly sent: Sent }): JSX.Element {
  const { history } = useWorkbench();
  const id = createUniqueId();
  const others = () => history().filter((other) => other !== props.sent && textOf(other) !== '');
  const [chosen, setChosen] = createSignal<string>();
  const other = () => others().find((each) => String(each.id) === chosen()) ?? others()[0];
  const lines = createMemo(() => {
    const older = other();
    return older && diffLines(textOf(older), textOf(props.sent));
  });
  const isSame = () => lines()?.every(({ sign }) => sign === '=');
  return (
    <Show
      when={other()}
      fallback={<p class="workbench-hint">Send another request, then compare the two.</p>}
    >
      <div class="workbench-field workbench-field-long">
        <label for={id} class="workbench-field-name">
          Compare with
        </label>
        <select
          id={id}
          value={String(other()?.id)}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <For each={others()}>
            {(each) => <option value={String(each.id)}>{labelOf(each)}</option>}
          </For>
        </select>
      </div>
      <Show
        when={lines()}
        fallback={<p class="workbench-hint">Too much differs to be compared line by line.</p>}
      >
        {(all) => (
          <Show
            when={!isSame()}
            fallback={<p class="workbench-hint">Both answers are the same.</p>}
          >
            <pre class="workbench-code answer-diff" translate="no" tabindex="0">
              <For each={shortened(all()).slice(0, MOST_DRAWN)}>
                {(line) => <Line line={line} />}
              </For>
            </pre>
          </Show>
        )}
      </Show>
    </Show>
  );
}

const NAMES = { '+': 'answer-diff-added', '-': 'answer-diff-removed', '=': '' } as const;

function Line(props: { readonly line: DiffLine | undefined }): JSX.Element {
  return (
    <Show when={props.line} fallback={<div class="answer-diff-gap">⋯</div>}>
      {(line) => (
        <div class={NAMES[line().sign]}>
          {`${line().sign === '=' ? ' ' : line().sign} ${line().text}`}
        </div>
      )}
    </Show>
  );
}

/** Gives the body of an answer with one member a line. */
function textOf({ outcome }: Sent): string {
  if (outcome.kind === 'none') return '';
  const parsed = parseBody(outcome.answer.text);
  return parsed ? JSON.stringify(parsed.value, null, 2) : outcome.answer.text;
}
