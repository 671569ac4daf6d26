import { For, type JSX, onMount, Show } from 'solid-js';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SourceTag } from '../../ui/source-tag.tsx';
import { markOf } from './case-link.tsx';
import { EntryList } from './entry-list.tsx';
import type { LabCase } from './lab-case.ts';
import type { Run } from './lab-runs.ts';
import type { Outcome } from './run-case.ts';
import './case-view.css';

/** One case: the question, the verdict, what the app said, and what happened. */
export function CaseView(props: {
  readonly labCase: LabCase;
  readonly run: Run;
  readonly onRun: () => void;
}): JSX.Element {
  let title: HTMLHeadingElement | undefined;
  const titleId = () => `lab-${props.labCase.id}`;
  const mark = () => markOf(props.run);
  const outcome = () => (props.run.kind === 'done' ? props.run.outcome : undefined);

  function verdict(): string {
    const { run, labCase } = props;
    if (run.kind === 'done')
      return run.outcome.isAsClaimed ? labCase.ends : 'This didn’t end as the lab expects.';
    return run.kind === 'broken' ? 'This case stopped before its end. Run it again.' : 'Running…';
  }

  // On a phone the case replaces the list, so that the focus would be lost.
  onMount(() => title?.focus({ preventScroll: true }));
  return (
    <section class="lab-case" aria-labelledby={titleId()} aria-busy={props.run.kind === 'running'}>
      <div class="lab-case-back">
        <Breadcrumb to="lab" label="All cases" />
      </div>
      <div class="lab-case-head">
        <h2 ref={title} id={titleId()} tabindex={-1}>
          {props.labCase.title}
        </h2>
        <Button
          icon="rotate-ccw"
          label="Run again"
          isDisabled={props.run.kind === 'running'}
          onClick={props.onRun}
        />
      </div>
      <p class="lab-case-fault">{props.labCase.fault}</p>
      <div class={`lab-verdict lab-verdict-${mark().kind}`}>
        <Icon name={mark().icon} size={20} />
        <p role="status">
          <ChangingText text={verdict()} />
        </p>
      </div>
      <Show when={outcome()}>{(came) => <OutcomeView outcome={came()} />}</Show>
      <div class="lab-why">
        <h3>Why</h3>
        <p>{props.labCase.why}</p>
        <p class="lab-why-sources">
          <For each={props.labCase.source.split('; ')}>
            {(source) => <SourceTag source={source} />}
          </For>
        </p>
      </div>
      <Show when={outcome()}>
        {(came) => (
          <details class="lab-log">
            <summary>Full log, {came().entries.length} messages</summary>
            <EntryList label="Full log" entries={came().entries} />
          </details>
        )}
      </Show>
    </section>
  );
}

/** What the app said, what it did about the fault, and the numbers at the end. */
function OutcomeView(props: { readonly outcome: Outcome }): JSX.Element {
  return (
    <>
      <div class="lab-said">
        <h3>What the app says</h3>
        <For
          each={[...new Set(props.outcome.said)]}
          fallback={<p>Nothing. There’s nothing for you to do.</p>}
        >
          {(text) => <blockquote>{text}</blockquote>}
        </For>
      </div>
      <div class="lab-happened">
        <h3>What happens</h3>
        <EntryList
          label="What happens"
          entries={props.outcome.entries.filter(({ isRoutine }) => !isRoutine)}
        />
      </div>
      <dl class="lab-facts">
        <For each={props.outcome.facts}>
          {(fact) => (
            <div>
              <dt>{fact.label}</dt>
              <dd>
                {fact.value}
                <Show when={fact.value !== fact.claimed}>
                  {' '}
                  <strong class="lab-unexpected">(expected: {fact.claimed})</strong>
                </Show>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </>
  );
}
