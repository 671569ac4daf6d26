import { createMemo, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { type Arrow, layOut, WIDTH } from '../explain/diagram.ts';
import type { Step } from '../explain/step.ts';
import './flow-diagram.css';

/** A length of the drawing as a share of its width. */
const share = (x: number) => `${(x / WIDTH) * 100}%`;

/** The sequence diagram of a flow; every arrow links to its step. */
export function FlowDiagram(props: {
  readonly steps: readonly Step[];
  /** Id of the highlighted step. */
  readonly current: string | undefined;
}): JSX.Element {
  const diagram = createMemo(() => layOut(props.steps));
  // Keep the element of an arrow while its step changes state, so that the element keeps the focus.
  const ids = createMemo(() => diagram().arrows.map(({ step }) => step.id), [], {
    equals: (before, after) => before.join() === after.join(),
  });
  const arrowOf = (id: string) => diagram().arrows.find(({ step }) => step.id === id);
  return (
    <div class="flow-diagram">
      <div class="flow-diagram-drawing">
        <div class="flow-diagram-lifelines" aria-hidden="true" translate="no">
          <For each={diagram().lifelines}>
            {({ x, name }) => (
              <span class="flow-diagram-lifeline" style={{ '--x': share(x) }}>
                <For each={name}>{(part) => <span>{part}</span>}</For>
              </span>
            )}
          </For>
        </div>
        <ol class="flow-diagram-arrows" aria-label="Sequence diagram">
          <For each={ids()}>
            {(id) => (
              <Show when={arrowOf(id)}>
                {(arrow) => <DiagramArrow arrow={arrow()} isCurrent={props.current === id} />}
              </Show>
            )}
          </For>
        </ol>
      </div>
    </div>
  );
}

function DiagramArrow(props: { readonly arrow: Arrow; readonly isCurrent: boolean }): JSX.Element {
  const step = () => props.arrow.step;
  const place = () => ({
    '--from': share(props.arrow.fromX),
    '--start': share(Math.min(props.arrow.fromX, props.arrow.toX)),
    '--length': share(Math.abs(props.arrow.toX - props.arrow.fromX)),
    '--label': share(props.arrow.labelX),
  });
  function direction(): string {
    const { fromX, toX } = props.arrow;
    if (fromX === toX) return 'flow-diagram-inside';
    return fromX < toX ? 'flow-diagram-rightward' : 'flow-diagram-leftward';
  }
  return (
    <li class={`flow-diagram-${step().state} ${direction()}`}>
      <a
        class="flow-diagram-arrow"
        style={place()}
        href={`${BASE_PATH}flow/steps#step-${step().number}`}
        aria-label={props.arrow.description}
        aria-current={props.isCurrent ? 'step' : undefined}
      >
        <span class="flow-diagram-line" />
        <span class="flow-diagram-number">{step().number}</span>{' '}
        <span class="flow-diagram-label">{step().title}</span>
      </a>
    </li>
  );
}
