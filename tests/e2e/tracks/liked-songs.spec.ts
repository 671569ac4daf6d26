import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 120, liked: 230 });
const LIKED = /\/v1\/me\/tracks/;

test.use({ spotifyOptions: { library } });

test('the liked songs stand above the playlists, counted once the list is there, and neither sorted nor searched', async ({
  loggedIn: page,
  network,
  spotify,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  const { table, status, search, sortBy, heading, shownRows, alert } = playlistsPage(page);
  const link = table.getByRole('link', { name: 'Open liked songs' });
  const row = table.getByRole('row').filter({ hasText: 'Liked songs' });
  await allIsKept(page);

  await test.step('their number when it comes, and the focus stays on their link', async () => {
    await expect(row).toHaveCount(1);
    await expect(row).toHaveAttribute('aria-rowindex', '2');
    await expect(row.getByRole('cell')).toHaveText(['♥Liked songs', 'You', '230', 'Private', '']);
    await expect(table).toHaveAttribute('aria-rowcount', '122');
    await page.evaluate(forgetLikedTotal);
    const held = holdAnswers(network, LIKED);
    await page.reload();
    await expect(status).toHaveText('120 playlists');
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await expect.poll(() => held.waiting).toBe(1);
    await expect(row.getByRole('cell')).toHaveText(['♥Liked songs', 'You', '–', 'Private', '']);
    await link.focus();
    held.letAllPass();
    await expect(row).toContainText('230');
    await expect(link).toBeFocused();
  });
  await test.step('a number that fails touches nothing else', async () => {
    await allIsKept(page);
    await page.evaluate(forgetLikedTotal);
    spotify.faults.arm('forbidden', { on: 'liked' });
    const before = countOf(spotify, 'liked');
    const refused = page.waitForResponse((response) => LIKED.test(response.url()));
    await page.reload();
    await (await refused).finished();
    expect(countOf(spotify, 'liked')).toBe(before + 1);
    await expect(status).toHaveText('120 playlists');
    await expect(row.getByRole('cell').nth(2)).toHaveText('–');
    await expect(link).toBeVisible();
  });
  await test.step('sorted and searched', async () => {
    for (const column of ['Name', 'Tracks', 'Tracks']) {
      await sortBy(column);
      await expect(heading(column)).not.toHaveAttribute('aria-sort', 'none');
      await expect(row).toHaveAttribute('aria-rowindex', '2');
      expect((await shownRows())[0]?.index).toBe(2);
    }
    await search.fill('liked');
    await expect(status).toHaveText(/^\d of 120 playlists$/);
    await expect(link).toHaveCount(0);
    await search.fill('vol. 2');
    await expect(table).toHaveAttribute('aria-rowcount', '22');
    await search.fill('');
    await expect(link).toBeVisible();
    await expect(alert).toHaveCount(0);
  });
});

test('all liked songs come, newest first, two requests at a time, and stay for the next visit', async ({
  loggedIn: page,
  network,
}) => {
  test.slow();
  await allIsKept(page);
  const before = network.requestsTo(LIKED).length;
  const held = holdAnswers(network, /\/v1\/me\/tracks\?.*offset=[1-9]/);
  await playlistsPage(page).table.getByRole('link', { name: 'Open liked songs' }).click();
  const { table, status, rowAt, cellsAt, titles, search } = itemsPage(page, 'Liked songs');
  await expect(page).toHaveURL(/\/liked$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liked songs');
  await expect(status).toHaveText('50 of 230 songs loaded');
  await expect(page.getByRole('progressbar', { name: 'Loading' })).toHaveAttribute('value', '50');
  await expect.poll(() => held.waiting).toBe(2);
  expect(network.requestsTo(LIKED)).toHaveLength(before + 3);
  held.letAllPass();
  await expect(status).toHaveText('230 songs');
  await expect(table).toHaveAttribute('aria-rowcount', '231');
  // Five pages, and the first one again: nothing has changed meanwhile.
  expect(network.requestsTo(LIKED)).toHaveLength(before + 6);

  await test.step('what they are', async () => {
    await expect(table.getByRole('columnheader', { name: 'Added by' })).toHaveCount(0);
    const names = library.liked().map(({ track }) => track.name);
    const shown = await titles();
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual(names.slice(0, shown.length));
    const [first] = library.liked();
    const artists = first?.track.artists.map(({ name }) => name).join(', ');
    expect((await cellsAt(1)).slice(2, 4)).toEqual([artists, first?.track.album?.name]);
    await page.keyboard.press('End');
    await expect(rowAt(230)).toBeInViewport();
    await expect(rowAt(230)).toContainText(names.at(-1) ?? 'no name');
    await search.fill(`artist:"${first?.track.artists[0]?.name}"`);
    await expect(status).toHaveText(/^\d+ of 230 songs$/);
    await expect(table).not.toHaveAttribute('aria-rowcount', '231');
  });
  await test.step('the next visit', async () => {
    await expect.poll(() => storedRecords(page)).toHaveProperty('library:item:liked');
    const asked = network.requests.length;
    await page.goto('/liked');
    await expect(status).toHaveText('230 songs');
    expect(network.requests).toHaveLength(asked);
  });
  await test.step('axe finds nothing', async () => {
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'ISRC' }).check();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });
});

/** Removes the stored number of liked songs; runs within the page. */
async function forgetLikedTotal(): Promise<void> {
  const opening = indexedDB.open('liner-notes');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const transaction = opening.result.transaction('liner-notes', 'readwrite');
  transaction.objectStore('liner-notes').delete('library:count:liked');
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  opening.result.close();
}
