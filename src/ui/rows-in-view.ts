import { type Accessor, createMemo, createSignal, onCleanup, onMount } from 'solid-js';

/** Rows drawn above and below the window, so that scrolling does not outrun them. */
const ROWS_AROUND = 4;

/** Below this width a row folds into two lines; the style sheet folds at the same width. */
const NARROW = '(max-width: 40rem)';

const ROW_HEIGHT = 48;
const NARROW_ROW_HEIGHT = 64;

/** The part of a long list that stands in the window. */
export interface RowsInView<Row> {
  /** Takes the element that holds the rows. */
  readonly observe: (holder: HTMLElement) => void;
  /** Height of every row, in px. */
  readonly rowHeight: Accessor<number>;
  /** Place of the first drawn row among all. */
  readonly first: Accessor<number>;
  readonly rows: Accessor<readonly Row[]>;
}

/** Follows the scrolling of the page and gives the few rows to draw; all rows are of one height. */
export function createRowsInView<Row>(all: Accessor<readonly Row[]>): RowsInView<Row> {
  const narrow = matchMedia(NARROW);
  const heightNow = () => (narrow.matches ? NARROW_ROW_HEIGHT : ROW_HEIGHT);
  const [rowHeight, setRowHeight] = createSignal(heightNow());
  const [firstInWindow, setFirstInWindow] = createSignal(0);
  const [rowsInWindow, setRowsInWindow] = createSignal(Math.ceil(innerHeight / rowHeight()));
  let holder: HTMLElement | undefined;

  function measure(): void {
    if (!holder) return;
    setRowHeight(heightNow());
    setRowsInWindow(Math.ceil(innerHeight / rowHeight()));
    setFirstInWindow(Math.max(0, Math.floor(-holder.getBoundingClientRect().top / rowHeight())));
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

  // A list that has become shorter than the scroll position still shows its end.
  const first = createMemo(() => {
    const last = Math.max(0, all().length - rowsInWindow());
    return Math.max(0, Math.min(firstInWindow(), last) - ROWS_AROUND);
  });
  const rows = createMemo(() => {
    const past = Math.min(firstInWindow(), all().length) + rowsInWindow() + ROWS_AROUND;
    return all().slice(first(), past);
  });
  return {
    observe: (element) => {
      holder = element;
    },
    rowHeight,
    first,
    rows,
  };
}
