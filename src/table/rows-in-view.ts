import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import type { StackingWidth } from './data-table.tsx';

/** Rows drawn above and below the window, so that scrolling does not outrun them. */
const ROWS_AROUND = 4;

const ROW_HEIGHT = 48;
const FOLDED_ROW_HEIGHT = 64;

/** The part of a long list that stands in the window. */
export interface RowsInView {
  /** Takes the element that holds the rows. */
  readonly observe: (holder: HTMLElement) => void;
  /** Height of every row, in px. */
  readonly rowHeight: Accessor<number>;
  /** How many rows the window has room for. */
  readonly rowsInWindow: Accessor<number>;
  /** Places of the rows to draw, from top to bottom. */
  readonly places: Accessor<readonly number[]>;
}

/**
 * Follows the scrolling of the page and tells which few rows to draw: those in the window, and the
 * one to keep wherever it stands. All rows are of one height. While rows come and nobody scrolls, none
 * is drawn beyond the window, so that the first ones are there sooner.
 */
export function createRowsInView(
  count: Accessor<number>,
  kept: Accessor<number>,
  isBusy: Accessor<boolean>,
  stackBelow: StackingWidth,
): RowsInView {
  const folded = matchMedia(`(max-width: ${stackBelow})`);
  const heightNow = () => (folded.matches ? FOLDED_ROW_HEIGHT : ROW_HEIGHT);
  const [rowHeight, setRowHeight] = createSignal(heightNow());
  const [firstInWindow, setFirstInWindow] = createSignal(0);
  const [rowsInWindow, setRowsInWindow] = createSignal(Math.ceil(innerHeight / rowHeight()));
  /** The place after the last row in the window; something may stand above the first. */
  const [pastWindow, setPastWindow] = createSignal(rowsInWindow());
  let holder: HTMLElement | undefined;

  function measure(): void {
    if (!holder) return;
    setRowHeight(heightNow());
    const { top } = holder.getBoundingClientRect();
    setRowsInWindow(Math.ceil(innerHeight / rowHeight()));
    setFirstInWindow(Math.max(0, Math.floor(-top / rowHeight())));
    setPastWindow(Math.max(1, Math.ceil((innerHeight - top) / rowHeight())));
  }

  // Whatever grows or shrinks above the rows changes the height of the page.
  const observer = new ResizeObserver(measure);
  onMount(() => {
    measure();
    observer.observe(document.body);
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
  });
  onCleanup(() => {
    observer.disconnect();
    removeEventListener('scroll', measure);
    removeEventListener('resize', measure);
  });

  const places = createMemo(() => {
    // A list that has become shorter than the scroll position still shows its end.
    const top = Math.max(0, Math.min(firstInWindow(), count() - rowsInWindow()));
    const around = isBusy() && top === 0 ? 0 : ROWS_AROUND;
    const first = Math.max(0, top - around);
    const past = Math.min(count(), pastWindow() + around);
    const drawn = Array.from({ length: past - first }, (_, index) => first + index);
    if (kept() >= past && kept() < count()) drawn.push(kept());
    if (kept() >= 0 && kept() < first) drawn.unshift(kept());
    return drawn;
  });
  return {
    observe: (element) => {
      holder = element;
    },
    rowHeight,
    rowsInWindow,
    places,
  };
}
