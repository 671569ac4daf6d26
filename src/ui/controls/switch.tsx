import type { JSX } from 'solid-js';
import './switch.css';

/** A switch with its label; what it changes is seen at once. */
export function Switch(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onToggle: (isOn: boolean) => void;
}): JSX.Element {
  return (
    <label class="switch">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its state in `checked`.
        role="switch"
        class="switch-box"
        checked={props.isOn}
        disabled={props.isDisabled ?? false}
        onChange={(event) => props.onToggle(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
