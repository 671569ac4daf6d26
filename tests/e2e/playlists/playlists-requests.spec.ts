import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { firstScript, scriptsWith } from '../../support/built-scripts.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { allIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;
const PROFILE = /\/v1\/me$/;

test.describe('with 1,000 playlists', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 1_000 }) } });

  test('the first page is asked for alone, then never more than six at a time', async ({
    page,
    network,
    spotify,
    logIn,
  }) => {
    const first = holdAnswers(network, /offset=0$/);
    const later = holdAnswers(network, LATER_PAGES);
    const loggedIn = logIn(page);
    await expect.poll(() => first.waiting).toBe(1);
    expect(network.requestsTo(/\/me\/playlists/)).toHaveLength(1);
    first.letAllPass();
    const { status, table } = playlistsPage(page);
    await expect(status).toHaveText('50 of 1,000 playlists loaded');
    await expect(table).toHaveAttribute('aria-busy', 'true');
    const asked = () => network.requestsTo(LATER_PAGES).length;
    for (let answered = 0; answered < 13; answered += 1) {
      await expect.poll(asked).toBe(answered + 6);
      expect(later.waiting).toBe(6);
      later.letOnePass();
      await expect(status).toHaveText(`${50 * (answered + 2)} of 1,000 playlists loaded`);
    }
    later.letAllPass();
    await loggedIn;
    await expect(status).toHaveText('1,000 playlists');
    const offsets = spotify.requests
      .filter(({ step }) => step === 'playlists')
      .map(({ url }) => new URL(url).search);
    const expected = Array.from({ length: 20 }, (_, place) => `?limit=50&offset=${50 * place}`);
    expect(offsets[0]).toBe(expected[0]);
    expect(offsets.sort()).toEqual(expected.sort());
  });
});

test('a login asks for the list, the profile and the number of liked songs, and for nothing more', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  await expect(page.getByText('Ada Lindqvist')).not.toHaveCount(0);
  const steps = () => spotify.requests.map(({ step }) => step);
  await expect
    .poll(() => steps().slice(3).sort())
    .toEqual(['liked', 'playlists', 'playlists', 'profile']);
  expect(steps().slice(0, 3)).toEqual(['authorize', 'token', 'playlists']);
});

test('the list does not wait for the profile', async ({ page, network, spotify, logIn }) => {
  const profile = holdAnswers(network, PROFILE);
  await logIn(page);
  const { status } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect.poll(() => profile.waiting).toBe(1);
  const banner = page.getByRole('banner');
  await expect(banner).not.toContainText('Ada');
  profile.letAllPass();
  await expect(banner).toContainText('Ada Lindqvist');
  expect(spotify.requests.filter(({ step }) => step === 'profile')).toHaveLength(1);
});

test('a profile that fails costs the name in the header and nothing else', async ({
  page,
  spotify,
  logIn,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  spotify.faults.arm('server-error-502', { on: 'profile', times: Number.POSITIVE_INFINITY });
  await logIn(page);
  const { status, alert } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
});

test('a reload asks for nothing that is kept, and "Refresh" for the list but not for the profile', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  await expect(page.getByRole('banner')).toContainText('Ada Lindqvist');
  await allIsKept(page);
  const before = spotify.requests.length;
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  expect(spotify.requests).toHaveLength(before);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => spotify.requests.length).toBe(before + 3);
  expect(spotify.requests.slice(before).map(({ step }) => step)).toEqual([
    'playlists',
    'playlists',
    'playlists',
  ]);
});

test('a search tells how many of all it has found, and rows that come later join it', async ({
  page,
  network,
  spotify: _,
  logIn,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  const loggedIn = logIn(page);
  const { status, search, table } = playlistsPage(page);
  await expect(status).toHaveText('50 of 120 playlists loaded');
  await search.fill('vol. 2');
  await expect(status).toHaveText('0 of 50 playlists');
  later.letAllPass();
  await loggedIn;
  await expect(status).toHaveText('21 of 120 playlists');
  await expect(table).toHaveAttribute('aria-rowcount', '22');
  await search.fill('');
  await expect(status).toHaveText('120 playlists');
});

test('until the code of the search is there, nothing is said to be found', async ({
  loggedIn: page,
}) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const isOfSearch = scriptsWith('Folders: the playlists in them');
  await page.route(isOfSearch, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => isOfSearch(new URL(request.url())));
  await page.reload();
  const { search, status } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await search.fill('slow sunday');
  await asked;
  await expect(status).toHaveText('120 playlists');
  letThrough();
  await expect(status).toHaveText(/^\d of 120 playlists$/);
});

test('while rows come, no more are drawn than the window shows; then some beyond it', async ({
  page,
  network,
  spotify: _,
  logIn,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  const loggedIn = logIn(page);
  const { status, table, shownRows } = playlistsPage(page);
  await expect(status).toHaveText('50 of 120 playlists loaded');
  const above = await table
    .locator('tbody')
    .last()
    .evaluate((rows) => rows.getBoundingClientRect().top);
  const inWindow = Math.ceil((720 - above) / 48);
  expect(page.viewportSize()?.height).toBe(720);
  expect(await shownRows()).toHaveLength(inWindow);
  later.letAllPass();
  await loggedIn;
  await expect.poll(async () => (await shownRows()).length).toBeGreaterThan(inWindow);
});

test('the page of the callback links to every script that its token request needs, and asks for what draws after that', async ({
  page,
  spotify: _,
  logIn,
}) => {
  await logIn(page);
  const { before, after } = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource');
    const timeOf = (part: string) =>
      entries.find(({ name }) => name.includes(part))?.startTime ?? Number.NaN;
    const [token, list] = [timeOf('/api/token'), timeOf('/v1/me/playlists')];
    const scriptsFrom = (start: number, end: number) =>
      entries
        .filter(
          ({ name, startTime }) => name.endsWith('.js') && startTime >= start && startTime < end,
        )
        .map(({ name }) => new URL(name).pathname);
    return { before: scriptsFrom(0, token), after: scriptsFrom(token, list) };
  });
  expect(before.toSorted()).toEqual([firstScript(), ...(await linkedScripts(page))].toSorted());
  expect(after).not.toEqual([]);
});

/** The scripts that the page of the callback links to, before any script adds to them. */
async function linkedScripts(page: Page): Promise<readonly string[]> {
  const html = await (await page.request.get('/callback')).text();
  return [...html.matchAll(/<link rel="modulepreload"[^>]* href="([^"]*)"/g)].map(
    ([, path = '']) => path,
  );
}
