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

test('who shows the countdown hears of each wait, until they stop listening', async () => {
  const tab = openPacedTab();
  const heard: number[] = [];
  const stop = tab.pace.subscribe(() => heard.push(waitOf(tab)));
  tab.ask('/v1/me');
  await quiet();
  expect(tab.pace.waitingUntil()).toBe(0);
  await failAll(tab, () => new SpotifyError('rate-limited', 3));
  expect(heard).toEqual([3000]);
  await pass(tab, 1000);
  expect(waitOf(tab)).toBe(2000);
  stop();
  await pass(tab, 2000);
  await failAll(tab, () => new SpotifyError('rate-limited', 5));
  expect(heard).toEqual([3000]);
});

test('a rate limit of 60 s is waited for, of 61 s it is told', async () => {
  const tab = openPacedTab();
  const patient = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 60));
  await pass(tab, 60_000);
  await succeedAll(tab);
  expect(await patient).toBe('/v1/me');

  const told = tab.ask('/v1/me');
  await quiet();
  await failAll(tab, () => new SpotifyError('rate-limited', 61));
  await expect(told).rejects.toThrow(expect.objectContaining({ retryAfter: 61 }));
});

test.each(['the time is over', 'the person wants to try'])(
  'after a long rate limit nothing is asked until %s',
  async (end) => {
    const tab = openPacedTab();
    const answers = askForPages(tab, 8);
    await quiet();
    await failAll(tab, () => new SpotifyError('rate-limited', 3858));
    const told = expect.objectContaining({ kind: 'rate-limited', retryAfter: 3858 });
    for (const answer of answers) await expect(answer).rejects.toThrow(told);
    expect(tab.sent).toHaveLength(6);
    expect(waitOf(tab)).toBe(3_858_000);

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
  await failAll(tab, () => new SpotifyError('rate-limited', 30));
  tab.pace.lift();
  await quiet();
  await succeedAll(tab);
  expect(await answer).toBe('/v1/me');
});
