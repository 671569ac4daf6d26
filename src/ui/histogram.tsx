import { createUniqueId, For, type JSX, Show } from 'solid-js';
import type { BinRange } from '../library/histogram.ts';
import { ChangingText } from './changing-text.tsx';
import { Button } from './controls/button.tsx';
import './histogram.css';

/** Height of a bar in percent that is never undercut, so that a small count differs from none. */
const LOWEST = 8;
/** Width of a bar as a fraction of its slot; the rest is a gap. */
const FILLED = 0.8;
/** Steps of Page up and Page down along the whole axis. */
const PAGES = 10;

/**
 * A histogram in which a range of bars is chosen: by dragging, or with two sliders, its ends. Both ends at the ends of
 * the axis choose nothing.
 */
export function Histogram(props: {
  /** Accessible name of the group, such as "Added"; the sliders are "Added from" and "Added until". */
  readonly label: string;
  /** Heights of the bars as fractions of the highest. */
  readonly shares: readonly number[];
  /** Labels of the axis by the index of their bar. */
  readonly ticks: readonly { readonly place: number; readonly text: string }[];
  readonly chosen: BinRange | null;
  /** Sets the range; `null` for all bars. */
  readonly onChoose: (range: BinRange | null) => void;
  /** Formats the start or the end of a bar. */
  readonly formatEnd: (place: number, end: keyof BinRange) => string;
  /** The chosen range, or that of the axis, in words. */
  readonly text: string;
}): JSX.Element {
  const id = createUniqueId();
  let plot: HTMLDivElement | undefined;
  const last = () => props.shares.length - 1;
  const range = (): BinRange => props.chosen ?? { first: 0, last: last() };
  /** Left edge of a bar, in percent. */
  const edge = (place: number) => (100 * place) / props.shares.length;

  function choose(next: BinRange): void {
    const first = Math.max(0, Math.min(next.first, next.last));
    const end = Math.min(last(), Math.max(next.first, next.last));
    const isAll = first === 0 && end === last();
    const { chosen } = props;
    if (isAll ? chosen === null : chosen?.first === first && chosen.last === end) return;
    props.onChoose(isAll ? null : { first, last: end });
  }

  function placeAt({ clientX }: PointerEvent): number {
    const { left = 0, width = 1 } = plot?.getBoundingClientRect() ?? {};
    const place = Math.floor(((clientX - left) / width) * props.shares.length);
    return Math.max(0, Math.min(place, last()));
  }

  /** Follows one drag: an end, the whole range, or a new range. */
  function drag(event: PointerEvent & { currentTarget: HTMLElement; target: Element }): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const { currentTarget: area } = event;
    const before = range();
    const start = placeAt(event);
    const held = event.target.getAttribute('data-end');
    const isMoved = props.chosen !== null && start >= before.first && start <= before.last;
    let hasMoved = false;

    function follow(moved: PointerEvent): void {
      const place = placeAt(moved);
      hasMoved ||= place !== start;
      const offset = Math.max(-before.first, Math.min(place - start, last() - before.last));
      if (held === 'first') choose({ first: place, last: before.last });
      else if (held === 'last') choose({ first: before.first, last: place });
      else if (isMoved) choose({ first: before.first + offset, last: before.last + offset });
      else choose({ first: start, last: place });
    }
    const done = new AbortController();
    const { signal } = done;
    area.setPointerCapture(event.pointerId);
    area.addEventListener('pointermove', follow, { signal });
    area.addEventListener('pointercancel', () => done.abort(), { signal });
    area.addEventListener(
      'pointerup',
      () => {
        done.abort();
        // A press without a move chooses the bar below it, or all bars again.
        if (hasMoved || held !== null) return;
        if (before.first === start && before.last === start) props.onChoose(null);
        else choose({ first: start, last: start });
      },
      { signal },
    );
    const end = held ?? 'first';
    area.querySelector<HTMLElement>(`[data-end="${end}"]`)?.focus({ preventScroll: true });
  }

  function obeyKey(event: KeyboardEvent, end: keyof BinRange): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.ceil(props.shares.length / PAGES);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowDown: -1,
      ArrowRight: 1,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (event.key === 'Escape' && props.chosen) props.onChoose(null);
    else if (step === undefined) return;
    else {
      const { first, last: end_ } = range();
      if (end === 'first') choose({ first: Math.min(Math.max(0, first + step), end_), last: end_ });
      else choose({ first, last: Math.max(first, Math.min(end_ + step, last())) });
    }
    event.preventDefault();
  }

  const bars = (from: number, to: number) =>
    props.shares
      .map((share, place) => {
        if (share === 0 || place < from || place > to) return '';
        const top = 100 - Math.max(LOWEST, 100 * share);
        return `M${place} 100V${top}h${FILLED}V100z`;
      })
      .join('');

  const slider = (end: keyof BinRange): JSX.Element => (
    // biome-ignore lint/a11y/useFocusableInteractive: `tabindex` is the attribute in Solid.
    <span
      class="histogram-end"
      role="slider"
      tabindex={0}
      data-end={end}
      aria-label={`${props.label} ${end === 'first' ? 'from' : 'until'}`}
      aria-valuemin={end === 'first' ? 0 : range().first}
      aria-valuemax={end === 'first' ? range().last : last()}
      aria-valuenow={range()[end]}
      aria-valuetext={props.formatEnd(range()[end], end)}
      style={{ left: `${edge(range()[end] + (end === 'first' ? 0 : 1))}%` }}
      onKeyDown={(event) => obeyKey(event, end)}
    />
  );

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form. */}
      <div
        ref={plot}
        class="histogram-plot"
        classList={{ 'histogram-chosen': props.chosen !== null }}
        role="group"
        aria-label={props.label}
        aria-describedby={id}
        onPointerDown={drag}
      >
        <div
          class="histogram-range"
          style={{
            left: `${edge(range().first)}%`,
            right: `${100 - edge(range().last + 1)}%`,
          }}
        />
        <svg
          class="histogram-bars"
          viewBox={`0 0 ${props.shares.length} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path d={bars(0, last())} />
          <Show when={props.chosen}>
            {(chosen) => <path class="histogram-inside" d={bars(chosen().first, chosen().last)} />}
          </Show>
        </svg>
        {slider('first')}
        {slider('last')}
        <For each={props.ticks}>
          {(tick) => (
            <span
              class="histogram-tick"
              aria-hidden="true"
              style={{ left: `${edge(tick.place)}%` }}
            >
              {tick.text}
            </span>
          )}
        </For>
      </div>
      <span class="histogram-text">
        <span id={id}>
          <ChangingText text={props.text} />
        </span>
        <Button
          kind="ghost"
          size="small"
          icon="x"
          isIconOnly
          label="All dates"
          class="histogram-clear"
          isDisabled={props.chosen === null}
          onClick={() => props.onChoose(null)}
        />
      </span>
    </>
  );
}
