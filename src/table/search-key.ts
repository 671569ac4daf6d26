import { onCleanup } from 'solid-js';

/** Lets `/` jump to the search box of the page, from wherever one does not write. */
export function createSearchKey(): void {
  function jump(event: KeyboardEvent): void {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog'))
      return;
    const box = document.querySelector<HTMLInputElement>('input[aria-keyshortcuts="/"]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  }
  document.addEventListener('keydown', jump);
  onCleanup(() => document.removeEventListener('keydown', jump));
}
