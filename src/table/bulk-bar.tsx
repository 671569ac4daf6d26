import { createMemo, createUniqueId, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { lacksScope } from '../services/login-facts.ts';
import { useLogin } from '../services/services.tsx';
import { ChangingText } from '../ui/changing-text.tsx';
import { Button } from '../ui/controls/button.tsx';
import { isComposing } from '../ui/keys.ts';
import { MenuPopover } from '../ui/overlays/menu.tsx';
import { useToast } from '../ui/overlays/toast.tsx';
import { type Action, offeredActions, problemOf } from './action.ts';
import type { Selection } from './selection.ts';
import './bulk-bar.css';

/** Actions drawn as buttons; the others are in the menu "More". */
const MOST_BUTTONS = 3;

/**
 * The bar over the end of the window with the actions on the selected rows. Escape clears the selection, unless
 * something else takes the key.
 */
export function BulkBar(props: {
  readonly selection: Pick<
    Selection<never>,
    'selected' | 'foundShare' | 'toggleFound' | 'clear' | 'restore'
  >;
  /** The number of selected rows, formatted, such as "2 selected". */
  readonly text: string;
  /** Totals of the selected rows, such as "204 songs · 14 h 10 min". */
  readonly summary: string | undefined;
  readonly actions: readonly Action[];
  /** Called after the selection is cleared, which removes the bar and its focused button. */
  readonly onClear: () => void;
}): JSX.Element {
  const login = useLogin();
  const toast = useToast();
  const id = createUniqueId();
  let more: HTMLButtonElement | undefined;
  const offered = createMemo(() =>
    offeredActions(props.actions, (scope) => lacksScope(login(), scope)),
  );

  function clear(): void {
    const { selection } = props;
    const before = selection.selected();
    selection.clear();
    props.onClear();
    toast({
      text: 'Selection cleared',
      action: 'Undo',
      onAction: () => selection.restore(before),
    });
  }

  function obey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
    if (document.querySelector('dialog[open], :popover-open')) return;
    event.preventDefault();
    clear();
  }
  onMount(() => document.addEventListener('keydown', obey));
  onCleanup(() => document.removeEventListener('keydown', obey));

  return (
    <section class="bulk-bar" aria-label="Selection">
      <p class="bulk-text">
        <span class="bulk-count">
          <ChangingText text={props.text} />
        </span>
        <Show when={props.summary}>
          {(summary) => (
            <span class="bulk-summary">
              <ChangingText text={summary()} />
            </span>
          )}
        </Show>
      </p>
      <Show when={problemOf(props.actions)}>
        {(problem) => (
          <p class="bulk-problem" role="alert">
            <ChangingText text={problem()} />
          </p>
        )}
      </Show>
      <Show when={props.selection.foundShare() !== 'all'}>
        <Button
          kind="ghost"
          icon="list-checks"
          isIconOnly
          label="Select all found"
          class="bulk-button bulk-all"
          onClick={() => props.selection.toggleFound()}
        />
      </Show>
      <For each={offered().slice(0, MOST_BUTTONS)}>
        {(action) => (
          <Button
            kind="ghost"
            class="bulk-button"
            label={action.label}
            {...(action.icon && { icon: action.icon })}
            onClick={() => action.run?.()}
          />
        )}
      </For>
      <Show when={offered().length > MOST_BUTTONS}>
        <Button
          kind="ghost"
          icon="ellipsis"
          isIconOnly
          label="More for the selection"
          class="bulk-button"
          popover={id}
          ref={(button) => (more = button)}
        />
        <MenuPopover id={id} anchor={() => more} commands={offered().slice(MOST_BUTTONS)} />
      </Show>
      <Button
        kind="ghost"
        icon="x"
        isIconOnly
        label="Clear selection"
        class="bulk-button"
        onClick={clear}
      />
    </section>
  );
}
