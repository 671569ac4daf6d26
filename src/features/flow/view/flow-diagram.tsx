import { createMemo, For, type JSX, Show } from 'solid-js';
import { type Arrow, headOf, layOut, pathOf, WIDTH } from '../explain/diagram.ts';
import type { Step } from '../explain/step.ts';
import './flow-diagram.css';

/** Separates number and label in the text content; as one word, they would not be part of the accessible name. */
const BETWEEN = ' ';

/** The sequence diagram of a flow; every arrow is a button that scrolls to its step. */
export function FlowDiagram(props: {
  readonly steps: readonly Step[];
  /** Id of the highlighted step. */
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}): JSX.Element {
  const diagram = createMemo(() => layOut(props.steps));
  // Keep the element of an arrow while its step changes state, so that the element keeps the focus.
  const ids = createMemo(() => diagram().arrows.map(({ step }) => step.id), [], {
    equals: (before, after) => before.join() === after.join(),
  });
  const arrowOf = (id: string) => diagram().arrows.find(({ step }) => step.id === id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in for a drawing.
    <svg
      class="diagram"
      viewBox={`0 0 ${WIDTH} ${diagram().height}`}
      role="group"
      aria-label="Sequence diagram"
    >
      <For each={diagram().lifelines}>
        {({ x, name }) => (
          <g>
            <line class="lifeline" x1={x} x2={x} y1={44} y2={diagram().height} />
            <For each={name}>
              {(part, index) => (
                <text class="lifeline-name" x={x} y={20 + index() * 14}>
                  {part}
                </text>
              )}
            </For>
          </g>
        )}
      </For>
      <For each={ids()}>
        {(id) => (
          <Show when={arrowOf(id)}>
            {(arrow) => (
              <DiagramArrow
                arrow={arrow()}
                height={diagram().rowHeight}
                isSelected={props.selected === id}
                onSelect={() => props.onSelect(id)}
              />
            )}
          </Show>
        )}
      </For>
    </svg>
  );
}

function DiagramArrow(props: {
  readonly arrow: Arrow;
  readonly height: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}): JSX.Element {
  const number = () => ({ x: props.arrow.fromX, y: props.arrow.y });
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button of its own.
    <g
      class={`arrow ${props.arrow.step.state}`}
      role="button"
      tabindex={0}
      aria-label={props.arrow.description}
      aria-pressed={props.isSelected}
      onClick={() => props.onSelect()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        props.onSelect();
      }}
    >
      <rect
        class="row"
        x={1}
        y={props.arrow.top + 1}
        width={WIDTH - 2}
        height={props.height - 2}
        rx={4}
      />
      <path class="line" d={pathOf(props.arrow)} />
      <path class="head" d={headOf(props.arrow)} />
      <circle class="number" cx={number().x} cy={number().y} r={9} />
      <text class="number" x={number().x} y={number().y + 4}>
        {props.arrow.step.state === 'failed' ? '✕' : props.arrow.step.number}
      </text>
      {BETWEEN}
      <text
        class="label"
        x={props.arrow.labelX}
        y={props.arrow.y - 13}
        text-anchor={props.arrow.anchor}
      >
        {props.arrow.step.title}
      </text>
    </g>
  );
}
