import { createSignal, type JSX } from 'solid-js';
import { ChangingText } from '../../ui/changing-text.tsx';

/** The first tab stop of every page: moves the focus over the navigation, to the first row of a table where one is. */
export function SkipLink(): JSX.Element {
  const [hasTable, setHasTable] = createSignal(false);
  const table = () => document.querySelector('main table');

  function skip(event: MouseEvent): void {
    event.preventDefault();
    const row = table()?.querySelector<HTMLElement>('tbody tr[tabindex="0"]');
    const target = row ?? document.getElementById('content');
    target?.focus();
  }

  return (
    // A link to a place on the page, which the router would take for a navigation.
    // biome-ignore lint/a11y/useValidAnchor: see above
    <a
      class="skip-link"
      href="#content"
      onFocus={() => setHasTable(table() !== null)}
      onClick={skip}
    >
      <ChangingText text={hasTable() ? 'To the table' : 'To the content'} />
    </a>
  );
}
