import { type JSX, Show } from 'solid-js';

/**
 * Draws a text that changes while it is shown, in a new element for every change: a browser that translates a page
 * replaces its text nodes, so that a change of the node drawn first would not be seen.
 */
export function ChangingText(props: {
  readonly text: string;
  /** Whether the text may be cut, and a tooltip tells it whole. */
  readonly isTitled?: boolean;
}): JSX.Element {
  return (
    <Show when={props.text} keyed>
      {(text) => <span title={props.isTitled ? text : undefined}>{text}</span>}
    </Show>
  );
}
