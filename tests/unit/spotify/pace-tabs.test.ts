import { expect, test } from 'vitest';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import type { LimitMemory } from '../../../src/spotify/limits.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { makeTestClock, type TestClock } from '../../support/unit/test-clock.ts';
import {
  askForPages,
  failAll,
  openPacedTab,
  type PacedTab,
  pass,
  quiet,
  succeedAll,
} from './paced-tab.ts';

const HOUR = 3_600_000;
const [ONE, OTHER] = ['3cEYpjA9oz9GiPac4AsH4n', '37i9dQZF1DXcBWIGoYBM5M'];

/** Opens tabs that share a clock and what they know of limits. */
function openTabs() {
  const clock: TestClock = makeTestClock();
  const join: () => LimitMemory = openLimits();
  return () => openPacedTab({ clock, memory: join() });
}

/** Asks for a path, to which Spotify answers that the quota is used up. */
async function useUp(tab: PacedTab, path: string): Promise<void> {
  const answer = tab.ask(path);
  await quiet();
  await failAll(tab, () => new SpotifyError('quota-exceeded'));
  await expect(answer).rejects.toMatchObject({ kind: 'quota-exceeded' });
}

/** Whether a request for a path goes out. */
async function isAsked(tab: PacedTab, path: string): Promise<boolean> {
  const before = tab.sent.length;
  const answer = tab.ask(path);
  await quiet();
  await succeedAll(tab);
  const isOut = tab.sent.length > before;
  if (isOut) expect(await answer).toBe(path);
  else await expect(answer).rejects.toMatchObject({ kind: 'quota-exceeded' });
  return isOut;
}

test('a used-up quota stops all requests of its kind at once, and no other', async () => {
  const tab = openPacedTab();
  const answers = askForPages(tab, 20);
  await quiet();
  await failAll(tab, () => new SpotifyError('quota-exceeded'));
  for (const answer of answers)
    await expect(answer).rejects.toMatchObject({ kind: 'quota-exceeded' });
  await pass(tab, HOUR);
  expect(tab.sent).toHaveLength(6);
  expect(tab.pace.waitingUntil()).toBe(0);
  expect(await isAsked(tab, '/v1/me/list?page=21')).toBe(false);
  expect(await isAsked(tab, '/v1/me')).toBe(true);
});

test('a quota counts for all playlists together, but not for their details and their items', async () => {
  const tab = openPacedTab();
  await useUp(tab, `/v1/playlists/${ONE}/items?offset=0`);
  expect(await isAsked(tab, `/v1/playlists/${OTHER}/items?offset=50`)).toBe(false);
  expect(await isAsked(tab, `/v1/playlists/${ONE}`)).toBe(true);
  expect(await isAsked(tab, '/v1/me/playlists')).toBe(true);
  await useUp(tab, '/v1/me/tracks');
  expect(await isAsked(tab, `/v1/playlists/${OTHER}/items`)).toBe(false);
});

test('a used-up quota is known in other tabs, and after a reload', async () => {
  const openTab = openTabs();
  const [tab, other] = [openTab(), openTab()];
  await useUp(tab, '/v1/me/tracks');
  expect(await isAsked(other, '/v1/me/tracks')).toBe(false);
  expect(await isAsked(openTab(), '/v1/me/tracks?offset=50')).toBe(false);
  expect(await isAsked(openTab(), '/v1/me/playlists')).toBe(true);
});

test('a used-up quota is forgotten after a day', async () => {
  const tab = openPacedTab();
  await useUp(tab, '/v1/me/tracks');
  await pass(tab, 24 * HOUR - 1);
  expect(await isAsked(tab, '/v1/me/tracks')).toBe(false);
  await pass(tab, 1);
  expect(await isAsked(tab, '/v1/me/tracks')).toBe(true);
});

test('who wants to try lifts a quota in all tabs, until Spotify says so again', async () => {
  const openTab = openTabs();
  const [tab, other] = [openTab(), openTab()];
  await useUp(tab, '/v1/me/tracks');
  other.pace.lift();
  await quiet();
  await useUp(tab, '/v1/me/tracks?offset=50');
  expect(tab.sent).toHaveLength(2);
  expect(await isAsked(other, '/v1/me/tracks')).toBe(false);
  tab.pace.lift();
  expect(await isAsked(openTab(), '/v1/me/tracks')).toBe(true);
});

test('a limit met in one tab slows another one down, which goes on at the same time with fewer requests', async () => {
  const openTab = openTabs();
  const [tab, other] = [openTab(), openTab()];
  tab.ask('/v1/me');
  const answers = askForPages(other, 9);
  await quiet();
  const heard: number[] = [];
  other.pace.subscribe(() => heard.push(other.pace.waitingUntil()));
  await failAll(tab, () => new SpotifyError('rate-limited', 5));
  expect(heard).toEqual([tab.pace.waitingUntil()]);
  expect(heard).toEqual([tab.clock.now() + 5000]);

  await succeedAll(other);
  expect(other.underWay()).toHaveLength(0);
  await pass(other, 4999);
  expect(other.underWay()).toHaveLength(0);
  await pass(other, 1);
  expect(other.underWay()).toHaveLength(1);
  while (other.underWay().length > 0) await succeedAll(other);
  expect(await Promise.all(answers)).toHaveLength(9);
});

test('a tab that opens during a countdown waits for its end', async () => {
  const openTab = openTabs();
  const tab = openTab();
  tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 5));
  const late = openTab();
  const answer = late.ask('/v1/me/playlists');
  await quiet();
  expect(late.pace.waitingUntil()).toBe(tab.pace.waitingUntil());
  expect(late.sent).toHaveLength(0);
  await pass(late, 5000);
  await succeedAll(late);
  expect(await answer).toBe('/v1/me/playlists');
});

test('a short limit in one tab does not shorten a longer one that another tab has met', async () => {
  const openTab = openTabs();
  const [tab, other] = [openTab(), openTab()];
  tab.ask('/v1/me');
  other.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 30));
  await failAll(other, () => new SpotifyError('rate-limited', null));
  expect(other.pace.waitingUntil()).toBe(other.clock.now() + 30_000);
  expect(tab.pace.waitingUntil()).toBe(tab.clock.now() + 30_000);
});

test('of two limits that two tabs meet at the same moment, both keep to the longer one', async () => {
  const openTab = openTabs();
  const [tab, other] = [openTab(), openTab()];
  tab.ask('/v1/me');
  other.ask('/v1/me');
  await quiet();
  tab.underWay()[0]?.fail(new SpotifyError('rate-limited', 30));
  other.underWay()[0]?.fail(new SpotifyError('rate-limited', null));
  await quiet();
  expect(other.pace.waitingUntil()).toBe(other.clock.now() + 30_000);
  expect(tab.pace.waitingUntil()).toBe(tab.clock.now() + 30_000);
});

test('a memory that cannot be read is no obstacle', async () => {
  const memory = { ...openLimits()(), read: () => Promise.reject(new Error('damaged')) };
  expect(await isAsked(openPacedTab({ memory }), '/v1/me')).toBe(true);
});
