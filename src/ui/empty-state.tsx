import type { JSX } from 'solid-js';
import { ChangingText } from './changing-text.tsx';
import './empty-state.css';

/** What stands in the place of rows where there are none: one sentence, and the ways on. */
export function EmptyState(props: {
  readonly text: string;
  /** Buttons and links, the main one first. */
  readonly children?: JSX.Element;
}): JSX.Element {
  return (
    <div class="empty-state">
      <p class="empty-state-text">
        <ChangingText text={props.text} />
      </p>
      <div class="empty-state-actions">{props.children}</div>
    </div>
  );
}
