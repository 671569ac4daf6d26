import { For, type JSX } from 'solid-js';
import type { SearchHint } from '../library/search-help.ts';
import './search-help.css';

/** Explains, below a search box, what may be typed into it. */
export default function SearchHelp(props: { readonly hints: readonly SearchHint[] }): JSX.Element {
  return (
    <dl class="search-help">
      <For each={props.hints}>
        {(hint) => (
          <div>
            <dt>
              <code>{hint.example}</code>
            </dt>
            <dd>{hint.meaning}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
