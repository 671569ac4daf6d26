import { useLocation } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, Show } from 'solid-js';
import { lazily } from '../../../library/lazily.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { FlowStep } from './flow-step.tsx';
import type { ShownFlow } from './shown-flow.ts';
import './flow-steps.css';

const times = lazily(
  () => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }),
);

/** All steps of a flow in one column; one switch shows the values of all of them. */
export function FlowSteps(props: { readonly shown: ShownFlow }): JSX.Element {
  const location = useLocation();
  const [showsValues, setShowsValues] = createSignal(false);
  const begin = () => props.shown.flow()?.request?.at;
  /** Number of the step in the fragment, as in `#step-3`. */
  const chosen = () => Number(/^#step-(\d+)$/.exec(location.hash)?.[1]);

  createEffect(() => {
    const element = document.getElementById(`step-${chosen()}`);
    element?.querySelector('h3')?.focus({ preventScroll: true });
    element?.scrollIntoView();
  });

  return (
    <section class="flow-steps" aria-labelledby="flow-steps">
      <h2 id="flow-steps">Step by step</h2>
      <p class="flow-steps-about">
        <ChangingText text={about(props.shown, begin())} />
      </p>
      <div class="flow-steps-tools">
        <Switch
          label="Show values"
          isOn={showsValues()}
          isDisabled={!props.shown.flow()}
          onToggle={setShowsValues}
        />
        <Show when={props.shown.hasBoth()}>
          <Button
            size="small"
            label={
              props.shown.isAttempt() ? 'Show the current login' : 'Show the last attempt to log in'
            }
            onClick={props.shown.switchOver}
          />
        </Show>
      </div>
      <ol class="flow-steps-list">
        <For each={props.shown.ids()}>
          {(id) => (
            <Show when={props.shown.stepOf(id)}>
              {(step) => (
                <FlowStep
                  step={step()}
                  begin={begin()}
                  showsValues={showsValues()}
                  isChosen={chosen() === step().number}
                />
              )}
            </Show>
          )}
        </For>
      </ol>
    </section>
  );
}

function about({ flow, isAttempt, failure }: ShownFlow, begin: number | undefined): string {
  if (!flow()) return 'These are the steps of every login. Log in to see the values of yours.';
  const start = begin === undefined ? '' : ` It started on ${times().format(begin)}.`;
  if (!isAttempt()) return `This is your current login, message by message.${start}`;
  const end = failure() ? `It didn’t finish. ${failure()}` : 'It’s waiting for Spotify’s reply.';
  return `This is your last attempt to log in.${start} ${end}`;
}
