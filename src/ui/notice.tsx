import { type JSX, Show } from 'solid-js';
import { ChangingText } from './changing-text.tsx';
import { Button } from './controls/button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import './notice.css';

const ICONS: Readonly<Record<'bad' | 'warn' | 'info', IconName>> = {
  bad: 'circle-alert',
  warn: 'triangle-alert',
  info: 'info',
};

/**
 * What happened, what was kept and what to do next, with at most one button. A failure (`bad`) is an alert; a warning
 * and a plain fact are not announced.
 */
export function Notice(props: {
  readonly kind: 'bad' | 'warn' | 'info';
  /** Accessible name, which makes a region of a warning or a plain fact. */
  readonly name?: string;
  readonly message: string;
  /** Label of the button; without it there is none. */
  readonly action?: string | undefined;
  readonly onAction?: () => void;
  /** Content beside the button. */
  readonly children?: JSX.Element;
}): JSX.Element {
  const content = (): JSX.Element => (
    <>
      <Icon name={ICONS[props.kind]} />
      <p class="notice-text">
        <ChangingText text={props.message} />
      </p>
      <Show when={props.action}>
        {(action) => <Button label={action()} onClick={() => props.onAction?.()} />}
      </Show>
      {props.children}
    </>
  );
  const look = () => `notice notice-${props.kind}`;
  return (
    <Show
      when={props.name}
      fallback={
        <div class={look()} role={props.kind === 'bad' ? 'alert' : undefined}>
          {content()}
        </div>
      }
    >
      {(name) => (
        <aside class={look()} aria-label={name()}>
          {content()}
        </aside>
      )}
    </Show>
  );
}

/** The notice of a failure that trying again may mend; nothing while there is none. */
export function RetryNotice(props: {
  readonly message: string | undefined;
  readonly onRetry: () => void;
}): JSX.Element {
  return (
    <Show when={props.message}>
      {(message) => (
        <Notice kind="bad" message={message()} action="Try again" onAction={props.onRetry} />
      )}
    </Show>
  );
}
