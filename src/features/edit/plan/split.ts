import { type AddableRow, earlierFirst } from './merge.ts';

/** How a list is split: by number of songs, by the year of release or of adding, or by the main artist. */
export type SplitRule =
  | { readonly by: 'count'; readonly size: number }
  | { readonly by: 'released' | 'added' }
  /** Artists with fewer songs than `least` share one part. */
  | { readonly by: 'artist'; readonly least: number };

/** One of the lists that a list is split into. */
export interface SplitPart {
  /** What tells it from the others, such as "1 of 4", "1994" or the name of an artist. */
  readonly label: string;
  readonly rows: readonly AddableRow[];
}

const NO_YEAR = 'Unknown year';
const OTHERS = 'Other artists';

/** Splits rows into parts, so that each row is in exactly one; within a part they keep their order. */
export function splitRows(rows: readonly AddableRow[], rule: SplitRule): readonly SplitPart[] {
  switch (rule.by) {
    case 'count':
      return byCount(rows, Math.max(1, Math.floor(rule.size)));
    case 'released':
      return byYear(rows, ({ releaseDate }) => releaseDate);
    case 'added':
      return byYear(rows, ({ addedAt }) => addedAt);
    case 'artist':
      return byArtist(rows, rule.least);
  }
}

function byCount(rows: readonly AddableRow[], size: number): readonly SplitPart[] {
  const count = Math.ceil(rows.length / size);
  return Array.from({ length: count }, (_, at) => ({
    label: `${at + 1} of ${count}`,
    rows: rows.slice(at * size, (at + 1) * size),
  }));
}

function byYear(
  rows: readonly AddableRow[],
  dateOf: (row: AddableRow) => string | null,
): readonly SplitPart[] {
  const years = grouped(rows, (row) => /^\d{4}/.exec(dateOf(row) ?? '')?.[0] ?? null);
  return [...years]
    .sort(([one], [other]) => earlierFirst(one, other))
    .map(([year, part]) => ({ label: year ?? NO_YEAR, rows: part }));
}

function byArtist(rows: readonly AddableRow[], least: number): readonly SplitPart[] {
  const artists = grouped(rows, ({ artists: [main] }) => main?.trim() || null);
  const isOfItsOwn = (name: string | null) =>
    name !== null && (artists.get(name)?.length ?? 0) >= least;
  const parts = grouped(rows, ({ artists: [main] }) => {
    const name = main?.trim() || null;
    return isOfItsOwn(name) ? name : null;
  });
  const { compare } = new Intl.Collator();
  return [...parts]
    .sort(([one], [other]) =>
      one === null || other === null ? earlierFirst(one, other) : compare(one, other),
    )
    .map(([name, part]) => ({ label: name ?? OTHERS, rows: part }));
}

function grouped<Key>(
  rows: readonly AddableRow[],
  keyOf: (row: AddableRow) => Key,
): ReadonlyMap<Key, readonly AddableRow[]> {
  const groups = new Map<Key, AddableRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
