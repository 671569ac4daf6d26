import { createEffect, createMemo } from 'solid-js';
import { isComposing, isLetter } from '../ui/keys.ts';

/** Selector of the focusable elements within a row. */
const PARTS = 'a, button, input';

/** The rows of a table that the keyboard works on. */
export interface KeyedRows {
  /** Index of the last row. */
  readonly last: () => number;
  /** Index of the focused row. */
  readonly place: () => number;
  readonly rowsInWindow: () => number;
  /** Draws the row at an index, also outside the viewport, and returns its element. */
  readonly rowAt: (place: number) => HTMLElement | null | undefined;
  /** Copies the text of the row at an index. */
  readonly copy: (place: number) => void;
  /** Reads every signal whose change redraws the rows. */
  readonly changes: () => void;
}

/** Rows that stay visible on Page Up and Page Down, and those covered by the sticky header. */
const ROWS_KEPT_IN_SIGHT = 3;

/** Makes the `keydown` handler of a table's rows, and restores the focus when rows are redrawn. */
export function createRowKeys(rows: KeyedRows): (event: KeyboardEvent) => void {
  createFocusKeeper(rows.changes);

  function goTo(place: number | undefined): boolean {
    if (place === undefined) return false;
    const row = rows.rowAt(Math.max(0, Math.min(place, rows.last())));
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  function placeFor(key: string): number | undefined {
    const page = Math.max(1, rows.rowsInWindow() - ROWS_KEPT_IN_SIGHT);
    const places: Readonly<Record<string, number>> = {
      ArrowUp: rows.place() - 1,
      ArrowDown: rows.place() + 1,
      PageUp: rows.place() - page,
      PageDown: rows.place() + page,
      Home: 0,
      End: rows.last(),
    };
    return places[key];
  }

  /** Clicks the checkbox of a row, with Shift where the key event has it. */
  function tick(row: HTMLElement, { shiftKey }: KeyboardEvent): boolean {
    const box = row.querySelector('input');
    box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }));
    return box !== null;
  }

  /** Whether a key event targets the rows, and not the header or the browser. */
  function isForRows(event: KeyboardEvent): boolean {
    const { target, altKey } = event;
    return target instanceof Element && !target.closest('thead') && !altKey && !isComposing(event);
  }

  /** Handles a key event of the focused row. */
  function obeyOnRow(row: HTMLElement, event: KeyboardEvent): void {
    if ((event.key === ' ' || isLetter(event, 'x')) && tick(row, event)) event.preventDefault();
    if (event.key === 'Enter' && !event.shiftKey) row.querySelector('a')?.click();
  }

  return (event) => {
    if (!isForRows(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (isPlain && event.target instanceof HTMLTableRowElement) obeyOnRow(event.target, event);
    if (event.shiftKey) return;
    if (isLetter(event, 'c') && String(getSelection()) === '') {
      event.preventDefault();
      rows.copy(rows.place());
    }
    if (isPlain && goTo(placeFor(event.key))) event.preventDefault();
  };
}

/**
 * Restores the focus after a redraw: an element that is moved or created anew loses its focus. `changes` reads every
 * signal that redraws the rows.
 */
function createFocusKeeper(changes: () => void): void {
  // A memo runs before the DOM changes, an effect after it.
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
