import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import { type Command, isAvailable } from '../command.tsx';
import { Button, type ButtonLook } from '../controls/button.tsx';
import { Icon } from '../icon.tsx';
import { placePopover } from './place-popover.ts';
import './menu.css';

/** A button that opens a popover of plain buttons and links; arrow keys move between them, Escape closes it. */
export function Menu(
  props: ButtonLook & {
    readonly label: string;
    readonly name?: string;
    readonly isDisabled?: boolean;
    readonly class?: string;
    readonly commands: readonly Command[];
    /** Content above the commands. */
    readonly children?: JSX.Element;
  },
): JSX.Element {
  const id = createUniqueId();
  let opener: HTMLButtonElement | undefined;
  return (
    <>
      <Button {...props} popover={id} ref={(button) => (opener = button)} />
      <MenuPopover id={id} anchor={() => opener} commands={props.commands}>
        {props.children}
      </MenuPopover>
    </>
  );
}

/** The popover of a menu, for openers of another kind than a button, such as a right click on a row. */
export function MenuPopover(props: {
  readonly id: string;
  /** The element, or the place in the viewport, that the popover opens at. */
  readonly anchor: () => Element | DOMRect | undefined;
  readonly commands: readonly Command[];
  readonly children?: JSX.Element;
  readonly ref?: (menu: HTMLElement) => void;
}): JSX.Element {
  let menu: HTMLDivElement | undefined;

  function obeyKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (!menu || step === undefined) return;
    const entries = [...menu.querySelectorAll<HTMLElement>('.menu-entry')];
    const { activeElement } = document;
    const place = activeElement instanceof HTMLElement ? entries.indexOf(activeElement) : -1;
    const next = place < 0 && step < 0 ? -1 : place + step;
    entries.at(next % Math.max(1, entries.length))?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={(element) => {
        menu = element;
        element.addEventListener('keydown', obeyKey);
        props.ref?.(element);
      }}
      id={props.id}
      popover="auto"
      class="popover menu"
      onBeforeToggle={(event) => placePopover(props.anchor(), event)}
    >
      {props.children}
      <For each={props.commands.filter(isAvailable)}>
        {(command) => <MenuEntry command={command} onRun={() => menu?.hidePopover()} />}
      </For>
    </div>
  );
}

/** One entry of a menu; the menu closes before its command runs. */
function MenuEntry(props: { readonly command: Command; readonly onRun: () => void }): JSX.Element {
  const content = (): JSX.Element => (
    <>
      <Show when={props.command.icon}>{(icon) => <Icon name={icon()} />}</Show>
      <span class="menu-label">
        <ChangingText text={props.command.label} />
      </span>
      <Show when={props.command.keys}>
        <span class="menu-keys" aria-hidden="true">
          {props.command.keys}
        </span>
      </Show>
    </>
  );
  const look = () => (props.command.isDangerous ? 'menu-entry menu-danger' : 'menu-entry');
  const isExternal = () => /^https:/.test(props.command.href ?? '');
  return (
    <Show
      when={props.command.href}
      fallback={
        <button
          type="button"
          class={look()}
          onClick={() => {
            props.onRun();
            props.command.run?.();
          }}
        >
          {content()}
        </button>
      }
    >
      {(href) => (
        <a
          class={look()}
          href={href()}
          target={isExternal() ? '_blank' : undefined}
          rel={isExternal() ? 'noopener noreferrer' : undefined}
          onClick={() => {
            props.onRun();
            props.command.run?.();
          }}
        >
          {content()}
        </a>
      )}
    </Show>
  );
}
