import { createMemo, createUniqueId, For, type JSX, Show } from 'solid-js';
import type { Phase } from '../lists/collection.ts';
import { lacksScope } from '../services/login-facts.ts';
import { useLogin } from '../services/services.tsx';
import { ChangingText } from '../ui/changing-text.tsx';
import { isAvailable } from '../ui/command.tsx';
import { Button, ButtonLink } from '../ui/controls/button.tsx';
import type { IconName } from '../ui/icon-names.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { formatNumber } from '../words/number.ts';
import { type Action, permittedActions } from './action.ts';
import { loadExtras } from './data-table.tsx';
import { createLoadControl } from './load-control.ts';
import type { Selection } from './selection.ts';
import type { TableView } from './table-view.ts';
import './table-head.css';

const Age = lazyPart(async () => ({ default: (await loadExtras()).Age }));
const MenuPopover = lazyPart(async () => ({ default: (await loadExtras()).MenuPopover }));

/** What the line of a table's title shows. */
export interface TableHeadProps<Row> {
  readonly view: TableView<Row>;
  /** Formats a number of rows, with its noun. */
  readonly formatCount: (count: number) => string;
  /** A fact beside the number of rows, such as "94 yours". */
  readonly facts?: string | undefined;
  /** Actions on the whole table, as buttons and links. */
  readonly actions: readonly Action[];
  /** Further actions on the whole table, in a menu. */
  readonly moreActions?: readonly Action[];
  readonly selection?: Selection<Row>;
}

/**
 * The line of a table's title, without the heading: totals and age, and the buttons of the whole table. A page places
 * its two halves, `.table-facts` and `.table-buttons`, beside its heading.
 */
export function TableHead<Row>(props: TableHeadProps<Row>): JSX.Element {
  const login = useLogin();
  const { collection } = props.view;
  const actions = () => permittedActions(props.actions, (scope) => lacksScope(login(), scope));
  return (
    <div class="table-head">
      <div class="table-facts">
        <StatusLine {...props} />
        <Show when={props.view.isSettled() && collection.savedAt() !== undefined}>
          <Age savedAt={collection.savedAt() ?? 0} facts={props.facts} />
        </Show>
      </div>
      <div class="table-buttons">
        <LoadButton view={props.view} />
        <For each={actions()}>{(action) => <ActionButton action={action} />}</For>
        <Show when={props.moreActions}>
          {(more) => (
            <MoreActions
              label={`More for ${props.view.label}`}
              actions={more()}
              isSettled={props.view.isSettled()}
            />
          )}
        </Show>
      </div>
    </div>
  );
}

/** A menu of further actions: its button at once, its popover after the first rows. */
function MoreActions(props: {
  readonly label: string;
  readonly actions: readonly Action[];
  readonly isSettled: boolean;
}): JSX.Element {
  const id = createUniqueId();
  let opener: HTMLButtonElement | undefined;
  return (
    <>
      <Button
        kind="ghost"
        icon="ellipsis"
        isIconOnly
        label={props.label}
        isDisabled={!props.isSettled || !props.actions.some(isAvailable)}
        popover={id}
        ref={(button) => (opener = button)}
      />
      <Show when={props.isSettled}>
        <MenuPopover id={id} anchor={() => opener} commands={props.actions} />
      </Show>
    </>
  );
}

/** The number of rows, or how far their load is; the one live region of the page. */
function StatusLine<Row>(props: TableHeadProps<Row>): JSX.Element {
  const { view } = props;
  const { collection } = view;
  const selectedText = () => {
    const count = props.selection?.selected().size ?? 0;
    return count > 0 ? `${formatNumber(count)} selected` : undefined;
  };
  const status = () =>
    view.hasFailed() && view.query() !== ''
      ? 'The search did not load. Check your network, then type again.'
      : listStatus({
          phase: collection.phase(),
          shown: collection.rows().length,
          loaded: collection.loaded(),
          expected: collection.expected(),
          isWhole: collection.savedAt() !== undefined,
          found: view.isNarrowed() ? view.found().length : undefined,
          formatCount: props.formatCount,
        });
  return (
    <p class="table-status" role="status">
      <ChangingText isTitled text={[status(), selectedText()].filter(Boolean).join(', ')} />
    </p>
  );
}

/** One action of the table; disabled as long as it cannot be taken. */
function ActionButton(props: { readonly action: Action }): JSX.Element {
  const look = () => ({
    label: props.action.label,
    ...(props.action.icon && { icon: props.action.icon }),
    ...(props.action.keys && { keys: props.action.keys }),
  });
  return (
    <Show
      when={props.action.href}
      fallback={
        <Button
          {...look()}
          isDisabled={!isAvailable(props.action)}
          onClick={() => props.action.run?.()}
        />
      }
    >
      {(href) => <ButtonLink {...look()} href={href()} isExternal={/^https:/.test(href())} />}
    </Show>
  );
}

/** Labels of the button of a load by its phase; a failure has a button of its own, in its notice. */
const LOAD_LABELS: Readonly<Record<Phase, { readonly label: string; readonly icon: IconName }>> = {
  loading: { label: 'Stop', icon: 'square' },
  stopped: { label: 'Resume', icon: 'play' },
  complete: { label: 'Refresh', icon: 'refresh-cw' },
  failed: { label: 'Refresh', icon: 'refresh-cw' },
};

/** The button of a load: stop, resume, or refresh, at the same place and width. */
function LoadButton<Row>(props: { readonly view: TableView<Row> }): JSX.Element {
  const { collection } = props.view;
  const run = createLoadControl(props.view.collection);
  const look = createMemo(() => LOAD_LABELS[collection.phase()]);
  return (
    <Button
      kind="ghost"
      class="table-load"
      label={look().label}
      icon={look().icon}
      isDisabled={collection.phase() === 'failed'}
      onClick={run}
    />
  );
}

/** Formats the state of a table as one short line. */
function listStatus(progress: {
  readonly phase: Phase;
  /** Number of visible rows. */
  readonly shown: number;
  /** Rows loaded so far, and their total. */
  readonly loaded: number;
  readonly expected: number | undefined;
  /** Whether the rows are a complete list, perhaps an outdated one. */
  readonly isWhole: boolean;
  /** Number of matching rows; `undefined` without a search. */
  readonly found: number | undefined;
  readonly formatCount: (count: number) => string;
}): string {
  const { phase, shown, loaded, expected, found, formatCount } = progress;
  if (found !== undefined) return `${formatNumber(found)} of ${formatCount(shown)}`;
  if (phase === 'complete' || progress.isWhole) return formatCount(shown);
  if (expected === undefined)
    return phase === 'loading' ? `Loading ${formatCount(2).slice(2)}` : '';
  return `${formatNumber(loaded)} of ${formatCount(expected)} loaded`;
}
