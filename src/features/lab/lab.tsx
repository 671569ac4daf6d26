import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CaseLink } from './case-link.tsx';
import { CaseView } from './case-view.tsx';
import { LAB_GROUPS } from './cases.ts';
import { findCases } from './find-cases.ts';
import { createLabRuns } from './lab-runs.ts';
import type { Simulate } from './sandbox.ts';
import './lab.css';

const CASES = LAB_GROUPS.flatMap(({ cases }) => cases);

/** The lab: the cases on the left, and the chosen one, which runs at once, on the right. */
export function Lab(props: { readonly simulate: Simulate }): JSX.Element {
  const location = useLocation();
  const runs = createLabRuns(props.simulate);
  const [query, setQuery] = createSignal('');
  const [isRunningAll, setRunningAll] = createSignal(false);
  const found = createMemo(() => findCases(LAB_GROUPS, query()));
  // The query is of a link from outside the demo, whose login drops the fragment.
  const wanted = () => location.hash.slice(1) || String(location.query['case'] ?? '');
  const chosen = createMemo(() => CASES.find(({ id }) => id === wanted()));

  createEffect(() => {
    const labCase = chosen();
    if (labCase && untrack(() => runs.runOf(labCase)).kind === 'none') void runs.run(labCase);
  });

  async function runAll(): Promise<void> {
    setRunningAll(true);
    await runs.runAll(CASES);
    setRunningAll(false);
  }

  return (
    <div class={chosen() ? 'lab lab-chosen' : 'lab'}>
      <nav class="lab-list" aria-label="Cases">
        <div class="lab-tools">
          <input
            type="search"
            class="lab-search"
            aria-label="Search cases"
            placeholder="Search cases"
            autocomplete="off"
            spellcheck={false}
            value={query()}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
          <Button
            icon="play"
            label={`Run all ${CASES.length}`}
            isDisabled={isRunningAll()}
            onClick={() => void runAll()}
          />
        </div>
        <For each={found()} fallback={<EmptyState text={`No case matches “${query()}”.`} />}>
          {(group) => (
            <section class="lab-group">
              <h2>{group.title}</h2>
              <ul>
                <For each={group.cases}>
                  {(labCase) => (
                    <li>
                      <CaseLink
                        labCase={labCase}
                        run={runs.runOf(labCase)}
                        isChosen={chosen() === labCase}
                      />
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </nav>
      <div class="lab-detail">
        <Show
          when={chosen()}
          keyed
          fallback={<EmptyState text="Choose a case. It runs at once." />}
        >
          {(labCase) => (
            <CaseView
              labCase={labCase}
              run={runs.runOf(labCase)}
              onRun={() => void runs.run(labCase)}
            />
          )}
        </Show>
      </div>
    </div>
  );
}
