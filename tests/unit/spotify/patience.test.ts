import { expect, test } from 'vitest';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { makeTestClock } from '../../support/unit/test-clock.ts';
import {
  askForPages,
  failAll,
  openPacedTab,
  type PacedTab,
  pass,
  quiet,
  succeedAll,
  waitOf,
} from './paced-tab.ts';

const unreadable = () => new SpotifyError('unreadable-answer');
const WAITS = [2000, 4000, 8000, 16_000];

/** Blocks whatever is asked until the tab gives up. */
async function blockAll(tab: PacedTab): Promise<void> {
  await quiet();
  for (const ms of WAITS) {
    await failAll(tab, unreadable);
    expect(waitOf(tab)).toBe(ms);
    await pass(tab, ms);
  }
  await failAll(tab, unreadable);
}

async function kindsOf(answers: readonly Promise<unknown>[]): Promise<unknown[]> {
  const outcomes = await Promise.allSettled(answers);
  return outcomes.map((outcome) =>
    outcome.status === 'rejected' ? outcome.reason.kind : 'answered',
  );
}

test('[s33] when patience ends, all that wait end with it', async () => {
  const tab = openPacedTab();
  const start = tab.clock.now();
  const answers = [...askForPages(tab, 12), ...askForPages(tab, 5, 'items')];
  await blockAll(tab);
  expect(tab.underWay()).toHaveLength(0);
  expect(await kindsOf(answers)).toEqual(new Array(17).fill('unreachable'));
  expect(tab.clock.now() - start).toBe(30_000);
  expect(tab.sent).toHaveLength(6 + 2 + 4);
  expect(tab.clock.sleeping()).toBe(0);
});

test('what begins after patience has ended is tried once, until a person tries again', async () => {
  const tab = openPacedTab();
  tab.ask('/v1/me/playlists');
  await blockAll(tab);
  for (const path of ['/v1/me', '/v1/me/tracks']) {
    const later = tab.ask(path);
    await quiet();
    await failAll(tab, unreadable);
    expect(await kindsOf([later])).toEqual(['unreachable']);
    expect(tab.pace.waitingUntil()).toBe(0);
  }
  tab.pace.lift();
  tab.ask('/v1/me/playlists');
  await blockAll(tab);
});

test('a success after patience has ended gives the next request all its tries', async () => {
  const tab = openPacedTab();
  tab.ask('/v1/me/playlists');
  await blockAll(tab);
  const later = tab.ask('/v1/me');
  await quiet();
  await succeedAll(tab);
  await expect(later).resolves.toBe('/v1/me');
  const next = tab.ask('/v1/me/tracks');
  await blockAll(tab);
  expect(await kindsOf([next])).toEqual(['unreadable-answer']);
});

test.each([
  ['a success', undefined, true],
  ['a refusal', new SpotifyError('forbidden'), true],
  ['a fault of the server', new SpotifyError('spotify-down'), true],
  ['a rate limit', new SpotifyError('rate-limited', 1), true],
  ['an unreadable answer', new SpotifyError('unreadable-answer'), false],
  ['a time-out', new SpotifyError('no-answer'), false],
  ['a lost network', new SpotifyError('offline'), false],
  ['an answer that breaks off', new SpotifyError('unreadable-answer', 'body'), true],
])('after %s it is known whether Spotify has answered in this visit', async (_, error, has) => {
  const tab = openPacedTab();
  expect(tab.pace.hasAnswered()).toBe(false);
  tab.ask('/v1/me');
  await quiet();
  if (error) await failAll(tab, () => error);
  else await succeedAll(tab);
  expect(tab.pace.hasAnswered()).toBe(has);
});

test('another tab is told of a limit that an answer told, and not of a blocker', async () => {
  const joinMemory = openLimits();
  const clock = makeTestClock();
  const blocked = openPacedTab({ clock, memory: joinMemory() });
  const other = openPacedTab({ clock, memory: joinMemory() });
  blocked.ask('/v1/me');
  await quiet();
  await failAll(blocked, unreadable);
  expect(waitOf(blocked)).toBe(2000);
  expect(other.pace.waitingUntil()).toBe(0);
  await pass(blocked, 2000);
  await failAll(blocked, () => new SpotifyError('rate-limited', 5));
  expect(waitOf(other)).toBe(5000);
  expect(other.pace.hasAnswered()).toBe(true);
});
