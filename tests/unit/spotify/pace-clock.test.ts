import { expect, test } from 'vitest';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import type { Limits } from '../../../src/spotify/limits.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';
import { failAll, openPacedTab, pass, quiet, succeedAll, waitOf } from './paced-tab.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Opens a tab of a browser that has stored limits, as times from now on, in ms. */
function openLimited(limits: (now: number) => Limits) {
  const clock = makeTestClock();
  const memory = openLimits()();
  memory.write(limits(clock.now()));
  return openPacedTab({ clock, memory });
}

test.each<[string, (now: number) => Limits]>([
  ['a rate limit until a year from now', (now) => ({ until: now + YEAR, quotas: {} })],
  [
    'a rate limit until a day and a moment from now',
    (now) => ({ until: now + DAY + 1, quotas: {} }),
  ],
  ['a quota exhausted a year from now', (now) => ({ until: 0, quotas: { '/v1/me': now + YEAR } })],
  ['a quota exhausted a moment from now', (now) => ({ until: 0, quotas: { '/v1/me': now + 300 } })],
])('[s29] %s is of a clock that was set back, and holds up nothing', async (_, limits) => {
  const tab = openLimited(limits);
  const answer = tab.ask('/v1/me');
  await quiet();
  expect(tab.pace.waitingUntil()).toBe(0);
  await succeedAll(tab);
  await expect(answer).resolves.toBe('/v1/me');
});

test.each<[string, (now: number) => Limits]>([
  ['a rate limit of an hour', (now) => ({ until: now + HOUR, quotas: {} })],
  ['a rate limit of a day', (now) => ({ until: now + DAY, quotas: {} })],
  ['a quota exhausted an hour ago', (now) => ({ until: 0, quotas: { '/v1/me': now - HOUR } })],
])('[s29] %s is believed', async (_, limits) => {
  const tab = openLimited(limits);
  await expect(tab.ask('/v1/me')).rejects.toThrow(SpotifyError);
  expect(tab.sent).toEqual([]);
});

test('[s29] a clock that is set back by a year during a wait ends the wait for the next request', async () => {
  const tab = openPacedTab();
  const first = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 3600));
  await expect(first).rejects.toThrow(SpotifyError);
  tab.clock.adjust(-YEAR);
  const next = tab.ask('/v1/me');
  await quiet();
  await succeedAll(tab);
  await expect(next).resolves.toBe('/v1/me');
});

test('[s29] a rate limit that Spotify tells to last a year lasts a day', async () => {
  const tab = openPacedTab();
  const first = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', YEAR / 1000));
  await expect(first).rejects.toThrow(SpotifyError);
  expect(waitOf(tab)).toBe(DAY);
  await pass(tab, DAY);
  const next = tab.ask('/v1/me');
  await quiet();
  await succeedAll(tab);
  await expect(next).resolves.toBe('/v1/me');
});
