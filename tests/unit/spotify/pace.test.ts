import { expect, test } from 'vitest';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import type { Lane } from '../../../src/spotify/pace.ts';
import { askForPages, failAll, openPacedTab, pass, quiet, succeedAll } from './paced-tab.ts';

const objection = () => new SpotifyError('rate-limited', null);

test('at most six requests of lists and two of items are under way over all that load', async () => {
  const tab = openPacedTab();
  const answers = [
    ...askForPages(tab, 10),
    ...askForPages(tab, 5, 'items'),
    tab.ask('/v1/me/playlists?another=list'),
  ];
  await quiet();
  for (let left = answers.length; left > 0; left -= 1) {
    const lists = tab.underWay('list').length;
    const items = tab.underWay('items').length;
    expect(lists).toBe(Math.min(6, 11 - tab.sent.filter(isList).length + lists));
    expect(items).toBeLessThanOrEqual(2);
    tab.underWay()[0]?.succeed();
    await quiet();
  }
  expect(await Promise.all(answers)).toHaveLength(16);
  expect(tab.sent).toHaveLength(16);
});

test('requests go out in the order in which they were asked for', async () => {
  const tab = openPacedTab();
  const answers = askForPages(tab, 15);
  await quiet();
  while (tab.underWay().length > 0) {
    tab.underWay()[0]?.succeed();
    await quiet();
  }
  expect(tab.sent.map(({ path }) => path)).toEqual(await Promise.all(answers));
});

test.each([
  ['list', [3, 4, 5, 5, 6, 6, 6]],
  ['items', [2, 2, 2, 2, 2, 2, 2]],
] as const)(
  'after an objection fewer %s requests are under way, and more again with each success',
  async (lane, expected) => {
    const tab = openPacedTab();
    const answers = askForPages(tab, 60, lane);
    await quiet();
    await failAll(tab, objection);
    expect(tab.underWay()).toHaveLength(0);
    await pass(tab, 2000);
    expect(tab.underWay()).toHaveLength(1);
    const widths: number[] = [];
    for (const _ of expected) {
      await succeedAll(tab);
      widths.push(tab.underWay().length);
    }
    expect(widths).toEqual(expected);
    while (tab.underWay().length > 0) await succeedAll(tab);
    expect(await Promise.all(answers)).toHaveLength(60);
  },
);

test('two objections one after the other leave a quarter of the requests', async () => {
  const tab = openPacedTab();
  askForPages(tab, 20);
  await quiet();
  await failAll(tab, objection);
  await pass(tab, 2000);
  await failAll(tab, objection);
  await pass(tab, 4000);
  await succeedAll(tab);
  expect(tab.underWay()).toHaveLength(2);
});

test('while Spotify objects, one request over both lanes finds out whether it still does', async () => {
  const tab = openPacedTab();
  askForPages(tab, 6);
  askForPages(tab, 3, 'items');
  await quiet();
  await failAll(tab, objection);
  await pass(tab, 2000);
  expect(tab.underWay()).toHaveLength(1);
  await succeedAll(tab);
  expect(tab.underWay('list').length).toBeGreaterThan(1);
  expect(tab.underWay('items').length).toBeGreaterThan(0);
});

test('a success from before the objection does not end the caution', async () => {
  const tab = openPacedTab();
  askForPages(tab, 8);
  await quiet();
  tab.underWay()[0]?.fail(objection());
  await quiet();
  await succeedAll(tab);
  expect(tab.underWay()).toHaveLength(0);
  await pass(tab, 2000);
  expect(tab.underWay()).toHaveLength(1);
  await failAll(tab, objection);
  expect(tab.pace.waitingUntil() - tab.clock.now()).toBe(4000);
});

test('the same address asked for twice at a time is one request, with one answer for both', async () => {
  const tab = openPacedTab();
  const answers = [tab.ask('/v1/me'), tab.ask('/v1/me')];
  await quiet();
  expect(tab.sent).toHaveLength(1);
  await succeedAll(tab);
  expect(await Promise.all(answers)).toEqual(['/v1/me', '/v1/me']);
  tab.ask('/v1/me');
  await quiet();
  expect(tab.sent).toHaveLength(2);
});

test('of two who ask the same, one may leave; when both have left, so does the request', async () => {
  const tab = openPacedTab();
  const [one, other] = [new AbortController(), new AbortController()];
  const first = tab.ask('/v1/me', 'list', one.signal);
  const second = tab.ask('/v1/me', 'list', other.signal);
  await quiet();
  one.abort(new Error('one left'));
  await expect(first).rejects.toThrow('one left');
  expect(tab.sent[0]?.signal.aborted).toBe(false);
  other.abort(new Error('the other left'));
  await expect(second).rejects.toThrow('the other left');
  expect(tab.sent[0]?.signal.aborted).toBe(true);
  const third = tab.ask('/v1/me');
  await quiet();
  await succeedAll(tab);
  expect(await third).toBe('/v1/me');
});

test('who stays while another leaves gets the answer', async () => {
  const tab = openPacedTab();
  const leaving = new AbortController();
  const left = tab.ask('/v1/me', 'list', leaving.signal);
  const stayed = tab.ask('/v1/me');
  await quiet();
  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  await succeedAll(tab);
  expect(await stayed).toBe('/v1/me');
});

test.each([
  ['for its turn', 6, undefined],
  ['under way', 0, undefined],
  ['for a countdown to end', 0, new SpotifyError('rate-limited', 3)],
  ['after an unreadable answer', 0, new SpotifyError('unreadable-answer')],
])('a request given up while it is %s leaves its place to the next', async (_, ahead, error) => {
  const tab = openPacedTab();
  askForPages(tab, ahead);
  await quiet();
  const leaving = new AbortController();
  const given = tab.ask('/v1/me', 'list', leaving.signal);
  await quiet();
  if (error) await failAll(tab, () => error);
  leaving.abort(new Error('left the page'));
  await expect(given).rejects.toThrow('left the page');
  await pass(tab, 3000);
  await succeedAll(tab);
  const sent = tab.sent.length;
  askForPages(tab, 7);
  await quiet();
  await succeedAll(tab);
  while (tab.underWay().length > 0) await succeedAll(tab);
  expect(tab.sent).toHaveLength(sent + 7);
  expect(tab.clock.sleeping()).toBe(0);
});

function isList({ lane }: { readonly lane: Lane }): boolean {
  return lane === 'list';
}
