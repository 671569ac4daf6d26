import { createEffect, createMemo } from 'solid-js';

/** What within a row can have the focus. */
const PARTS = 'a, button, input';

/**
 * Gives the focus back after a change of the page: an element that is moved or made anew loses it.
 * `changes` reads all that changes the rows.
 */
export function createFocusKeeper(changes: () => void): void {
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
