import { type Accessor, createMemo, For, type JSX, Show } from 'solid-js';
import type { Column } from '../library/columns.ts';
import type { Collection } from '../lists/collection.ts';
import { refreshCacheForAccount } from '../lists/ensure-account.ts';
import { lacksScope } from '../services/login-facts.ts';
import { createNow } from '../services/now.ts';
import { useLogin, useServices } from '../services/services.tsx';
import { sweep } from '../storage/sweep.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { formatAge } from '../words/age.ts';
import { flawText } from '../words/flaw.ts';
import { type Action, offeredActions, problemOf } from './action.ts';
import { ColumnMenu } from './column-menu.tsx';
import { createColumnHandles, type ResizableColumns } from './column-resize.ts';
import { createRowKeys, type KeyedRows } from './row-keys.ts';
import type { TableColumns } from './table-columns.ts';

export { refreshCacheForAccount, sweep };

/** The state of a load that the bar of a table reads. */
type ShownLoad = Pick<
  Collection<unknown>,
  'phase' | 'loaded' | 'expected' | 'savedAt' | 'isUnsteady'
>;

/** The bar of a table: age and flaws of the list, actions, column menu. */
export function TableBar(props: {
  readonly collection: ShownLoad;
  readonly formatCount: (count: number) => string;
  readonly actions: readonly Action[];
  readonly columns: readonly Pick<Column<never>, 'id' | 'heading'>[];
  readonly choice: Pick<TableColumns<unknown>, 'isShown' | 'toggle' | 'reset'>;
}): JSX.Element {
  const login = useLogin();
  const { savedAt } = props.collection;
  const problem = createMemo(
    () => problemOf(props.actions) ?? flawOf(props.collection, props.formatCount),
  );
  const offered = () => offeredActions(props.actions, (scope) => lacksScope(login(), scope));
  return (
    <>
      <Show
        when={problem()}
        fallback={
          <Show when={savedAt() !== undefined}>
            <Age savedAt={() => savedAt() ?? 0} />
          </Show>
        }
      >
        {(text) => (
          <span class="hint" role="alert">
            <ChangingText text={text()} />
          </span>
        )}
      </Show>
      <Show when={offered().length > 0}>
        <div class="table-actions">
          <For each={offered()}>
            {(action) => (
              <button type="button" class="button quiet small" onClick={() => action.run()}>
                {action.label}
              </button>
            )}
          </For>
        </div>
      </Show>
      <ColumnMenu columns={props.columns} choice={props.choice} />
    </>
  );
}

/** Describes the flaw of the list on screen; `undefined` without one. */
function flawOf(
  { phase, loaded, expected, isUnsteady }: ShownLoad,
  formatCount: (count: number) => string,
): string | undefined {
  if (phase() !== 'complete') return undefined;
  const end = { isUnsteady: isUnsteady(), loaded: loaded(), expected: expected() ?? 0 };
  const text = flawText(end, formatCount);
  return text && `${text} Refresh to read it again.`;
}

function Age(props: { readonly savedAt: Accessor<number> }): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  return (
    <span class="hint">
      As of <ChangingText text={formatAge(now() - props.savedAt())} />
    </span>
  );
}

/** Makes the keyboard handling and the resize handles of a table; returns its `keydown` handler. */
export function createTableTools({
  head,
  ...table
}: KeyedRows &
  Omit<ResizableColumns, 'head'> & { readonly head: HTMLElement | null | undefined }): (
  event: KeyboardEvent,
) => void {
  if (head) createColumnHandles({ ...table, head });
  return createRowKeys(table);
}

/** The bar at the bottom of the window with the actions on the selected rows. */
export function SelectionBar(props: {
  /** The number of selected rows, formatted. */
  readonly text: string;
  readonly actions: readonly Action[];
  readonly onClear: () => void;
}): JSX.Element {
  const login = useLogin();
  const offered = () => offeredActions(props.actions, (scope) => lacksScope(login(), scope));
  return (
    <section class="selection-bar" aria-label="Selection">
      <Show
        when={problemOf(props.actions)}
        fallback={
          <p>
            <ChangingText text={props.text} />
          </p>
        }
      >
        {(problem) => (
          <p role="alert">
            <ChangingText text={problem()} />
          </p>
        )}
      </Show>
      <For each={offered()}>
        {(action) => (
          <button type="button" class="button primary small" onClick={() => action.run()}>
            {action.label}
          </button>
        )}
      </For>
      <button type="button" class="button quiet small" onClick={() => props.onClear()}>
        Clear
      </button>
    </section>
  );
}
