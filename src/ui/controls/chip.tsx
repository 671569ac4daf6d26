import { type JSX, Show } from 'solid-js';
import { ChangingText } from '../changing-text.tsx';
import { Icon } from '../icon.tsx';
import type { IconName } from '../icon-names.ts';
import './chip.css';

/** A switch in the shape of a pill that narrows a table, with the number of its rows. */
export function Chip(props: {
  readonly label: string;
  readonly icon?: IconName;
  /** Formatted number of rows; empty while unknown, `undefined` where none will come. */
  readonly count?: string | undefined;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly title?: string;
  readonly onToggle: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={props.isOn}
      disabled={props.isDisabled ?? false}
      title={props.title}
      onClick={() => props.onToggle()}
    >
      <Show when={props.icon}>{(icon) => <Icon name={icon()} />}</Show>
      {props.label}
      <Show when={props.count !== undefined}>
        <span class="chip-count">
          <ChangingText text={props.count ?? ''} />
        </span>
      </Show>
    </button>
  );
}
