import { expect, test } from 'vitest';
import { allEndpoints } from '../../../src/features/workbench/data/parse-endpoints.ts';
import { parseFragment } from '../../../src/features/workbench/request/request-link.ts';
import {
  type Action,
  offeredActions,
  problemOf,
  workbenchActions,
} from '../../../src/table/action.ts';

const ID = '3cEYpjA9oz9GiPac4AsH4n';

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

test.each(['playlist', 'track', 'episode', 'album', 'show'])(
  'a row with the URI of a %s opens its own GET in the workbench',
  (kind) => {
    const [opening, ...others] = workbenchActions(`spotify:${kind}:${ID}`);
    expect(others).toEqual([]);
    expect(opening?.label).toBe('Open in the workbench');
    const [, fragment = ''] = opening?.href?.split('#') ?? [];
    expect(parseFragment(fragment, allEndpoints())).toMatchObject({
      method: 'GET',
      endpoint: { path: `/${kind}s/{${kind}}` },
      texts: { [kind]: ID },
    });
  },
);

test.each([null, 'spotify:local:a:b:c:1', `spotify:user:${ID}`])(
  'a row with the URI %s has no request of its own',
  (uri) => {
    expect(workbenchActions(uri)).toEqual([]);
  },
);
