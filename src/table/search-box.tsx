import { createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { SearchHint } from '../library/search-help.ts';
import { isComposing } from '../ui/keys.ts';
import './search-box.css';

/**
 * A search box, with its syntax help below while the box is focused and empty. The key `/` focuses the box, Escape
 * clears the text.
 */
export function SearchBox(props: {
  readonly label: string;
  /** The searched fields, as a short text. */
  readonly hint: string;
  readonly value: string;
  readonly onInput: (query: string) => void;
  readonly onFocus: () => void;
  /** Explanation of the search syntax; `undefined` until the search has loaded. */
  readonly help: readonly SearchHint[] | undefined;
}): JSX.Element {
  const id = createUniqueId();
  let box: HTMLInputElement | undefined;

  /** Focuses the box on `/`, unless the key event targets a field. */
  function jump(event: KeyboardEvent): void {
    if (event.key !== '/' || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog'))
      return;
    event.preventDefault();
    box?.focus();
    box?.select();
  }
  onMount(() => document.addEventListener('keydown', jump));
  onCleanup(() => document.removeEventListener('keydown', jump));

  return (
    <div class="search-box">
      <input
        ref={box}
        type="search"
        class="search"
        aria-label={props.label}
        aria-describedby={id}
        aria-keyshortcuts="/"
        placeholder={props.hint}
        autocomplete="off"
        spellcheck={false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event)) props.onInput('');
        }}
        onFocus={() => props.onFocus()}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      <div id={id} class="search-about">
        <Show when={props.help}>
          {(hints) => (
            <dl class="search-help">
              <For each={hints()}>
                {(hint) => (
                  <div>
                    <dt>
                      <code translate="no">{hint.example}</code>
                    </dt>
                    <dd>{hint.meaning}</dd>
                  </div>
                )}
              </For>
            </dl>
          )}
        </Show>
      </div>
    </div>
  );
}
