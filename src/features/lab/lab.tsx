import { For, type JSX } from 'solid-js';
import { CaseView } from './case-view.tsx';
import { LAB_GROUPS } from './cases.ts';
import type { Simulate } from './sandbox.ts';
import './lab.css';

/** The lab: runs the app against faults, case by case. */
export function Lab(props: { readonly simulate: Simulate }): JSX.Element {
  return (
    <section class="lab" aria-labelledby="lab">
      <h2 id="lab">What if …</h2>
      <p class="lab-lead">
        Each case runs this very app against a simulated Spotify of its own, and does to it what the
        question says. Your demo login is not touched. Where the app has to wait, time runs faster
        here; what is shown is how long it would wait.
      </p>
      <For each={LAB_GROUPS}>
        {(group) => (
          <details open>
            <summary>
              <h3>{group.title}</h3> <span class="hint">{group.cases.length} cases</span>
            </summary>
            <For each={group.cases}>
              {(labCase) => <CaseView labCase={labCase} simulate={props.simulate} />}
            </For>
          </details>
        )}
      </For>
    </section>
  );
}
