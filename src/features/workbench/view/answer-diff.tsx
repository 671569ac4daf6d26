import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  type JSX,
  onCleanup,
  Show,
} from 'solid-js';
import { runSoon } from '../../../ui/in-slices.ts';
import { type DiffLine, diffLines, jsonLines, shortened } from '../answer/line-diff.ts';
import { parseBody, type Sent } from '../state/send-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import { labelOf } from './history.tsx';

/** Most lines of a comparison that are drawn. */
const MOST_DRAWN = 2_000;

/** The comparison of an answer with another one of this visit, line by line. */
export function AnswerDiff(props: { readonly sent: Sent }): JSX.Element {
  const { history } = useWorkbench();
  const id = createUniqueId();
  const others = () => history().filter((other) => other !== props.sent && bodyOf(other) !== '');
  const [chosen, setChosen] = createSignal<string>();
  const other = () => others().find((each) => String(each.id) === chosen()) ?? others()[0];
  const [lines, setLines] = createSignal<readonly DiffLine[] | 'too many'>();
  createEffect(() => {
    const older = other();
    if (!older) return;
    const { sent } = props;
    const stop = new AbortController();
    onCleanup(() => stop.abort());
    setLines();
    runSoon(compare(older, sent), stop.signal, (made) => setLines(made ?? 'too many'));
  });
  const compared = () => {
    const made = lines();
    return made === 'too many' ? undefined : made;
  };
  const isSame = () => compared()?.every(({ sign }) => sign === '=');
  return (
    <Show
      when={other()}
      fallback={<p class="workbench-hint">Send another request, then compare the two.</p>}
    >
      <div class="workbench-field workbench-field-long">
        <label for={id} class="workbench-field-name">
          Compare with
        </label>
        <select id={id} onChange={(event) => setChosen(event.currentTarget.value)}>
          <For each={others()}>
            {(each) => (
              <option value={String(each.id)} selected={each === other()}>
                {labelOf(each)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show
        when={compared()}
        fallback={
          <p class="workbench-hint">
            {lines() ? 'Too much differs to be compared line by line.' : 'Comparing…'}
          </p>
        }
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

function* compare(older: Sent, newer: Sent) {
  return yield* diffLines(yield* linesOf(older), yield* linesOf(newer));
}

/** Gives the body of an answer with one member a line, in short steps. */
function* linesOf(sent: Sent): Generator<void, readonly string[]> {
  const text = bodyOf(sent);
  const parsed = parseBody(text);
  yield;
  return parsed ? yield* jsonLines(parsed.value) : text.split('\n');
}

function bodyOf({ outcome }: Sent): string {
  return outcome.kind === 'none' ? '' : outcome.answer.text;
}
