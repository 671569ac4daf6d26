import { createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Method } from '../../../spotify/pace.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { API_ROOT } from '../request/build-request.ts';
import { useWorkbench } from '../state/workbench-state.ts';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** A method and a path that are typed, under a warning; the path must lie below the root of the Web API. */
export function FreePath(props: {
  readonly problemOf: (name: string) => string | undefined;
}): JSX.Element {
  const { draft, change } = useWorkbench();
  const id = createUniqueId();
  return (
    <>
      <Notice
        kind="warn"
        message={`Nothing is known of a path that you type. It is sent below ${API_ROOT} only.`}
      />
      <div class="workbench-fields">
        <div class="workbench-field">
          <label for={`${id}-method`} class="workbench-field-name">
            Method
          </label>
          <select
            id={`${id}-method`}
            onChange={(event) => {
              const method = METHODS.find((each) => each === event.currentTarget.value);
              if (method) change({ method });
            }}
          >
            <For each={METHODS}>
              {(method) => (
                <option value={method} selected={method === draft().method}>
                  {method}
                </option>
              )}
            </For>
          </select>
        </div>
        <div class="workbench-field workbench-field-long">
          <label for={`${id}-path`} class="workbench-field-name">
            Path
          </label>
          <input
            id={`${id}-path`}
            type="text"
            class="mono"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={draft().path}
            aria-invalid={props.problemOf('path') !== undefined && draft().path !== ''}
            aria-describedby={`${id}-hint`}
            onInput={(event) => change({ path: event.currentTarget.value })}
          />
          <p
            id={`${id}-hint`}
            class={
              draft().path && props.problemOf('path')
                ? 'workbench-hint workbench-problem'
                : 'workbench-hint'
            }
          >
            <ChangingText
              text={(draft().path && props.problemOf('path')) || 'Such as me/playlists?limit=5.'}
            />
          </p>
        </div>
        <Show when={draft().method !== 'GET'}>
          <div class="workbench-field workbench-field-long">
            <label for={`${id}-body`} class="workbench-field-name">
              Body
            </label>
            <textarea
              id={`${id}-body`}
              class="workbench-code"
              rows={4}
              spellcheck={false}
              value={draft().texts['body'] ?? ''}
              aria-invalid={props.problemOf('body') !== undefined}
              onInput={(event) =>
                change({ texts: { ...draft().texts, body: event.currentTarget.value } })
              }
            />
            <p
              class={
                props.problemOf('body') ? 'workbench-hint workbench-problem' : 'workbench-hint'
              }
            >
              <ChangingText text={props.problemOf('body') ?? 'JSON, or nothing.'} />
            </p>
          </div>
        </Show>
      </div>
    </>
  );
}
