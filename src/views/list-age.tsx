import type { JSX } from 'solid-js';
import { createNow } from '../state/now.ts';
import { useServices } from '../state/services.tsx';
import { shownAge } from './shown-age.ts';

/** How old the list is that is shown. */
export default function ListAge(props: { readonly of: () => number }): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  return <span class="hint">As of {shownAge(now() - props.of())}</span>;
}
