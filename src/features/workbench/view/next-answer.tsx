import { createResource, createUniqueId, For, type JSX } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { useServices } from '../../../services/services.tsx';
import { settled } from '../../../ui/settled.ts';
import { useWorkbench } from '../state/workbench-state.ts';

/** The choice, in the demo, of what the simulated Spotify does to the next answer. */
export function NextAnswer(): JSX.Element {
  const { demo } = useServices();
  const { nextFault, setNextFault } = useWorkbench();
  const id = createUniqueId();
  const [faults] = createResource(() => demo.callFaults());
  const loaded = () => settled(faults);

  function take(label: string): void {
    const known = loaded();
    setNextFault(
      known && label ? { label, arm: (request) => known.arm(label, request) } : undefined,
    );
  }

  return (
    <div class="workbench-field workbench-next">
      <label for={id}>Next answer</label>
      <select
        id={id}
        disabled={!loaded()}
        aria-describedby={`${id}-hint`}
        onChange={(event) => take(event.currentTarget.value)}
      >
        <option value="" selected={!nextFault()}>
          As usual
        </option>
        <For each={loaded()?.groups}>
          {({ title, labels }) => (
            <optgroup label={title}>
              <For each={labels}>
                {(label) => (
                  <option value={label} selected={nextFault()?.label === label}>
                    {label}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
      <p id={`${id}-hint`} class="workbench-hint">
        Only in the demo: one reply that goes wrong. How the app copes is on{' '}
        <a href={`${BASE_PATH}lab`}>What if…</a>
      </p>
    </div>
  );
}
