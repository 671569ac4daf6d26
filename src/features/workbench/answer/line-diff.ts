/** One line of a comparison: in both texts, in the older alone, or in the newer alone. */
export interface DiffLine {
  readonly sign: '=' | '-' | '+';
  readonly text: string;
}

/** Most lines that are compared; a table of both lengths is made. */
const MOST_LINES = 3_000;

/** Equal lines that are shown around a difference. */
const CONTEXT = 2;

/**
 * Compares two texts line by line by their longest common subsequence.
 *
 * @returns `undefined` where the parts that differ are too long to be compared.
 */
export function diffLines(older: string, newer: string): readonly DiffLine[] | undefined {
  const before = older.split('\n');
  const after = newer.split('\n');
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start])
    start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  if (Math.max(removed.length, added.length) > MOST_LINES) return undefined;
  return [
    ...before.slice(0, start).map(equal),
    ...middle(removed, added),
    ...before.slice(before.length - end).map(equal),
  ];
}

const equal = (text: string): DiffLine => ({ sign: '=', text });

function middle(removed: readonly string[], added: readonly string[]): readonly DiffLine[] {
  const lengthAt = commonLengths(removed, added);
  const lines: DiffLine[] = [];
  let row = 0;
  let column = 0;
  while (row < removed.length && column < added.length) {
    const [old = '', fresh = ''] = [removed[row], added[column]];
    if (old === fresh) {
      lines.push(equal(old));
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) {
      lines.push({ sign: '-', text: old });
      row += 1;
    } else {
      lines.push({ sign: '+', text: fresh });
      column += 1;
    }
  }
  return [
    ...lines,
    ...removed.slice(row).map((text) => ({ sign: '-', text }) as const),
    ...added.slice(column).map((text) => ({ sign: '+', text }) as const),
  ];
}

/** Computes the lengths of the longest common subsequences of all pairs of ends of two lists. */
function commonLengths(
  removed: readonly string[],
  added: readonly string[],
): (row: number, column: number) => number {
  const width = added.length + 1;
  const lengths = new Uint16Array((removed.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = removed.length - 1; row >= 0; row -= 1)
    for (let column = added.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        removed[row] === added[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  return at;
}

/** Leaves out long runs of equal lines; `undefined` stands for such a run. */
export function shortened(lines: readonly DiffLine[]): readonly (DiffLine | undefined)[] {
  const near = (index: number) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== '=');
  return lines.flatMap((line, index) => {
    if (near(index)) return [line];
    return index === 0 || near(index - 1) ? [undefined] : [];
  });
}
