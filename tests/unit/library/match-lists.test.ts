import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListName, matchLists } from '../../../src/library/match-lists.ts';

const list = (text: string): ListName => {
  const [name = '', id = null] = text.split('#');
  return { id, name };
};
const lists = (text: string) => text.split(' ').map(list);

/** Says what each earlier list is now. */
function matched(old: readonly ListName[], present: readonly ListName[], chosen = new Map()) {
  return [...matchLists(old, present, chosen)].map(([{ name, id }, match]) => {
    const what =
      match.kind === 'same'
        ? `${match.present.id}${match.isByName ? ' by name' : ''}`
        : match.kind === 'choice'
          ? match.candidates.map((each) => each.id).join('?')
          : 'gone';
    return `${name}#${id}: ${what}`;
  });
}

test.each([
  ['Road#1', 'Road#1 Road#2', ['Road#1: 1']],
  ['Road#1', 'Renamed#1', ['Road#1: 1']],
  ['Road#1', 'Road#2', ['Road#1: 2 by name']],
  ['Road', 'Road#1 Sea#2', ['Road#null: 1 by name']],
  ['Road', 'Road#1 Road#2', ['Road#null: 1?2']],
  ['Road Road', 'Road#1', ['Road#null: 1', 'Road#null: 1']],
  ['Road#9 Road', 'Road#9 Road#2', ['Road#9: 9', 'Road#null: 2 by name']],
  ['Road#1 Sea', 'Lake#2', ['Road#1: gone', 'Sea#null: gone']],
])('%s among %s', (old, present, expected) => {
  expect(matched(lists(old), lists(present))).toEqual(expected);
});

test('of lists of one name, the one that a person chooses is taken, and the other one is what is left', () => {
  const [one, other] = lists('Road Road');
  if (!one || !other) throw new Error('two lists');
  const present = lists('Road#1 Road#2');
  expect(matched([one, other], present, new Map([[one, '2']]))).toEqual([
    'Road#null: 2 by name',
    'Road#null: 1 by name',
  ]);
});

test('the order of the lists does not matter', () => {
  const anyLists = (isPresent: boolean) =>
    fc.uniqueArray(
      fc.record({
        id: isPresent ? fc.constantFrom(...'12345') : fc.constantFrom(...'12345', null),
        name: fc.constantFrom('Road', 'Sea', 'Lake'),
      }),
      { maxLength: 5, selector: ({ id, name }) => id ?? `no id ${name}` },
    );
  fc.assert(
    fc.property(anyLists(false), anyLists(true), (old, present) => {
      const forth = matched(old, present).toSorted();
      const back = matched(old.toReversed(), present.toReversed());
      const plain = (texts: readonly string[]) =>
        texts.map((text) => text.replace(/[\d?]+$/, (ids) => [...ids].sort().join('')));
      expect(plain(back.toSorted())).toEqual(plain(forth));
    }),
  );
});
