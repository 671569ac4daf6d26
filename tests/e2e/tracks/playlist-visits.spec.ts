import { makeLibrary } from '../../../src/demo/music/data.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { storedRecords } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

const SIX_MINUTES_MS = 360_000;

test.describe('a playlist that was opened before', () => {
  test.use({ spotifyOptions: { library: unevenLibrary() } });

  test('is there at once, and fetched again only when its snapshot_id has changed', async ({
    page,
    network,
    spotify,
    redirectUris,
  }) => {
    test.slow();
    await page.clock.install();
    // As after a login: whose it is is not known yet.
    await storeLogin(page, spotify, redirectUris[0] ?? '');
    await page.goto(`/playlists/${UNEVEN_ID}`);
    const { status, table } = itemsPage(page, 'Tracks');
    await hurry(page, () => expect(status).toHaveText('130 songs'));
    const kept = async () => Object.keys(await storedRecords(page));
    await expect.poll(kept).toContain(`library:item:${UNEVEN_ID}`);
    await expect.poll(kept).toContain(`library:details:${UNEVEN_ID}`);

    await test.step('fresh: nothing is asked', async () => {
      const before = spotify.requests.length;
      const held = holdAnswers(network, /api\.spotify\.com/);
      await page.reload();
      await expect(status).toHaveText('130 songs');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything, Ever');
      await expect(page.getByRole('main')).toContainText('Rock & roll');
      expect(held.waiting).toBe(0);
      expect(spotify.requests).toHaveLength(before);
      held.letAllPass();
    });

    await test.step('older, and unchanged: only the playlist is asked for', async () => {
      await page.clock.fastForward(SIX_MINUTES_MS);
      await page.reload();
      await expect(table).toHaveAttribute('aria-rowcount', '131');
      await hurry(page, () =>
        expect(page.getByText('updated just now', { exact: false })).toBeVisible(),
      );
      // Before its first track, after its last one, and now.
      expect(countOf(spotify, 'playlist')).toBe(3);
      expect(countOf(spotify, 'items')).toBe(3);
    });

    await test.step('changed: its tracks come anew', async () => {
      changeAnswers(network, /\/playlists\/\w+\?fields/, (body) => {
        body['snapshot_id'] = 'AAAAchanged';
      });
      await page.getByRole('button', { name: 'Refresh' }).click();
      await hurry(page, () => expect.poll(() => countOf(spotify, 'items')).toBe(6));
      await hurry(page, () => expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible());
      await expect(status).toHaveText('130 songs');
    });
  });
});

test.describe('from a list of 400 playlists', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 400 }) } });

  test('Back brings the search, the order and the place back', async ({ loggedIn: page }) => {
    test.slow();
    const { search, sortBy, heading, status, shownRows, row } = playlistsPage(page);
    await search.fill('vol owner:me');
    await sortBy('Name');
    await expect(page).toHaveURL(/\?q=vol\+owner%3Ame&sort=name$/);
    await expect(status).toHaveText(/^\d+ of 400 playlists$/);
    await page.evaluate(() => scrollTo({ top: 3_000, behavior: 'instant' }));
    const name = async () => (await shownRows()).at(-6)?.name ?? '';
    await expect.poll(async () => (await shownRows()).at(-6)?.index).toBeGreaterThan(50);
    const opened = await name();
    const link = row(opened).getByRole('link', { name: opened, exact: true });
    // Where the fonts put it at the edge of the window, a pointer on it moves the page first.
    await link.hover();
    const before = await page.evaluate(() => scrollY);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: opened, exact: true })).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect(search).toHaveValue('vol owner:me');
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await expect(row(opened)).toBeInViewport();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  });
});
