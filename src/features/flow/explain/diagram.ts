import { LIFELINES, type Step } from './step.ts';

/** Width of the drawing in px; all coordinates refer to it. */
export const WIDTH = 360;

const TOP = 52;
const ROW = 44;
const LIFELINE_X = [28, 116, 226, 322];

/** A lifeline of the sequence diagram; its name takes at most two lines. */
export interface Lifeline {
  readonly x: number;
  readonly name: readonly string[];
}

/** An arrow of the diagram with its number and label. */
export interface Arrow {
  readonly step: Step;
  /** Top of the arrow's row, which is {@link Diagram.rowHeight} high. */
  readonly top: number;
  readonly y: number;
  readonly fromX: number;
  /** Equal to `fromX` for a step within the page. */
  readonly toX: number;
  readonly labelX: number;
  readonly anchor: 'start' | 'middle';
  /** Accessible name of the arrow. */
  readonly description: string;
}

/** A sequence diagram with computed coordinates. */
export interface Diagram {
  readonly height: number;
  readonly rowHeight: number;
  readonly lifelines: readonly Lifeline[];
  readonly arrows: readonly Arrow[];
}

const STATES = { ahead: 'not yet', waiting: 'under way', done: 'done', failed: 'failed' };

/** Lays out the steps of a flow between their lifelines. */
export function layOut(steps: readonly Step[]): Diagram {
  const x = (lifeline: number) => LIFELINE_X[lifeline] ?? 0;
  return {
    height: TOP + steps.length * ROW + 8,
    rowHeight: ROW,
    lifelines: LIFELINES.map((name, index) => {
      const [host = '', ...rest] = name.split('.');
      return { x: x(index), name: rest.length > 0 ? [host, `.${rest.join('.')}`] : [name] };
    }),
    arrows: steps.map((step, index) => {
      const { from, to, number, title, state } = step;
      const isInside = from === to;
      const way = isInside
        ? `in ${LIFELINES[from]}`
        : `from ${LIFELINES[from]} to ${LIFELINES[to]}`;
      return {
        step,
        top: TOP + index * ROW,
        y: TOP + index * ROW + 31,
        fromX: x(from),
        toX: x(to),
        labelX: isInside ? x(from) + 34 : (x(from) + x(to)) / 2,
        anchor: isInside ? 'start' : 'middle',
        description: `Step ${number}, ${title}, ${way}: ${STATES[state]}`,
      };
    }),
  };
}

/** Gives the SVG path of an arrow's line: straight, or a loop for a step within the page. */
export function pathOf({ fromX, toX, y }: Arrow): string {
  if (fromX === toX) return `M${fromX + 10} ${y - 8}h16v10h-14`;
  const direction = Math.sign(toX - fromX);
  return `M${fromX + direction * 10} ${y}H${toX - direction * 2}`;
}

/** Gives the SVG path of an arrowhead. */
export function headOf({ fromX, toX, y }: Arrow): string {
  const direction = fromX === toX ? -1 : Math.sign(toX - fromX);
  const tip = fromX === toX ? { x: fromX + 10, y: y + 2 } : { x: toX - direction * 2, y };
  return `M${tip.x} ${tip.y}l${-direction * 7} -4v8z`;
}
