/** One line of a comparison: in both texts, in the older alone, or in the newer alone. */
export interface DiffLine {
  readonly sign: '=' | '-' | '+';
  readonly text: string;
}

/** Most lines that are compared; a table of both lengths is made. */
const MOST_LINES = 3_000;

/** Equal lines that are shown around a difference. */
const CONTEXT = 2;

/** Number of lines between two steps of a generator. */
const STEP = 200;

/** Writes a JSON value with one member a line, as `JSON.stringify` does, in short steps. */
export function* jsonLines(value: unknown): Generator<void, readonly string[]> {
  const lines: string[] = [];
  let paused = 0;
  function* write(before: string, inner: unknown, after: string): Generator<void, void> {
    const parts = partsOf(inner);
    if (!parts) {
      lines.push(before + JSON.stringify(inner) + after);
      return;
    }
    const indent = /^ */.exec(before)?.[0] ?? '';
    lines.push(before + parts.open);
    for (const [index, [key, member]] of parts.members.entries()) {
      yield* write(`${indent}  ${key}`, member, index < parts.members.length - 1 ? ',' : '');
      if (lines.length - paused < STEP) continue;
      paused = lines.length;
      yield;
    }
    lines.push(indent + parts.close + after);
  }
  yield* write('', value, '');
  return lines;
}

/** Gives what a value with members is written with; `undefined` for one that takes one line. */
function partsOf(value: unknown) {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = Object.entries(value);
  if (members.length === 0) return undefined;
  if (Array.isArray(value))
    return {
      open: '[',
      close: ']',
      members: value.map((member: unknown) => ['', member] as const),
    };
  const named = members.map(([name, member]) => [`${JSON.stringify(name)}: `, member] as const);
  return { open: '{', close: '}', members: named };
}

/**
 * Compares two texts line by line by their longest common subsequence, in short steps.
 *
 * @returns `undefined` where the parts that differ are too long to be compared.
 */
export function* diffLines(
  before: readonly string[],
  after: readonly string[],
): Generator<void, readonly DiffLine[] | undefined> {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start])
    start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  yield;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  if (Math.max(removed.length, added.length) > MOST_LINES) return undefined;
  const lengthAt = yield* commonLengths(removed, added);
  return [
    ...before.slice(0, start).map(equal),
    ...middle(removed, added, lengthAt),
    ...before.slice(before.length - end).map(equal),
  ];
}

const equal = (text: string): DiffLine => ({ sign: '=', text });

type LengthAt = (row: number, column: number) => number;

function middle(
  removed: readonly string[],
  added: readonly string[],
  lengthAt: LengthAt,
): readonly DiffLine[] {
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
function* commonLengths(
  removed: readonly string[],
  added: readonly string[],
): Generator<void, LengthAt> {
  const width = added.length + 1;
  const lengths = new Uint16Array((removed.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = removed.length - 1; row >= 0; row -= 1) {
    for (let column = added.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        removed[row] === added[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    yield;
  }
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
