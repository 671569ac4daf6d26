import { expect, test } from 'vitest';
import {
  OfflineError,
  RateLimitedError,
  type SpotifyError,
  UnreadableAnswerError,
} from '../../src/spotify/errors.ts';
import {
  askForPages,
  failAll,
  openPacedTab,
  type PacedTab,
  pass,
  quiet,
  succeedAll,
} from '../support/unit/paced-tab.ts';

const wait = ({ pace, clock }: PacedTab) => pace.waitingUntil() - clock.now();

test('a rate limit that says how long it lasts is waited for, and the load goes on one at a time', async () => {
  const tab = openPacedTab();
  const answers = askForPages(tab, 12);
  await quiet();
  await failAll(tab, () => new RateLimitedError(3));
  expect(wait(tab)).toBe(3000);
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
  await failAll(tab, () => new RateLimitedError(0));
  expect(wait(tab)).toBe(1000);
});

const SILENT: [string, () => SpotifyError][] = [
  ['a rate limit that does not say how long it lasts', () => new RateLimitedError(null)],
  ['an unreadable answer', () => new UnreadableAnswerError()],
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
      expect(wait(tab)).toBe(ms);
      await pass(tab, ms - 1);
      expect(tab.underWay()).toHaveLength(0);
      await pass(tab, 1);
      expect(tab.underWay()).toHaveLength(1);
    }
    const last = makeError();
    await failAll(tab, () => last);
    await expect(answer).rejects.toBe(last);
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
    expect(wait(tab)).toBe(2000);
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
    request.fail(new RateLimitedError(null));
    if (!isSpread) continue;
    await quiet();
    await pass(tab, 100);
  }
  await quiet();
  expect(tab.pace.waitingUntil()).toBe(until);
  await pass(tab, until - tab.clock.now());
  expect(tab.underWay()).toHaveLength(1);
  await failAll(tab, () => new RateLimitedError(null));
  expect(wait(tab)).toBe(4000);
  expect(tab.underWay()).toHaveLength(0);
  await pass(tab, 4000);
  while (tab.underWay().length > 0) await succeedAll(tab);
  expect(await Promise.all(answers)).toHaveLength(6);
  expect(tab.sent).toHaveLength(6 + 1 + 6);
});

test('who shows the countdown hears of each wait, until they stop listening', async () => {
  const tab = openPacedTab();
  const heard: number[] = [];
  const stop = tab.pace.subscribe(() => heard.push(wait(tab)));
  tab.ask('/v1/me');
  await quiet();
  expect(tab.pace.waitingUntil()).toBe(0);
  await failAll(tab, () => new RateLimitedError(3));
  expect(heard).toEqual([3000]);
  await pass(tab, 1000);
  expect(wait(tab)).toBe(2000);
  stop();
  await pass(tab, 2000);
  await failAll(tab, () => new RateLimitedError(5));
  expect(heard).toEqual([3000]);
});

test('a browser without a network is not asked again', async () => {
  const tab = openPacedTab();
  const answer = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new OfflineError());
  await expect(answer).rejects.toThrow(OfflineError);
  await pass(tab, 60_000);
  expect(tab.sent).toHaveLength(1);
});

test('a rate limit of 60 s is waited for, of 61 s it is told', async () => {
  const tab = openPacedTab();
  const patient = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new RateLimitedError(60));
  await pass(tab, 60_000);
  await succeedAll(tab);
  expect(await patient).toBe('/v1/me');

  const told = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new RateLimitedError(61));
  await expect(told).rejects.toThrow(expect.objectContaining({ retryAfter: 61 }));
});

test.each(['the time is over', 'the person wants to try'])(
  'after a long rate limit nothing is asked until %s',
  async (end) => {
    const tab = openPacedTab();
    const answers = askForPages(tab, 8);
    await quiet();
    await failAll(tab, () => new RateLimitedError(3858));
    const told = expect.objectContaining({ name: 'RateLimitedError', retryAfter: 3858 });
    for (const answer of answers) await expect(answer).rejects.toThrow(told);
    expect(tab.sent).toHaveLength(6);
    expect(wait(tab)).toBe(3_858_000);

    await pass(tab, 858_000);
    const later = expect.objectContaining({ retryAfter: 3000 });
    await expect(tab.ask('/v1/me', 'items')).rejects.toThrow(later);
    expect(tab.sent).toHaveLength(6);

    if (end === 'the time is over') await pass(tab, 3_000_000);
    else tab.pace.lift();
    expect(tab.pace.waitingUntil()).toBe(0);
    const again = tab.ask('/v1/me');
    await quiet();
    await succeedAll(tab);
    expect(await again).toBe('/v1/me');
  },
);

test('a person who tries again ends a countdown', async () => {
  const tab = openPacedTab();
  const answer = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new RateLimitedError(30));
  tab.pace.lift();
  await quiet();
  await succeedAll(tab);
  expect(await answer).toBe('/v1/me');
});
