import { ITEM_SEARCH } from '../../library/item-search.ts';
import { ITEM_SEARCH_HELP } from '../../library/item-search-help.ts';
import { searchRows } from '../../library/search.ts';
import type { PlaylistItem } from '../../library/types.ts';
import type { TableSearching } from '../../table/list-table-props.ts';

/** How tracks are searched, and what to type for it. */
export const ITEM_SEARCHING: TableSearching<PlaylistItem> = {
  search: (rows, query) => searchRows(rows, query, ITEM_SEARCH),
  help: ITEM_SEARCH_HELP,
};
