import { createSignal, type JSX, Show } from 'solid-js';
import type { ColumnChoiceProps } from './column-choice.tsx';
import { optional } from './optional.tsx';

/** Loaded when the menu is first opened. */
const ColumnChoice = optional(() => import('./column-choice.tsx'));

/** A button that opens the choice of a table's columns. */
export function ColumnMenu(props: Omit<ColumnChoiceProps, 'id' | 'opener'>): JSX.Element {
  const [wasOpened, setOpened] = createSignal(false);
  let button: HTMLButtonElement | undefined;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button quiet small"
        popovertarget="column-choice"
        onClick={() => setOpened(true)}
      >
        Columns
      </button>
      <Show when={wasOpened()}>
        <ColumnChoice
          id="column-choice"
          opener={button}
          columns={props.columns}
          choice={props.choice}
        />
      </Show>
    </>
  );
}
