import { createMemo, type JSX, Show } from 'solid-js';
import { addedDay } from '../../library/day.ts';
import {
  type BinRange,
  countDays,
  datesOfRange,
  rangeOfValue,
  ticksOf,
  valueOfRange,
} from '../../library/histogram.ts';
import { itemSearch } from '../../library/item-search.ts';
import { ITEM_SEARCH_HELP } from '../../library/item-search-help.ts';
import { valueIn, withValue } from '../../library/query.ts';
import { searchRows } from '../../library/search.ts';
import type { PlaylistItem } from '../../library/types.ts';
import type { TableSearching, TableView } from '../../table/table-view.ts';
import { Histogram } from '../../ui/histogram.tsx';
import { formatPartialDate } from '../../words/day.ts';

/** The search of songs, and its syntax help. */
export const ITEM_SEARCHING: TableSearching<PlaylistItem> = {
  search: (rows, query) => searchRows(rows, query, itemSearch(rows)),
  help: ITEM_SEARCH_HELP,
};

/** The operator of the search that the histogram reads and writes. */
const OPERATOR = 'added';

/** The histogram of the days of adding; its range is the operator `added:` in the text of the search. */
export function AddedHistogram(props: { readonly view: TableView<PlaylistItem> }): JSX.Element {
  const { view } = props;
  const bins = createMemo(() => countDays(view.collection.rows().map(addedDay)));
  const most = createMemo(() => bins().reduce((top, { count }) => Math.max(top, count), 1));
  const chosen = createMemo(() => rangeOfValue(bins(), valueIn(view.query(), OPERATOR)));

  function choose(range: BinRange | null): void {
    const value = range && valueOfRange(bins(), range);
    view.search(withValue(view.query(), OPERATOR, value));
  }
  const text = () => {
    const all = { first: 0, last: bins().length - 1 };
    const [from, to] = datesOfRange(bins(), chosen() ?? all);
    return from === to
      ? formatPartialDate(from)
      : `${formatPartialDate(from)} – ${formatPartialDate(to)}`;
  };

  return (
    // A histogram of one bar compares nothing.
    <Show when={bins().length > 1}>
      <Histogram
        label="Added"
        shares={bins().map(({ count }) => count / most())}
        ticks={ticksOf(bins()).map(({ place, date }) => ({ place, text: formatTick(date) }))}
        chosen={chosen()}
        onChoose={choose}
        formatEnd={(place, end) => {
          const [from, to] = datesOfRange(bins(), { first: place, last: place });
          return formatPartialDate(end === 'first' ? from : to);
        }}
        text={text()}
      />
    </Show>
  );
}

/** Formats a label of the axis: the year of a January, and otherwise the month or day alone. */
function formatTick(date: string): string {
  if (date.endsWith('-01') && date.length === 'YYYY-MM'.length && date.slice(5) === '01')
    return date.slice(0, 4);
  return formatPartialDate(date).replace(/,? \d{4}$/, '');
}
