import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js';
import type { StackingWidth } from './data-table.tsx';

/** Rows drawn above and below the viewport (overscan), so that fast scrolling leaves no gap. */
const ROWS_AROUND = 4;

/** Heights of a row at the default font size, in px: estimates for the first rows, before one can be measured. */
const ROW_HEIGHT = 48;
const FOLDED_ROW_HEIGHT = 64;

/** The visible range of a table with virtual rows. */
export interface RowsInView {
  /** Sets the element that contains the rows. */
  readonly observe: (holder: HTMLElement) => void;
  /** Number of rows that fit into the viewport. */
  readonly rowsInWindow: Accessor<number>;
  /** Indexes of the rows to draw, from top to bottom. */
  readonly places: Accessor<readonly number[]>;
}

/**
 * Follows the scroll position and gives the virtual rows to draw: those in the viewport, and the focused one wherever
 * its place is. All rows have one height, which the style sheet sets and which is measured on their container. While a
 * list loads and nobody scrolls, no row is drawn outside the viewport, so that the first rows appear sooner. For print
 * all rows are drawn.
 */
export function createRowsInView(
  count: Accessor<number>,
  kept: Accessor<number>,
  isBusy: Accessor<boolean>,
  stackBelow: StackingWidth,
): RowsInView {
  const folded = matchMedia(`(max-width: ${stackBelow})`).matches;
  /** In px. */
  const [rowHeight, setRowHeight] = createSignal(folded ? FOLDED_ROW_HEIGHT : ROW_HEIGHT);
  const [firstInWindow, setFirstInWindow] = createSignal(0);
  const [rowsInWindow, setRowsInWindow] = createSignal(Math.ceil(innerHeight / rowHeight()));
  /** Index after the last row in the viewport; the first row may begin below the top. */
  const [pastWindow, setPastWindow] = createSignal(rowsInWindow());
  let holder: HTMLElement | undefined;

  function measure(): void {
    if (!holder) return;
    const { top, height } = holder.getBoundingClientRect();
    // Without rows, or where it is not displayed, the container has no height.
    if (height > 0) setRowHeight(height / count());
    setRowsInWindow(Math.ceil(innerHeight / rowHeight()));
    setFirstInWindow(Math.max(0, Math.floor(-top / rowHeight())));
    setPastWindow(Math.max(1, Math.ceil((innerHeight - top) / rowHeight())));
  }

  const print = matchMedia('print');
  const [isPrinted, setPrinted] = createSignal(print.matches);
  const listeners = new AbortController();
  const { signal } = listeners;
  const listen = (target: EventTarget, type: string, isForPrint: () => boolean) =>
    target.addEventListener(type, () => setPrinted(isForPrint()), { signal });

  // A change of height above the rows changes the height of the document. The observer first calls after the first
  // layout; a measurement before it would force one.
  const observer = new ResizeObserver(measure);
  onMount(() => {
    observer.observe(document.body);
    addEventListener('scroll', measure, { passive: true, signal });
    addEventListener('resize', measure, { signal });
    // Not every browser that prints changes its media, and not every one that changes them prints.
    listen(window, 'beforeprint', () => true);
    listen(window, 'afterprint', () => print.matches);
    listen(print, 'change', () => print.matches);
  });
  onCleanup(() => {
    observer.disconnect();
    listeners.abort();
  });

  const places = createMemo(() => {
    if (isPrinted()) return Array.from({ length: count() }, (_, index) => index);
    // A list shorter than the scroll position is drawn at its end.
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
    rowsInWindow,
    places,
  };
}
