import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { listIsKept, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const API = /api\.spotify\.com/;
const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;
const PROFILE = /\/v1\/me$/;
const SIX_MINUTES_MS = 360_000;

const ids = makeLibrary({ playlists: 120 }).playlists.map((playlist) => playlist?.id);
const button = (page: Page, name: string) => page.getByRole('button', { name });
const libraryKeys = async (page: Page) =>
  Object.keys(await storedRecords(page)).filter((key) => /^(library:|limits$)/.test(key));

test('an older list is shown with its age and refreshed quietly, on "Refresh" too, and stays where Spotify cannot be reached', async ({
  page,
  network,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  await page.clock.install();
  await comeBack(page);
  await listIsKept(page);
  const { alert, status, table, link } = playlistsPage(page);

  await test.step('older than five minutes', async () => {
    changeAnswers(network, /offset=0$/, (body) => {
      Object.assign(Object(body['items'])[0], { name: 'Renamed meanwhile' });
    });
    const held = holdAnswers(network, API);
    await page.clock.fastForward(SIX_MINUTES_MS);
    await page.reload();
    await expect(status).toHaveText('120 playlists');
    await expect(link('Slow Sunday')).toBeVisible();
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await expect.poll(() => held.waiting).toBe(1);
    held.letAllPass();
    await hurry(page, () => expect(link('Renamed meanwhile')).toBeVisible());
    await expect(link('Slow Sunday')).toHaveCount(0);
    await expect(status).toHaveText('120 playlists');
    await expect(page.getByText('updated just now')).toBeVisible();
  });

  await test.step('"Refresh" keeps what is shown until the new list is complete', async () => {
    changeAnswers(network, /offset=0$/, (body) => {
      Object.assign(Object(body['items'])[0], { name: 'Renamed again' });
    });
    const later = holdAnswers(network, LATER_PAGES);
    const before = countOf(spotify, 'playlists');
    await button(page, 'Refresh').click();
    await expect.poll(() => later.waiting).toBe(2);
    await expect(page.getByRole('progressbar', { name: 'Loading' })).toHaveAttribute('value', '50');
    await expect(link('Renamed meanwhile')).toBeVisible();
    await expect(status).toHaveText('120 playlists');
    later.letAllPass();
    await hurry(page, () => expect(link('Renamed again')).toBeVisible());
    expect(countOf(spotify, 'playlists')).toBe(before + 3);
  });

  await test.step('where Spotify cannot be reached at the start, the last list is shown and it is said so', async () => {
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await expect
      .poll(async () => Object((await storedRecords(page))['library:playlist:all']).rows?.[0])
      .toMatchObject({ name: 'Renamed again' });
    await page.clock.fastForward(SIX_MINUTES_MS);
    network.break(API, 'drop-connection', { times: Number.POSITIVE_INFINITY });
    await page.reload();
    await expect(status).toHaveText('120 playlists');
    await hurry(page, () =>
      expect(alert).toContainText('The browser couldn’t read anything from Spotify.'),
    );
    await expect(alert).toContainText('You see the last complete list.');
    await expect(page.getByText(/^updated [6-9] minutes ago$/)).toBeVisible();
    await expect(link('Renamed again')).toBeVisible();
    network.mend();
    await alert.getByRole('button', { name: 'Resume' }).click();
    await hurry(page, () => expect(page.getByText('updated just now')).toBeVisible());
    await expect(alert).toHaveCount(0);
  });
});

test('"Stop" ends the requests; what came is kept once it is known whose it is, and a reload or "Resume" asks for the rest', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  test.slow();
  const later = holdAnswers(network, LATER_PAGES);
  const profile = holdAnswers(network, PROFILE);
  const ended: string[] = [];
  page.on('requestfailed', (request) => ended.push(request.url()));
  // The list is not complete before the test lets it be.
  void comeBack(page).catch(() => undefined);
  const { status, table, allRows } = playlistsPage(page);
  const banner = page.getByRole('banner');

  await test.step('"Stop"', async () => {
    await expect.poll(() => later.waiting).toBe(2);
    await button(page, 'Stop').click();
    await expect(status).toHaveText('50 of 120 playlists loaded');
    await expect(table).toHaveAttribute('aria-rowcount', '51');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await expect.poll(() => ended.filter((url) => LATER_PAGES.test(url))).toHaveLength(2);
  });
  await test.step('whose it is', async () => {
    await expect.poll(() => profile.waiting).toBe(1);
    await expect(banner).not.toContainText('Ada');
    expect(await libraryKeys(page)).toEqual([]);
    profile.letAllPass();
    await expect(banner).toContainText('Ada Lindqvist');
    await expect.poll(() => libraryKeys(page)).toContain('library:playlist:all#0');
    expect(countOf(spotify, 'profile')).toBe(1);
  });
  const askedAgain = network.requestsTo(/\/me\/playlists\?/).length;
  const offsets = () =>
    network
      .requestsTo(/\/me\/playlists\?/)
      .slice(askedAgain)
      .map(({ url }) => Number(new URL(url).searchParams.get('offset')))
      .sort((a, b) => a - b);
  await test.step('a reload', async () => {
    await page.reload();
    await expect.poll(offsets).toEqual([50, 100]);
    await expect(table).toHaveAttribute('aria-rowcount', '51');
  });
  await test.step('"Resume"', async () => {
    await button(page, 'Stop').click();
    await button(page, 'Resume').click();
    await expect.poll(offsets).toEqual([50, 50, 100, 100]);
    later.letAllPass();
    await expect(status).toHaveText('120 playlists');
    expect(offsets()).toEqual([50, 50, 100, 100]);
    expect((await allRows(120)).map(({ id }) => id)).toEqual(ids);
  });
});
