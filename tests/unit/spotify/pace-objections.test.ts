import { expect, test } from 'vitest';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import {
  askForPages,
  failAll,
  openPacedTab,
  pass,
  quiet,
  succeedAll,
  waitOf,
} from './paced-tab.ts';

test('a rate limit that says how long it lasts is waited for, and the load goes on one at a time', async () => {
  const tab = openPacedTab();
  const answers = askForPages(tab, 12);
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 3));
  expect(waitOf(tab)).toBe(3000);
  await pass(tab, 2999);
  expect(tab.underWay()).toHaveLength(0);
  await pass(tab, 1);
  expect(tab.pace.waitingUntil()).toBe(0);
  expect(tab.underWay()).toHaveLength(1);
  while (tab.underWay().length > 0) await succeedAll(tab);
  expect(await Promise.all(answers)).toHaveLength(12);
  expect(tab.sent).toHaveLength(6 + 12);
});

test('a rate limit of 0 s is waited for nevertheless', async () => {
  const tab = openPacedTab();
  tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 0));
  expect(waitOf(tab)).toBe(1000);
});

const SILENT: [string, () => SpotifyError][] = [
  [
    'a rate limit that does not say how long it lasts',
    () => new SpotifyError('rate-limited', null),
  ],
  ['an unreadable answer', () => new SpotifyError('unreadable-answer')],
];

test.each(
  SILENT.flatMap(([name, make]) => [
    [name, make, 0, [1500, 3000, 6000, 12_000]] as const,
    [name, make, 0.5, [2000, 4000, 8000, 16_000]] as const,
    [name, make, 1, [2500, 5000, 10_000, 20_000]] as const,
  ]),
)(
  'after %s, and %s over and over, tries come ever more slowly, and end (luck: %d)',
  async (...given) => {
    const [, makeError, luck, waits] = given;
    const tab = openPacedTab({ random: () => luck });
    const answer = tab.ask('/v1/me');
    await quiet();
    for (const ms of waits) {
      await failAll(tab, makeError);
      expect(waitOf(tab)).toBe(ms);
      await pass(tab, ms - 1);
      expect(tab.underWay()).toHaveLength(0);
      await pass(tab, 1);
      expect(tab.underWay()).toHaveLength(1);
    }
    const last = makeError();
    await failAll(tab, () => last);
    // Of which none could be read, so that it is not known to be a limit.
    const kind = last.kind === 'unreadable-answer' ? 'unreachable' : last.kind;
    await expect(answer).rejects.toMatchObject({ kind });
    expect(tab.sent).toHaveLength(5);
    expect(tab.pace.waitingUntil()).toBe(0);
    expect(tab.clock.sleeping()).toBe(0);
  },
);

test.each(SILENT)(
  '%s ends a series of waits only once: a success begins a new one',
  async (_, makeError) => {
    const tab = openPacedTab();
    const answer = tab.ask('/v1/me');
    await quiet();
    for (const ms of [2000, 4000, 8000]) {
      await failAll(tab, makeError);
      await pass(tab, ms);
    }
    await succeedAll(tab);
    expect(await answer).toBe('/v1/me');
    tab.ask('/v1/me');
    await quiet();
    await failAll(tab, makeError);
    expect(waitOf(tab)).toBe(2000);
  },
);

test.each([
  ['at the same time', false],
  ['one after the other', true],
])('six requests to which Spotify objects %s count as one objection', async (_, isSpread) => {
  const tab = openPacedTab();
  const answers = askForPages(tab, 6);
  await quiet();
  const until = tab.clock.now() + 2000;
  for (const request of tab.underWay()) {
    request.fail(new SpotifyError('rate-limited', null));
    if (!isSpread) continue;
    await quiet();
    await pass(tab, 100);
  }
  await quiet();
  expect(tab.pace.waitingUntil()).toBe(until);
  await pass(tab, until - tab.clock.now());
  expect(tab.underWay()).toHaveLength(1);
  await failAll(tab, () => new SpotifyError('rate-limited', null));
  expect(waitOf(tab)).toBe(4000);
  expect(tab.underWay()).toHaveLength(0);
  await pass(tab, 4000);
  while (tab.underWay().length > 0) await succeedAll(tab);
  expect(await Promise.all(answers)).toHaveLength(6);
  expect(tab.sent).toHaveLength(6 + 1 + 6);
});

test('a browser without a network is not asked again', async () => {
  const tab = openPacedTab();
  const answer = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('offline'));
  await expect(answer).rejects.toMatchObject({ kind: 'offline' });
  await pass(tab, 60_000);
  expect(tab.sent).toHaveLength(1);
});
