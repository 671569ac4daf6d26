import type { Page } from '@playwright/test';
import { firstScript, scriptsWith } from '../../support/built-scripts.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { playlistsPage, tableIsFull, tableOf } from '../../support/playlists-page.ts';
import { listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;

test('a login asks for what it needs and nothing more, a reload for nothing that is kept, and "Refresh" for the list alone', async ({
  page,
  spotify,
  logIn,
}) => {
  await logIn(page);
  const { status } = playlistsPage(page);
  await expect(page.getByRole('banner')).toContainText('Ada Lindqvist');
  const steps = () => spotify.requests.map(({ step }) => step);

  await test.step('the list and the profile', async () => {
    await expect.poll(() => steps().slice(3).sort()).toEqual(['playlists', 'playlists', 'profile']);
    expect(steps().slice(0, 3)).toEqual(['authorize', 'token', 'playlists']);
  });
  await test.step('the page of the callback links to every script that its token request needs, and asks for what draws after that', async () => {
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
  await test.step('a reload', async () => {
    await listIsKept(page);
    const before = steps().length;
    await page.reload();
    await expect(status).toHaveText('120 playlists');
    await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
    await expect(page.getByText('updated just now')).toBeVisible();
    expect(steps()).toHaveLength(before);
  });
  await test.step('"Refresh"', async () => {
    const before = steps().length;
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(() => steps().length).toBe(before + 3);
    expect(steps().slice(before)).toEqual(['playlists', 'playlists', 'playlists']);
  });
});

/** The scripts that the page of the callback links to, before any script adds to them. */
async function linkedScripts(page: Page): Promise<readonly string[]> {
  const html = await (await page.request.get('/callback')).text();
  return [...html.matchAll(/<link rel="modulepreload"[^>]* href="([^"]*)"/g)].map(
    ([, path = '']) => path,
  );
}

test('while rows come, no more are drawn than the window shows, and a search tells how many of all it has found once its code is there', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const isOfSearch = scriptsWith('but the playlists inside them are');
  await page.route(isOfSearch, async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => isOfSearch(new URL(request.url())));
  // The list is not complete before the test lets it be.
  void comeBack(page).catch(() => undefined);
  const { status, search, table, shownRows } = playlistsPage(page);
  await expect(status).toHaveText('50 of 120 playlists loaded');

  const above = await table
    .locator('tbody')
    .last()
    .evaluate((rows) => rows.getBoundingClientRect().top);
  const inWindow = Math.ceil((720 - above) / 44);
  expect(page.viewportSize()?.height).toBe(720);
  await test.step('rows', async () => {
    expect(await shownRows()).toHaveLength(inWindow);
  });
  await test.step('a search without its code', async () => {
    await search.fill('vol. 2');
    await asked;
    await expect(status).toHaveText('50 of 120 playlists loaded');
    letThrough();
    await expect(status).toHaveText('0 of 50 playlists');
  });
  await test.step('rows that come later join it', async () => {
    later.letAllPass();
    await tableIsFull(page);
    await expect(status).toHaveText('21 of 120 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '22');
    await search.fill('');
    await expect(status).toHaveText('120 playlists');
    await expect.poll(async () => (await shownRows()).length).toBeGreaterThan(inWindow);
  });
});
