import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { isComposing } from '../../../ui/keys.ts';
import type { Endpoint } from '../data/parse-endpoints.ts';
import { searchEndpoints } from '../request/search-endpoints.ts';
import { useWorkbench } from '../state/workbench-state.ts';
import './endpoint-box.css';

/** The combobox of all endpoints, found by path, words and scope; its last entry is a typed path. */
export function EndpointBox(props: {
  readonly ref: (input: HTMLInputElement) => void;
}): JSX.Element {
  const { endpoints, draft, choose } = useWorkbench();
  const id = createUniqueId();
  const [words, setWords] = createSignal<string>();
  const [place, setPlace] = createSignal(0);
  let list: HTMLElement | undefined;

  const isOpen = () => words() !== undefined;
  const found = createMemo((): readonly (Endpoint | undefined)[] => [
    ...searchEndpoints(endpoints, words() ?? ''),
    undefined,
  ]);
  const active = () => Math.min(place(), found().length - 1);
  const text = () => words() ?? nameOf(draft().endpoint);

  function open(): void {
    if (isOpen()) return;
    setWords('');
    setPlace(Math.max(0, found().indexOf(draft().endpoint)));
    queueMicrotask(showActive);
  }

  function close(): void {
    setWords();
  }

  function take(endpoint: Endpoint | undefined): void {
    choose(endpoint);
    close();
  }

  function showActive(): void {
    list?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  function move(step: number): void {
    open();
    const count = found().length;
    setPlace((active() + step + count) % count);
    queueMicrotask(showActive);
  }

  function obey(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined) move(step);
    else if (event.key === 'Enter' && isOpen()) take(found()[active()]);
    else if (event.key === 'Escape' && isOpen()) close();
    else return;
    event.preventDefault();
  }

  return (
    <div class="endpoint-box">
      <label for={id}>Endpoint</label>
      <input
        ref={(input) => {
          input.addEventListener('keydown', obey);
          props.ref(input);
        }}
        id={id}
        type="text"
        class="endpoint-box-input"
        role="combobox"
        aria-expanded={isOpen()}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen() ? `${id}-${active()}` : undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={isOpen() ? 'Search by path, words or scope' : undefined}
        value={text()}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setPlace(0);
        }}
        onClick={open}
        onBlur={close}
      />
      <div
        ref={(element) => {
          list = element;
        }}
        id={`${id}-list`}
        class="endpoint-box-list"
        role="listbox"
        aria-label="Endpoints"
        hidden={!isOpen()}
        // The input keeps the focus, so that a press does not close the list before its click.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Show when={isOpen()}>
          <For each={found()}>
            {(endpoint, index) => (
              <>
                <Show when={startsGroup(endpoint, found()[index() - 1])}>
                  {(group) => (
                    <div class="endpoint-box-group" role="presentation">
                      {group()}
                    </div>
                  )}
                </Show>
                {/* The focus stays in the input, which obeys the keys. */}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
                <div
                  id={`${id}-${index()}`}
                  class="endpoint-box-option"
                  role="option"
                  aria-selected={index() === active()}
                  onClick={() => take(endpoint)}
                  onPointerMove={() => setPlace(index())}
                >
                  <Option endpoint={endpoint} />
                </div>
              </>
            )}
          </For>
        </Show>
      </div>
    </div>
  );
}

function Option(props: { readonly endpoint: Endpoint | undefined }): JSX.Element {
  return (
    <Show
      when={props.endpoint}
      fallback={<span class="endpoint-box-title">Another path, typed by you…</span>}
    >
      {(endpoint) => (
        <>
          <span class="endpoint-box-method" translate="no">
            {endpoint().method}
          </span>
          <span
            class={
              endpoint().isRemoved ? 'endpoint-box-path endpoint-box-removed' : 'endpoint-box-path'
            }
            translate="no"
          >
            {endpoint().path}
          </span>
          <span class="endpoint-box-title">
            {endpoint().title}
            <Show when={endpoint().isRemoved}>
              {' '}
              · removed{endpoint().successor ? `, use ${endpoint().successor}` : ''}
            </Show>
          </span>
        </>
      )}
    </Show>
  );
}

function startsGroup(endpoint: Endpoint | undefined, before: Endpoint | undefined) {
  const group = endpoint?.group ?? 'Not in the table';
  return group === before?.group ? undefined : group;
}

function nameOf(endpoint: Endpoint | undefined): string {
  return endpoint ? `${endpoint.method} ${endpoint.path}` : 'Another path';
}
