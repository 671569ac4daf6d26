import {
  SAVED_SEARCH_HELP,
  type SavedItem,
  type SavedKind,
  savedSearch,
} from '../../library/saved.ts';
import { searchRows } from '../../library/search.ts';
import type { TableSearching } from '../../table/table-view.ts';

/** Gives the search of one kind, and its syntax help. */
export function savedSearching(kind: SavedKind): TableSearching<SavedItem> {
  const rules = savedSearch(kind);
  return {
    search: (rows, query) => searchRows(rows, query, rules),
    help: SAVED_SEARCH_HELP[kind],
  };
}
