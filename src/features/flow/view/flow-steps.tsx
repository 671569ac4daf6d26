import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { downloadText } from '../../export/job/download.ts';
import { failureText } from '../explain/meanings.ts';
import type { Step } from '../explain/step.ts';
import { stepsOf } from '../explain/steps.ts';
import type { Flow } from '../record/flow.ts';
import { toSvg } from '../save/svg.ts';
import { toJson, toMarkdown } from '../save/text.ts';
import { FlowDiagram } from './flow-diagram.tsx';
import { elementIdOf, FlowStep } from './flow-step.tsx';
import { createFlows, type Flows } from './flows.ts';

/** The flow of the last login, as a diagram and step by step; before any login, the steps without values. */
export function FlowInspector(props: { readonly children: JSX.Element }): JSX.Element {
  const flows = createFlows(useServices());
  return (
    <Show when={flows()}>
      {(known) => <FlowColumns flows={known()}>{props.children}</FlowColumns>}
    </Show>
  );
}

function FlowColumns(props: {
  readonly flows: Flows;
  readonly children: JSX.Element;
}): JSX.Element {
  const [wantsAttempt, setWantsAttempt] = createSignal(false);
  const [selected, setSelected] = createSignal<string>();
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set());

  const isAttempt = () =>
    props.flows.login === undefined || (wantsAttempt() && props.flows.attempt);
  const flow = () => (isAttempt() ? props.flows.attempt : props.flows.login);
  const steps = createMemo(() => stepsOf(flow()));
  const ids = createMemo(() => steps().map(({ id }) => id), [], { equals: areSame });
  const stepOf = (id: string) => steps().find((step) => step.id === id);

  function toggle(id: string, isOpen: boolean): void {
    if (open().has(id) === isOpen) return;
    const next = new Set(open());
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
    if (isOpen) setSelected(id);
  }

  function goTo(id: string): void {
    toggle(id, true);
    setSelected(id);
    const element = document.getElementById(elementIdOf(id));
    element?.querySelector('h3')?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div class="flow-columns">
      <div class="flow-picture">
        {/* A translator's elements are not drawn in an SVG; the steps beside it say the same. */}
        <div translate="no">
          <FlowDiagram steps={steps()} selected={selected()} onSelect={goTo} />
        </div>
        <Show when={flow()}>{(shown) => <FlowSaves flow={shown()} steps={steps()} />}</Show>
      </div>
      <div class="flow-text">
        <section aria-labelledby="how-it-goes">
          <h2 id="how-it-goes">How it goes</h2>
          <WhatIsShown
            flows={props.flows}
            isAttempt={Boolean(isAttempt())}
            onSwitch={() => setWantsAttempt(!wantsAttempt())}
          />
          <ol class="steps">
            <For each={ids()}>
              {(id) => (
                <Show when={stepOf(id)}>
                  {(step) => (
                    <FlowStep
                      step={step()}
                      isOpen={open().has(id)}
                      isSelected={selected() === id}
                      verifier={verifierOf(flow())}
                      onToggle={(isOpen) => toggle(id, isOpen)}
                    />
                  )}
                </Show>
              )}
            </For>
          </ol>
        </section>
        {props.children}
      </div>
    </div>
  );
}

/** States which login the steps belong to, with a button that switches to the other one. */
function WhatIsShown(props: {
  readonly flows: Flows;
  readonly isAttempt: boolean;
  readonly onSwitch: () => void;
}): JSX.Element {
  const failure = () => props.flows.attempt?.failure;
  return (
    <>
      <Show when={props.isAttempt && props.flows.attempt}>
        <p>
          These are the steps of the last attempt to log in, which{' '}
          <ChangingText
            text={
              failure()
                ? `did not finish: ${failureText(failure() ?? '')}`
                : 'waits for its answer.'
            }
          />
        </p>
      </Show>
      <Show when={!props.isAttempt}>
        <p>These are the steps of the login in use, with what was sent.</p>
      </Show>
      <Show when={props.flows.login && props.flows.attempt}>
        <p class="actions">
          <button type="button" class="button small" onClick={() => props.onSwitch()}>
            <ChangingText
              text={props.isAttempt ? 'Show the login in use' : 'Show the last attempt to log in'}
            />
          </button>
        </p>
      </Show>
    </>
  );
}

/** The code verifier, if it is not redacted. */
function verifierOf(flow: Flow | undefined): string | undefined {
  const verifier = flow?.request?.codeVerifier;
  return typeof verifier === 'string' ? verifier : undefined;
}

function areSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((id, index) => id === after[index]);
}

/** Buttons that save the displayed flow, redacted as on screen. */
function FlowSaves(props: { readonly flow: Flow; readonly steps: readonly Step[] }): JSX.Element {
  const { clock } = useServices();
  return (
    <p class="actions">
      <button
        type="button"
        class="button small"
        onClick={() => downloadText(toMarkdown(props.steps), 'login-flow.md', 'text/markdown')}
      >
        Save flow as Markdown
      </button>
      <button
        type="button"
        class="button small"
        onClick={() =>
          downloadText(toJson(props.flow, clock.now()), 'login-flow.json', 'application/json')
        }
      >
        Save flow as JSON
      </button>
      <button
        type="button"
        class="button small"
        onClick={() => downloadText(toSvg(props.steps), 'login-flow.svg', 'image/svg+xml')}
      >
        Save diagram as SVG
      </button>
    </p>
  );
}
