import { isAddable } from '../../../library/addable.ts';
import { groupSameSongs, type SameLevel } from '../../../library/same-song.ts';
import type { PlaylistItem } from '../../../library/types.ts';

/** A row that new playlists are made from. */
export type SourceRow = Pick<
  PlaylistItem,
  | 'uri'
  | 'title'
  | 'artists'
  | 'kind'
  | 'isrc'
  | 'durationMs'
  | 'explicit'
  | 'addedAt'
  | 'releaseDate'
>;

/** A source row that Spotify takes: every row but local files and those it has removed. */
export interface AddableRow extends SourceRow {
  readonly uri: string;
}

/** The order of merged songs: one playlist after the other, one song of each in turn, or by the date of adding. */
export type MergeOrder = 'after' | 'in-turn' | 'by-date';

/** Which of several copies stay: all, or the first one of those that are one song at a level or a surer one. */
export type Doubles = 'all' | SameLevel;

/** What a merge leaves and what it does not. */
export interface Merged {
  readonly rows: readonly AddableRow[];
  /** Number of copies that were left out. */
  readonly doubles: number;
  /** Number of rows that Spotify does not take. */
  readonly notAddable: number;
}

/** Merges lists of rows into one by a rule. */
export function mergeRows(
  sources: readonly (readonly SourceRow[])[],
  { order, doubles }: { readonly order: MergeOrder; readonly doubles: Doubles },
): Merged {
  const lists = sources.map((rows) => rows.filter(isAddable));
  const all = inOrder(lists, order);
  const rows = withoutDoubles(all, doubles);
  const count = sources.reduce((sum, { length }) => sum + length, 0);
  return { rows, doubles: all.length - rows.length, notAddable: count - all.length };
}

function inOrder(lists: readonly (readonly AddableRow[])[], order: MergeOrder) {
  switch (order) {
    case 'after':
      return lists.flat();
    case 'by-date':
      return lists.flat().sort((one, other) => earlierFirst(one.addedAt, other.addedAt));
    case 'in-turn': {
      const longest = Math.max(0, ...lists.map(({ length }) => length));
      return Array.from({ length: longest }, (_, at) =>
        lists.flatMap((rows) => rows[at] ?? []),
      ).flat();
    }
  }
}

function withoutDoubles(rows: readonly AddableRow[], doubles: Doubles): readonly AddableRow[] {
  if (doubles === 'all') return rows;
  const groupsOf = new Map<string, number[]>();
  const groups = doubles === 1 ? [] : groupSameSongs(rows);
  groups.forEach(({ level, songs }, group) => {
    if (level > doubles) return;
    for (const { uri } of songs) groupsOf.set(uri, [...(groupsOf.get(uri) ?? []), group]);
  });
  const taken = new Set<string | number>();
  return rows.filter(({ uri }) => {
    const marks = [uri, ...(groupsOf.get(uri) ?? [])];
    if (marks.some((mark) => taken.has(mark))) return false;
    for (const mark of marks) taken.add(mark);
    return true;
  });
}

/** Compares two dates or times in ISO 8601, the earlier one first and unknown ones last. */
export function earlierFirst(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
