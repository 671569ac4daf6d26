import { createMemo, type JSX, Show } from 'solid-js';
import type { Collection } from '../lists/collection.ts';
import { refreshCacheForAccount } from '../lists/ensure-account.ts';
import { createNow } from '../services/now.ts';
import { useServices } from '../services/services.tsx';
import { sweep } from '../storage/sweep.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { MenuPopover } from '../ui/overlays/menu.tsx';
import { formatAge } from '../words/age.ts';
import { flawText } from '../words/flaw.ts';
import { type Action, problemOf } from './action.ts';
import { BulkBar } from './bulk-bar.tsx';
import { createColumnHandles } from './column-resize.ts';
import { DisplayMenus } from './display-menu.tsx';
import { RowMenu } from './row-menu.tsx';

export {
  BulkBar,
  createColumnHandles,
  DisplayMenus,
  MenuPopover,
  RowMenu,
  refreshCacheForAccount,
  sweep,
};

/** The age of the list on screen, and the fact beside it, which may be known later and pushes nothing away. */
export function Age(props: {
  readonly savedAt: number;
  readonly facts: string | undefined;
}): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  return (
    <>
      <span class="table-fact table-age">
        updated <ChangingText text={formatAge(now() - props.savedAt)} />
      </span>
      <Show when={props.facts}>
        {(facts) => (
          <span class="table-fact">
            <ChangingText text={facts()} />
          </span>
        )}
      </Show>
    </>
  );
}

/** Describes the flaw of the list on screen, or why an action failed; nothing without either. */
export function TableProblem(props: {
  readonly collection: Pick<Collection<unknown>, 'phase' | 'loaded' | 'expected' | 'isUnsteady'>;
  readonly formatCount: (count: number) => string;
  readonly actions: readonly Action[];
}): JSX.Element {
  function flaw(): string | undefined {
    const { phase, loaded, expected, isUnsteady } = props.collection;
    if (phase() !== 'complete') return undefined;
    const end = { isUnsteady: isUnsteady(), loaded: loaded(), expected: expected() ?? 0 };
    const text = flawText(end, props.formatCount);
    return text && `${text} Refresh to read it again.`;
  }
  const problem = createMemo(() => problemOf(props.actions) ?? flaw());
  return <Show when={problem()}>{(text) => <Notice kind="bad" message={text()} />}</Show>;
}
