import { useLocation } from '@solidjs/router';
import { createMemo, type JSX, Show } from 'solid-js';
import { addedDay } from '../../library/day.ts';
import { type Bin, countDays } from '../../library/histogram.ts';
import { ITEM_SEARCH } from '../../library/item-search.ts';
import { ITEM_SEARCH_HELP } from '../../library/item-search-help.ts';
import { valueIn, withValue } from '../../library/query.ts';
import { searchRows } from '../../library/search.ts';
import type { PlaylistItem } from '../../library/types.ts';
import type { TableSearching } from '../../table/table-view.ts';
import { type Bar, Histogram } from '../../ui/histogram.tsx';
import { formatMonth } from '../../words/day.ts';

/** The search of tracks, and its syntax help. */
export const ITEM_SEARCHING: TableSearching<PlaylistItem> = {
  search: (rows, query) => searchRows(rows, query, ITEM_SEARCH),
  help: ITEM_SEARCH_HELP,
};

/** Histograms of the dates of adding and release; each bar links to a search for its period. */
export function Histograms(props: {
  readonly rows: readonly PlaylistItem[];
  /** Formats a number of rows, with its noun. */
  readonly formatCount: (count: number) => string;
}): JSX.Element {
  const added = createMemo(() => countDays(props.rows.map(addedDay), 'month'));
  const released = createMemo(() =>
    countDays(
      props.rows.map((row) => row.releaseDate ?? ''),
      'year',
    ),
  );
  return (
    <>
      <ItemHistogram verb="Added" bins={added()} formatCount={props.formatCount} />
      <ItemHistogram verb="Released" bins={released()} formatCount={props.formatCount} />
    </>
  );
}

/** One histogram; its verb in lower case is the search operator. */
function ItemHistogram(props: {
  readonly verb: string;
  readonly bins: readonly Bin[];
  readonly formatCount: (count: number) => string;
}): JSX.Element {
  const location = useLocation();
  const operator = props.verb.toLowerCase();
  const query = () => new URLSearchParams(location.search).get('q') ?? '';
  const chosen = createMemo(() => valueIn(query(), operator));
  const most = () => props.bins.reduce((top, bin) => (bin.count > top.count ? bin : top));
  const bars = createMemo(() =>
    props.bins.map((bin) => ({
      label: `${stretch(bin.from, bin.to)}: ${props.formatCount(bin.count)}`,
      share: bin.count / most().count,
      value: bin.from === bin.to ? bin.from : `${bin.from}..${bin.to}`,
    })),
  );
  const caption = () => {
    const { from = '' } = props.bins[0] ?? {};
    const { to = '' } = props.bins.at(-1) ?? {};
    return `${props.verb} ${stretch(from, to)}, most in ${stretch(most().from, most().to)}`;
  };

  /**
   * Gives the address with the search for the period of a bar; where that search is active, the address without a
   * query.
   */
  function hrefOf({ value }: Bar & { readonly value: string }): string {
    const asked = new URLSearchParams(location.search);
    const next = withValue(query(), operator, value === chosen() ? null : value);
    if (next === '') asked.delete('q');
    else asked.set('q', next);
    return location.pathname + (asked.size > 0 ? `?${asked}` : '');
  }

  return (
    // A histogram of one bar compares nothing.
    <Show when={props.bins.length > 1}>
      <Histogram
        caption={caption()}
        bars={bars()}
        hrefOf={hrefOf}
        isChosen={(bar) => bar.value === chosen()}
      />
    </Show>
  );
}

function stretch(from: string, to: string): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)}–${formatMonth(to)}`;
}
