import { createUniqueId, type JSX } from 'solid-js';
import './search-box.css';

/**
 * A search box that Escape empties, with its explanation below while one types; `/` jumps to it, see
 * `search-key.ts`.
 */
export function SearchBox(props: {
  readonly label: string;
  /** What is searched, in few words. */
  readonly hint: string;
  readonly value: string;
  readonly onInput: (query: string) => void;
  readonly onFocus: () => void;
  /** Explains what may be typed. */
  readonly children: JSX.Element;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <div class="search-box">
      <input
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
        onKeyDown={(event) => event.key === 'Escape' && props.onInput('')}
        onFocus={() => props.onFocus()}
      />
      <span class="key" aria-hidden="true">
        /
      </span>
      <div id={id} class="search-about">
        {props.children}
      </div>
    </div>
  );
}
