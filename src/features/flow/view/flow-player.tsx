import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import type { Step } from '../explain/step.ts';
import { FlowDiagram } from './flow-diagram.tsx';
import './flow-player.css';

/** Time of a step in the walk, in ms: a start, and the time to read each letter of its text. */
const START_MS = 1_500;
const LETTER_MS = 45;

/** The diagram with a walk through it, step by step: by itself until it is paused, or by hand. */
export function FlowPlayer(props: { readonly steps: readonly Step[] }): JSX.Element {
  const [place, setPlace] = createSignal(-1);
  const [isPlaying, setPlaying] = createSignal(false);
  const step = () => props.steps[place()];
  const isLast = () => place() === props.steps.length - 1;

  createEffect(() => {
    if (!isPlaying()) return;
    if (isLast()) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(
      () => setPlace((before) => before + 1),
      START_MS + (step()?.text.length ?? 0) * LETTER_MS,
    );
    onCleanup(() => clearTimeout(timer));
  });

  function toggle(): void {
    // A walk that begins shows its first step at once.
    if (!isPlaying() && (place() < 0 || isLast())) setPlace(0);
    setPlaying(!isPlaying());
  }

  function move(by: number): void {
    setPlaying(false);
    setPlace((before) => before + by);
  }

  return (
    <section class="flow-player" aria-labelledby="flow-player">
      <div class="flow-player-head">
        <h2 id="flow-player">How a login works</h2>
        <div class="flow-player-tools">
          <Button
            kind="ghost"
            icon="chevron-left"
            isIconOnly
            label="Previous step"
            isDisabled={place() < 1}
            onClick={() => move(-1)}
          />
          <Button
            class="flow-player-play"
            icon={isPlaying() ? 'pause' : 'play'}
            label={isPlaying() ? 'Pause' : 'Play'}
            onClick={toggle}
          />
          <Button
            kind="ghost"
            icon="chevron-right"
            isIconOnly
            label="Next step"
            isDisabled={isLast()}
            onClick={() => move(1)}
          />
        </div>
      </div>
      <p class="flow-player-text" aria-live="polite">
        <Show
          when={step()}
          fallback="Press “Play” to walk through the login. Choose a step to read its details."
        >
          {(current) => (
            <>
              <strong>
                <ChangingText text={`${current().number}. ${current().title}`} />
              </strong>
              <ChangingText text={current().text} />
            </>
          )}
        </Show>
      </p>
      <FlowDiagram steps={props.steps} current={step()?.id} />
    </section>
  );
}
