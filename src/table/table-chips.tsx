import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { hasTerms, withTerms } from '../library/query.ts';
import { Chip } from '../ui/controls/chip.tsx';
import type { IconName } from '../ui/icon-names.ts';
import { formatNumber } from '../words/number.ts';
import type { TableSearch } from './table-search.ts';

/** A switch that narrows a table; it is on while its terms are in the text of the search, whoever wrote them there. */
export interface TableChip {
  readonly id: string;
  readonly label: string;
  /** Terms of the search, such as `owner:me`. */
  readonly query: string;
  readonly icon?: IconName;
  /** What the chip leaves, as a tooltip. */
  readonly title?: string;
  /** Chips of one group exclude each other. */
  readonly group?: string;
}

/** The chips of a table, with the number of all rows that each leaves once `isCounted`. */
export function TableChips(props: {
  readonly chips: readonly TableChip[];
  readonly search: Pick<TableSearch<unknown>, 'query' | 'search' | 'countOf'>;
  readonly isCounted: boolean;
}): JSX.Element {
  /** Number of chips that are counted: one in each task, since each looks at all rows. */
  const [counted, setCounted] = createSignal(0);
  createEffect(() => {
    if (!props.isCounted || counted() >= props.chips.length) return;
    const timer = setTimeout(() => setCounted(counted() + 1));
    onCleanup(() => clearTimeout(timer));
  });

  function toggle(chip: TableChip): void {
    const isWanted = !hasTerms(props.search.query(), chip.query);
    const rivals = props.chips.filter(
      (other) => other !== chip && chip.group !== undefined && other.group === chip.group,
    );
    const alone = rivals.reduce(
      (query, rival) => withTerms(query, rival.query, false),
      props.search.query(),
    );
    props.search.search(withTerms(alone, chip.query, isWanted));
  }
  return (
    <Show when={props.chips.length > 0}>
      <div class="table-chips">
        <For each={props.chips}>
          {(chip, index) => {
            const count = createMemo(() =>
              props.isCounted && index() < counted() ? props.search.countOf(chip.query) : undefined,
            );
            const isOn = () => hasTerms(props.search.query(), chip.query);
            return (
              <Chip
                label={chip.label}
                {...(chip.icon && { icon: chip.icon })}
                {...(chip.title && { title: chip.title })}
                count={count() === undefined ? '' : formatNumber(count() ?? 0)}
                isOn={isOn()}
                isDisabled={count() === 0 && !isOn()}
                onToggle={() => toggle(chip)}
              />
            );
          }}
        </For>
      </div>
    </Show>
  );
}
