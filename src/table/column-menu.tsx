import { type Component, createSignal, type JSX, Show } from 'solid-js';
import type { ColumnChoiceProps } from './column-choice.tsx';

/** A button that opens the choice of a table's columns. */
export function ColumnMenu(props: Omit<ColumnChoiceProps, 'id' | 'opener'>): JSX.Element {
  const [choice, setChoice] = createSignal<Component<ColumnChoiceProps>>();
  let button: HTMLButtonElement | undefined;

  /** Loaded when the menu is first opened; where that fails, the next click tries again. */
  async function load(): Promise<void> {
    if (choice()) return;
    const loaded = await import('./column-choice.tsx');
    setChoice(() => loaded.default);
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button quiet small columns"
        popovertarget="column-choice"
        onClick={() => void load().catch(() => undefined)}
      >
        Columns
      </button>
      <Show when={choice()}>
        {(loaded) => {
          const ColumnChoice = loaded();
          return (
            <ColumnChoice
              id="column-choice"
              opener={button}
              columns={props.columns}
              choice={props.choice}
            />
          );
        }}
      </Show>
    </>
  );
}
