import { makeLibrary } from '../../../src/demo/music/data.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test.describe('with 1,000 playlists', () => {
  const thousand = makeLibrary({ playlists: 1_000 });
  test.use({ spotifyOptions: { library: thousand } });

  test('all of them come, only the rows in view exist, and scrolling to the end shows the last one', async ({
    loggedIn: page,
    spotify,
  }) => {
    test.slow();
    const { table, status, row, shownRows } = playlistsPage(page);
    await expect(status).toHaveText('1,000 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '1001');
    expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(20);
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await nodes()).toBeLessThanOrEqual(1_500);
    expect((await shownRows())[0]?.index).toBe(2);
    await expect(row('Slow Sunday')).toBeInViewport();
    await page.keyboard.press('End');
    const last = thousand.playlists.at(-1);
    await expect(row(last?.name ?? '')).toBeInViewport();
    await expect(row(last?.name ?? '')).toHaveAttribute('aria-rowindex', '1001');
    expect(await nodes()).toBeLessThanOrEqual(1_500);
    await expect(table.getByRole('columnheader', { name: 'Name' })).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(row('Slow Sunday')).toBeInViewport();
  });
});

test.describe('with no playlist at all', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 0 }) } });

  test('a sentence says so and what to do', async ({ loggedIn: page, spotify }) => {
    const { table, status } = playlistsPage(page);
    await expect(status).toHaveText('0 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    await expect(page.getByText('No playlists yet.')).toBeVisible();
    expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(1);
  });
});
