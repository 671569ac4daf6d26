import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ComparedRow,
  compareLists,
  countChanges,
  type RowChange,
} from '../../../src/library/compare-lists.ts';

/** A row by one letter: a song by its URI, `.` an empty one, `(x)` one that cannot be played. */
function row(text: string): ComparedRow {
  const name = text.replace(/[()]/g, '');
  const isEmpty = name === '.';
  return {
    uri: isEmpty ? null : `spotify:track:${name}`,
    isrc: null,
    title: isEmpty ? null : name,
    artists: isEmpty ? [] : ['Someone'],
    addedAt: null,
    ...(text.startsWith('(') ? { isPlayable: false as const } : {}),
  };
}

const rows = (text: string) => text.split(' ').filter(Boolean).map(row);

/** Writes changes in short, such as `moved b 2>4`. */
function said(changes: readonly RowChange[]): readonly string[] {
  return changes.map(({ kind, before, now, row: { title } }) =>
    [kind, title ?? '.', [before, now].map((place) => place ?? '').join('>')].join(' '),
  );
}

test.each([
  ['nothing', '', 'a b', ['added a >1', 'added b >2']],
  ['an end', 'a b c', 'a b c d', ['added d >4']],
  ['a beginning', 'b c', 'a b c', ['added a >1']],
  ['a removal', 'a b c', 'a c', ['removed b 2>']],
  ['one row to the end', 'a b c d', 'b c d a', ['moved a 1>4']],
  ['one row to the front', 'a b c d', 'd a b c', ['moved d 4>1']],
  ['a double that is gone', 'a b a', 'b a', ['removed a 1>']],
  ['a double more', 'a b', 'a b a', ['added a >3']],
  ['a song that is empty now', 'a b c', 'a . c', ['unavailable b 2>2']],
  [
    'an empty row beside a removal',
    'a b c d',
    'a . d',
    ['added . >2', 'removed b 2>', 'removed c 3>'],
  ],
  ['an empty row that was there', 'a . c', 'a . c d', ['added d >4']],
  ['a song that cannot be played now', 'a b', 'a (b)', ['unavailable b 2>2']],
  ['a song that could not be played before', 'a (b)', 'a (b)', []],
  [
    'a moved one that cannot be played',
    'a b c d',
    'b c d (a)',
    ['moved a 1>4', 'unavailable a 1>4'],
  ],
])('%s', (_what, old, now, expected) => {
  expect(said(compareLists(rows(old), rows(now)))).toEqual(expected);
});

test('the time of adding tells which of several songs is empty now', () => {
  const at = (text: string, addedAt: string) => ({ ...row(text), addedAt });
  const old = [at('a', '2020-01-01T00:00:00Z'), at('b', '2021-01-01T00:00:00Z')];
  expect(said(compareLists(old, [at('.', '2021-01-01T00:00:00Z')]))).toEqual([
    'removed a 1>',
    'unavailable b 2>1',
  ]);
  expect(said(compareLists(old.slice(1), [at('.', '2024-01-01T00:00:00Z')]))).toEqual([
    'added . >1',
    'removed b 1>',
  ]);
});

test('a row without a link is found by its ISRC, or by title and main artist', () => {
  const link = { ...row('x'), isrc: 'GBARL9300135', title: 'Été', artists: ['Ada', 'Bo'] };
  const bare = { ...link, uri: null };
  const byIsrc = { ...bare, title: 'Something else' };
  const byName = { ...bare, isrc: null, title: 'ete', artists: ['ADA'] };
  expect(compareLists([byIsrc], [link])).toEqual([]);
  expect(compareLists([byName], [link])).toEqual([]);
  expect(compareLists([{ ...byName, artists: ['Bo'] }], [link])).toHaveLength(2);
});

test('many copies of one song pair in their order', () => {
  const copies = (count: number) => Array.from({ length: count }, () => row('a'));
  const old = [row('b'), ...copies(5_000), row('c')];
  const now = [row('c'), ...copies(4_000), row('b')];
  const { removed, added, moved } = countChanges(compareLists(old, now));
  expect({ removed, added, moved }).toEqual({ removed: 1_000, added: 0, moved: 2 });
});

const anyRows = fc.array(fc.constantFrom(...'abcdefg.'.split(''), '(a)', '(b)').map(row), {
  maxLength: 14,
});

/** Names a row by what compares it. */
const keyOf = ({ uri }: ComparedRow) => uri ?? '.';

/** Carries changes out on the earlier state. */
function apply(old: readonly ComparedRow[], changes: readonly RowChange[]): readonly string[] {
  const of = (kind: RowChange['kind']) => changes.filter((change) => change.kind === kind);
  const gone = new Set([...of('removed'), ...of('moved')].map(({ before }) => before));
  const empty = new Set(of('unavailable').flatMap((each) => (each.isEmpty ? each.before : [])));
  const result = old.flatMap((each, at) =>
    gone.has(at + 1) ? [] : empty.has(at + 1) ? '.' : keyOf(each),
  );
  const placed = [...of('added'), ...of('moved')].sort(
    (one, other) => (one.now ?? 0) - (other.now ?? 0),
  );
  for (const { now, row: each } of placed) result.splice((now ?? 0) - 1, 0, keyOf(each));
  return result;
}

test('the differences, carried out on the earlier state, give the present one', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (old, now) => {
      expect(apply(old, compareLists(old, now))).toEqual(now.map(keyOf));
    }),
    { numRuns: 200 },
  );
});

test('a list differs from itself in nothing', () => {
  fc.assert(
    fc.property(anyRows, (list) => {
      expect(compareLists(list, list)).toEqual([]);
    }),
  );
});

/** The length of the longest common subsequence, by the table of all prefixes. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  const table = [Array.from({ length: other.length + 1 }, () => 0)];
  for (const each of one) {
    const last = table.at(-1) ?? [];
    const next = [0];
    for (const [at, second] of other.entries())
      next.push(each === second ? (last[at] ?? 0) + 1 : Math.max(last[at + 1] ?? 0, next[at] ?? 0));
    table.push(next);
  }
  return table.at(-1)?.at(-1) ?? 0;
}

test('no fewer rows can have moved', () => {
  const songs = fc.array(fc.constantFrom(...'abcdef').map(row), { maxLength: 12 });
  fc.assert(
    fc.property(songs, songs, (old, now) => {
      const changes = compareLists(old, now);
      const { moved, removed } = countChanges(changes);
      const [from, to] = [old.map(keyOf), now.map(keyOf)];
      expect(old.length - removed - moved).toBe(commonLength(from, to));
      const isBoth = changes.filter(({ kind }) => kind === 'added' || kind === 'removed');
      const lost = isBoth.flatMap((each) => (each.kind === 'removed' ? keyOf(each.row) : []));
      expect(isBoth.some((each) => each.kind === 'added' && lost.includes(keyOf(each.row)))).toBe(
        false,
      );
    }),
    { numRuns: 200 },
  );
});
