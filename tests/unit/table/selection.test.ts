import { createRoot, createSignal } from 'solid-js';
import { expect, test } from 'vitest';
import { createSelection, type Selection } from '../../../src/table/selection.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A selection over rows of one letter each, and what changes the rows. */
function selectionOf(rows: readonly string[]) {
  return createRoot((end) => {
    const [present, setPresent] = createSignal(rows);
    const [found, setFound] = createSignal(rows);
    const selection = createSelection(present, found, {
      keyOf: (row) => row,
      nameOf: (row) => row,
    });
    return { selection, setPresent, setFound, end };
  });
}

const lettersOf = ({ selected }: Selection<string>) => [...selected()].sort().join('');

test('a row is selected and let go by itself', () => {
  const { selection } = selectionOf(ROWS);
  selection.toggle('b');
  selection.toggle('e');
  expect(lettersOf(selection)).toBe('be');
  selection.toggle('b');
  expect(lettersOf(selection)).toBe('e');
});

test.each([
  ['down', 'b', 'e', 'bcde'],
  ['up', 'e', 'b', 'bcde'],
  ['to itself', 'c', 'c', ''],
])('a range goes %s from the row touched last', (_, from, to, selected) => {
  const { selection } = selectionOf(ROWS);
  selection.toggle(from);
  selection.toggleRange(to);
  expect(lettersOf(selection)).toBe(selected);
});

test('a range does to all its rows what it does to the last, and begins the next one', () => {
  const { selection } = selectionOf(ROWS);
  selection.toggleFound();
  selection.toggle('b');
  selection.toggleRange('d');
  expect(lettersOf(selection)).toBe('aef');
  selection.toggleRange('c');
  expect(lettersOf(selection)).toBe('acdef');
});

test('a range follows the order that is shown, and takes nothing that is not', () => {
  const { selection, setFound } = selectionOf(ROWS);
  setFound(['f', 'a', 'd', 'c']);
  selection.toggle('a');
  selection.toggleRange('c');
  expect(lettersOf(selection)).toBe('acd');
});

test.each([
  ['without a row touched before', undefined],
  ['whose other end is not found', 'a'],
])('a range %s is one row', (_, touched) => {
  const { selection, setFound } = selectionOf(ROWS);
  if (touched) selection.toggle(touched);
  selection.clear();
  setFound(['b', 'c', 'd']);
  selection.toggleRange('d');
  expect(lettersOf(selection)).toBe('d');
});

test('all found rows are selected at once, and let go at once, and others stay', () => {
  const { selection, setFound } = selectionOf(ROWS);
  selection.toggle('f');
  setFound(['a', 'b']);
  expect(selection.foundShare()).toBe('none');
  selection.toggle('a');
  expect(selection.foundShare()).toBe('some');
  selection.toggleFound();
  expect(selection.foundShare()).toBe('all');
  expect(lettersOf(selection)).toBe('abf');
  selection.toggleFound();
  expect(selection.foundShare()).toBe('none');
  expect(lettersOf(selection)).toBe('f');
  setFound([]);
  expect(selection.foundShare()).toBe('none');
});

test('a selection stays through searches and goes with "clear"', () => {
  const { selection, setFound } = selectionOf(ROWS);
  selection.toggle('b');
  setFound(['c']);
  setFound(['f', 'e', 'b']);
  expect(lettersOf(selection)).toBe('b');
  selection.clear();
  expect(lettersOf(selection)).toBe('');
});

test('a row that is gone is selected no longer, also when it comes back', () => {
  const { selection, setPresent } = selectionOf(ROWS);
  selection.toggle('b');
  selection.toggle('c');
  setPresent(['a', 'c', 'g']);
  expect(lettersOf(selection)).toBe('c');
  setPresent(ROWS);
  expect(lettersOf(selection)).toBe('c');
});
