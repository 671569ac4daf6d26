import { expect, test } from 'vitest';
import { type Action, offeredActions, problemOf } from '../../../src/table/action.ts';

const lacksNone = () => false;

function action(id: string, more: Partial<Action> = {}): Action {
  return { id, label: id, run: () => undefined, isAvailable: () => true, ...more };
}

const idsOf = (actions: readonly Action[]) => actions.map(({ id }) => id);

test('an action is offered while it is available, in the order that the page gave', () => {
  const actions = [action('one'), action('two', { isAvailable: () => false }), action('three')];
  expect(idsOf(offeredActions(actions, lacksNone))).toEqual(['one', 'three']);
});

test('an action is not offered to a login that lacks one of its scopes', () => {
  const actions = [action('liked', { needs: ['playlist-read-private', 'user-library-read'] })];
  expect(idsOf(offeredActions(actions, (scope) => scope === 'user-library-read'))).toEqual([]);
  expect(idsOf(offeredActions(actions, lacksNone))).toEqual(['liked']);
});

test('what is said of actions is why one of them did not work', () => {
  const fine = action('fine', { problem: () => undefined });
  expect(problemOf([action('silent'), fine])).toBeUndefined();
  expect(problemOf([fine, action('lost', { problem: () => 'No network.' })])).toBe('No network.');
});
