import { type JSX, Show } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-names.ts';
import './button.css';

/** Weight of a button: `primary` once a page, `ghost` for tools, `danger` for what cannot be undone. */
export type ButtonKind = 'primary' | 'default' | 'ghost' | 'danger';

/** Height of a button: 28, 36 or 44 px at letters of 16 px; 44 is also the height of `medium` on touch screens. */
export type ButtonSize = 'small' | 'medium' | 'large';

/** How a button or a link of the same looks is drawn. */
export interface ButtonLook {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  /** Whether the label is an accessible name and a tooltip only, and the icon alone is drawn. */
  readonly isIconOnly?: boolean;
  /** Keyboard shortcut named in the tooltip, such as `r`. */
  readonly keys?: string;
}

/** A button with a label, an icon, or both. */
export function Button(
  props: ButtonLook & {
    readonly label: string;
    /** Accessible name, where the label alone says too little. */
    readonly name?: string;
    readonly onClick?: (event: MouseEvent) => void;
    readonly isDisabled?: boolean;
    /** Whether the button is switched on; `undefined` where it is no switch. */
    readonly isPressed?: boolean;
    /** Id of the popover that the button opens. */
    readonly popover?: string;
    /** Whether the button submits its form. */
    readonly isSubmit?: boolean;
    /** Class that places the button in its parent; never its looks. */
    readonly class?: string;
    readonly ref?: (button: HTMLButtonElement) => void;
  },
): JSX.Element {
  return (
    <button
      ref={props.ref}
      type={props.isSubmit ? 'submit' : 'button'}
      class={buttonClass(props)}
      aria-label={props.isIconOnly ? (props.name ?? props.label) : props.name}
      aria-pressed={props.isPressed}
      title={titleOf(props)}
      disabled={props.isDisabled ?? false}
      popovertarget={props.popover}
      onClick={(event) => props.onClick?.(event)}
    >
      <ButtonContent {...props} />
    </button>
  );
}

/** A link with the looks of a button; to another site it opens a new tab. */
export function ButtonLink(
  props: ButtonLook & {
    readonly label: string;
    readonly name?: string;
    readonly href: string;
    readonly isExternal?: boolean;
    readonly onClick?: (event: MouseEvent) => void;
    readonly class?: string;
  },
): JSX.Element {
  return (
    <a
      class={buttonClass(props)}
      href={props.href}
      aria-label={props.isIconOnly ? (props.name ?? props.label) : props.name}
      title={titleOf(props)}
      target={props.isExternal ? '_blank' : undefined}
      rel={props.isExternal ? 'noopener noreferrer' : undefined}
      onClick={(event) => props.onClick?.(event)}
    >
      <ButtonContent {...props} />
    </a>
  );
}

function ButtonContent(props: ButtonLook & { readonly label: string }): JSX.Element {
  return (
    <>
      <Show when={props.icon}>{(icon) => <Icon name={icon()} />}</Show>
      <Show when={!props.isIconOnly}>
        <ChangingText text={props.label} />
      </Show>
    </>
  );
}

function buttonClass(props: ButtonLook & { readonly class?: string }): string {
  const { kind = 'default', size = 'medium', isIconOnly } = props;
  return ['button', `button-${kind}`, `button-${size}`, isIconOnly && 'button-icon', props.class]
    .filter(Boolean)
    .join(' ');
}

function titleOf(props: ButtonLook & { readonly label: string }): string | undefined {
  if (props.keys) return `${props.label} (${props.keys})`;
  return props.isIconOnly ? props.label : undefined;
}
