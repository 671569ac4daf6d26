import { createFocusKeeper } from './focus-keeper.ts';

/** How long "Copied" stands for those who hear it, in ms. */
const CONFIRMATION_MS = 2_000;

/** The rows that the keys work on. */
export interface KeyedRows {
  /** Places of the first and the last row. */
  readonly first: () => number;
  readonly last: () => number;
  /** Place of the row that has the focus. */
  readonly place: () => number;
  readonly rowsInWindow: () => number;
  /** Draws the row at a place, wherever that is, and gives it. */
  readonly rowAt: (place: number) => HTMLElement | null | undefined;
  /** What is copied for the row at a place. */
  readonly copied: (place: number) => string | undefined;
  /** Tells those who listen. */
  readonly say: (text: string) => void;
  /** Reads all that changes the rows. */
  readonly changes: () => void;
}

/** Rows that stay in sight when a page is turned, and those under the head of the table. */
const ROWS_KEPT_IN_SIGHT = 3;

/** Makes the rows of a table obey the keyboard, and keep the focus through every change of them. */
export function createRowKeys(rows: KeyedRows): (event: KeyboardEvent) => void {
  createFocusKeeper(rows.changes);

  function goTo(place: number | undefined): boolean {
    if (place === undefined) return false;
    const row = rows.rowAt(Math.max(rows.first(), Math.min(place, rows.last())));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function copy(): void {
    const text = rows.copied(rows.place());
    if (text === undefined) return;
    navigator.clipboard.writeText(text).then(
      () => rows.say('Copied'),
      () => rows.say('Not copied'),
    );
    // The same word is heard again only after it was gone.
    setTimeout(rows.say, CONFIRMATION_MS, '');
  }

  function placeFor(key: string): number | undefined {
    const page = Math.max(1, rows.rowsInWindow() - ROWS_KEPT_IN_SIGHT);
    const places: Readonly<Record<string, number>> = {
      ArrowUp: rows.place() - 1,
      ArrowDown: rows.place() + 1,
      PageUp: rows.place() - page,
      PageDown: rows.place() + page,
      Home: rows.first(),
      End: rows.last(),
    };
    return places[key];
  }

  /** Whether a key is meant for the rows, and not for what stands in them or for the browser. */
  function isForRows({ target, altKey, shiftKey }: KeyboardEvent): boolean {
    return target instanceof Element && !target.closest('thead, input') && !altKey && !shiftKey;
  }

  return (event) => {
    if (!isForRows(event)) return;
    if (event.key === 'c' && String(getSelection()) === '') copy();
    if (event.ctrlKey || event.metaKey) return;
    const row = event.target instanceof HTMLTableRowElement ? event.target : undefined;
    if (event.key === 'Enter') row?.querySelector('a')?.click();
    if (goTo(placeFor(event.key))) event.preventDefault();
  };
}
