import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { withTerms } from '../library/query.ts';
import type { SearchHint } from '../library/search-help.ts';
import { Button } from '../ui/controls/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { isComposing } from '../ui/keys.ts';
import { placePopover } from '../ui/overlays/place-popover.ts';
import './search-box.css';

/**
 * A search box with buttons that clear it and explain its operators. Escape clears the text; ArrowDown and Enter lead
 * into the rows.
 */
export function SearchBox(props: {
  readonly label: string;
  /** The searched fields, as a short text. */
  readonly hint: string;
  readonly value: string;
  readonly onInput: (query: string) => void;
  readonly onFocus: () => void;
  /** Called on ArrowDown and Enter; `isToOpen` on Enter. */
  readonly onEnterRows: (isToOpen: boolean) => void;
  /** Explanation of the search syntax; `undefined` until the search has loaded. */
  readonly help: readonly SearchHint[] | undefined;
  readonly ref: (box: HTMLInputElement) => void;
}): JSX.Element {
  const id = createUniqueId();
  let box: HTMLInputElement | undefined;
  let opener: HTMLButtonElement | undefined;
  let help: HTMLDivElement | undefined;

  function obeyKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Escape' && props.value !== '') props.onInput('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter')
      props.onEnterRows(event.key === 'Enter');
    else return;
    event.preventDefault();
  }

  /** Writes an example into the box, after what is there. */
  function write(example: string): void {
    help?.hidePopover();
    props.onInput(withTerms(props.value, example, true));
    box?.focus();
  }

  return (
    <div class="search-box">
      <Icon name="search" />
      <input
        ref={(element) => {
          box = element;
          props.ref(element);
        }}
        type="search"
        class="search"
        aria-label={props.label}
        aria-keyshortcuts="/"
        placeholder={props.hint}
        autocomplete="off"
        spellcheck={false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        on:keydown={obeyKey}
        onFocus={() => props.onFocus()}
      />
      <div class="search-buttons">
        <span class="search-key" aria-hidden="true">
          /
        </span>
        <Show when={props.value !== ''}>
          <Button
            kind="ghost"
            size="small"
            icon="x"
            isIconOnly
            label="Clear search"
            onClick={() => {
              props.onInput('');
              box?.focus();
            }}
          />
        </Show>
        <Button
          kind="ghost"
          size="small"
          icon="circle-question-mark"
          isIconOnly
          label="Search help"
          popover={id}
          ref={(button) => (opener = button)}
          onClick={() => props.onFocus()}
        />
      </div>
      <div
        ref={help}
        id={id}
        popover="auto"
        class="popover popover-sheet search-help"
        onBeforeToggle={(event) => placePopover(opener, event)}
      >
        <p class="search-help-title">Type words, or write one of these:</p>
        <For each={props.help ?? []}>
          {(hint) => (
            <button type="button" class="search-help-line" onClick={() => write(hint.example)}>
              <code translate="no">{hint.example}</code>
              <span>{hint.meaning}</span>
            </button>
          )}
        </For>
      </div>
    </div>
  );
}
