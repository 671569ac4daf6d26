import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const API = /api\.spotify\.com/;
const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;
const PROFILE = /\/v1\/me$/;
const SIX_MINUTES_MS = 360_000;

const ids = makeLibrary({ playlists: 120 }).playlists.map((playlist) => playlist?.id);
const button = (page: Page, name: string) => page.getByRole('button', { name });
const libraryKeys = async (page: Page) =>
  Object.keys(await storedRecords(page)).filter((key) => /^(library:|limits$)/.test(key));

test('a fresh list is all there on a reload, and Spotify is not asked for anything', async ({
  loggedIn: page,
  network,
}) => {
  await allIsKept(page);
  const held = holdAnswers(network, API);
  await page.reload();
  const { status, table, allRows } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect(table).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByText('As of just now')).toBeVisible();
  expect((await allRows(120)).map(({ id }) => id)).toEqual(ids);
  expect(held.waiting).toBe(0);
});

test('an older list is shown with its age and refreshed quietly; "Refresh" does it at any time', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  await allIsKept(page);
  const { status, table, link } = playlistsPage(page);

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
    await expect(page.getByText('As of just now')).toBeVisible();
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
});

test('a log-out leaves nothing of the lists behind', async ({ loggedIn: page }) => {
  await allIsKept(page);
  expect(await libraryKeys(page)).not.toEqual([]);
  await logOut(page);
  expect(await libraryKeys(page)).toEqual([]);
});

test('where Spotify cannot be reached at the start, the last list is shown and it is said so', async ({
  page,
  network,
  spotify: _,
  comeBack,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await page.clock.install();
  await comeBack(page);
  await allIsKept(page);
  await page.clock.fastForward(SIX_MINUTES_MS);
  network.break(API, 'drop-connection', { times: Number.POSITIVE_INFINITY });
  await page.reload();
  const { alert, status, allRows } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await hurry(page, () => expect(alert).toContainText('The browser could not read'));
  await expect(alert).toContainText('You see the last complete list.');
  await expect(page.getByText(/^As of [6-9] minutes ago$/)).toBeVisible();
  expect((await allRows(120)).map(({ id }) => id)).toEqual(ids);
  network.mend();
  await alert.getByRole('button', { name: 'Resume' }).click();
  await hurry(page, () => expect(page.getByText('As of just now')).toBeVisible());
  await expect(alert).toHaveCount(0);
});

test('"Cancel loading" ends the requests and keeps what came; "Resume" asks for the rest', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  const ended: string[] = [];
  page.on('requestfailed', (request) => ended.push(request.url()));
  const loggedIn = comeBack(page);
  const { status, table, allRows } = playlistsPage(page);
  await expect.poll(() => later.waiting).toBe(2);
  await button(page, 'Cancel loading').click();
  await loggedIn;
  await expect(status).toHaveText('50 of 120 playlists loaded');
  await expect(table).toHaveAttribute('aria-rowcount', '52');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect.poll(() => ended.filter((url) => LATER_PAGES.test(url))).toHaveLength(2);
  later.letAllPass();
  const before = spotify.requests.length;
  await button(page, 'Resume').click();
  await expect(status).toHaveText('120 playlists');
  expect((await allRows(120)).map(({ id }) => id)).toEqual(ids);
  const asked = spotify.requests.slice(before).filter(({ step }) => step === 'playlists');
  const offsets = asked.map(({ url }) => Number(new URL(url).searchParams.get('offset')));
  expect(offsets.sort((a, b) => a - b)).toEqual([50, 100]);
});

test('what came before anybody knew whose it is stays over a reload once that is known', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  const profile = holdAnswers(network, PROFILE);
  const loggedIn = comeBack(page);
  await expect.poll(() => later.waiting).toBe(2);
  await button(page, 'Cancel loading').click();
  await loggedIn;
  await expect.poll(() => profile.waiting).toBe(1);
  expect(await libraryKeys(page)).toEqual([]);
  profile.letAllPass();
  await expect.poll(() => libraryKeys(page)).toContain('library:playlist:all#0');
  later.letAllPass();
  const before = countOf(spotify, 'playlists');
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  expect(countOf(spotify, 'playlists')).toBe(before + 2);
});

test.describe('with 400 playlists', () => {
  const library = makeLibrary({ playlists: 400 });
  test.use({ spotifyOptions: { library } });

  test('a reload in the middle of a load asks only for the pages that are missing', async ({
    page,
    network,
    spotify,
    comeBack,
  }) => {
    const held = holdAnswers(network, /\/me\/playlists\?.*offset=[23]\d0$/);
    void comeBack(page).catch(() => undefined);
    const { status, table, allRows } = playlistsPage(page);
    await expect(status).toHaveText('200 of 400 playlists loaded');
    await expect(page.getByRole('banner')).toContainText('Ada Lindqvist');
    held.letOnePass();
    const pages = async () =>
      (await libraryKeys(page)).filter((key) => key.startsWith('library:playlist:all#'));
    await expect.poll(async () => (await pages()).length).toBe(5);
    const before = spotify.requests.length;
    await page.reload();
    await expect(table).toHaveAttribute('aria-rowcount', '252');
    held.letAllPass();
    await expect(status).toHaveText('400 playlists');
    const asked = spotify.requests
      .slice(before)
      .filter(({ step }) => step === 'playlists')
      .map(({ url }) => Number(new URL(url).searchParams.get('offset')))
      .sort((a, b) => a - b);
    expect(asked).toEqual([250, 300, 350]);
    const wanted = library.playlists.map((playlist) => playlist?.id);
    expect((await allRows(400)).map(({ id }) => id)).toEqual(wanted);
  });
});
