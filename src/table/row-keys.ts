import { createEffect, createMemo } from 'solid-js';

/** What within a row can have the focus. */
const PARTS = 'a, button, input';

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
  readonly copyText: (place: number) => string | undefined;
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
    const text = rows.copyText(rows.place());
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

  /** Clicks the checkbox of a row as a pointer would, with Shift where that is held. */
  function tick(row: HTMLElement, { shiftKey }: KeyboardEvent): boolean {
    const box = row.querySelector('input');
    box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
    return box !== null;
  }

  /** Whether a key is meant for the rows, and not for the head of the table or for the browser. */
  function isForRows({ target, altKey }: KeyboardEvent): boolean {
    return target instanceof Element && !target.closest('thead') && !altKey;
  }

  /** Does what a key asks of the row that itself has the focus. */
  function obeyOnRow(row: HTMLElement, event: KeyboardEvent): void {
    if (event.key === ' ' && tick(row, event)) event.preventDefault();
    if (event.key === 'Enter' && !event.shiftKey) row.querySelector('a')?.click();
  }

  return (event) => {
    if (!isForRows(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (isPlain && event.target instanceof HTMLTableRowElement) obeyOnRow(event.target, event);
    if (event.shiftKey) return;
    if (event.key === 'c' && String(getSelection()) === '') copy();
    if (isPlain && goTo(placeFor(event.key))) event.preventDefault();
  };
}

/**
 * Gives the focus back after a change of the page: an element that is moved or made anew loses it.
 * `changes` reads all that changes the rows.
 */
function createFocusKeeper(changes: () => void): void {
  // A memo runs before the page is changed, an effect after it.
  const before = createMemo(
    () => {
      changes();
      const element = document.activeElement;
      const row = element?.closest<HTMLElement>('tr[tabindex]');
      return (
        element && row && { element, row, part: [...row.querySelectorAll(PARTS)].indexOf(element) }
      );
    },
    undefined,
    { equals: false },
  );
  createEffect(() => {
    const was = before();
    if (!was?.row.isConnected || document.activeElement === was.element) return;
    (was.row.querySelectorAll<HTMLElement>(PARTS)[was.part] ?? was.row).focus({
      preventScroll: true,
    });
  });
}
