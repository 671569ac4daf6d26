import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { allIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 120, liked: 230 });
const LIKED = /\/v1\/me\/tracks/;

test.use({ spotifyOptions: { library } });

test('the liked songs stand above the playlists, counted, and neither sorted nor searched', async ({
  loggedIn: page,
}) => {
  const { table, status, search, sortBy, heading, shownRows } = playlistsPage(page);
  const link = table.getByRole('link', { name: 'Open liked songs' });
  const body = table.getByRole('rowgroup').filter({
    has: page.getByRole('link', { name: 'Open liked songs' }),
  });
  const row = body.getByRole('row');

  await expect(row).toHaveCount(1);
  await expect(row).toHaveAttribute('aria-rowindex', '2');
  await expect(row.getByRole('cell')).toHaveText(['♥Liked songs', 'You', '230', 'Private', '']);
  await expect(table).toHaveAttribute('aria-rowcount', '122');
  await expect(status).toHaveText('120 playlists');

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

  await link.click();
  await expect(page).toHaveURL(/\/liked$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liked songs');
});

test('the number of liked songs neither delays the playlists nor, when it fails, touches them', async ({
  page,
  network,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  spotify.faults.arm('forbidden', { on: 'liked', times: Number.POSITIVE_INFINITY });
  const held = holdAnswers(network, LIKED);
  await comeBack(page);
  const { table, status, alert } = playlistsPage(page);
  const row = table.getByRole('row').filter({ hasText: 'Liked songs' });
  await expect(status).toHaveText('120 playlists');
  await expect(table).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => held.waiting).toBe(1);
  await expect(row.getByRole('cell')).toHaveText(['♥Liked songs', 'You', '–', 'Private', '']);
  held.letAllPass();
  await expect.poll(() => countOf(spotify, 'liked')).toBe(1);
  await page.waitForLoadState('networkidle');
  await expect(alert).toHaveCount(0);
  await expect(status).toHaveText('120 playlists');
  await expect(row.getByRole('cell').nth(2)).toHaveText('–');
  await expect(row.getByRole('link', { name: 'Open liked songs' })).toBeVisible();
});

test('the link to the liked songs keeps the focus when their number comes', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  const held = holdAnswers(network, LIKED);
  await comeBack(page);
  await expect.poll(() => held.waiting).toBe(1);
  const { table } = playlistsPage(page);
  const link = table.getByRole('link', { name: 'Open liked songs' });
  await link.focus();
  held.letAllPass();
  await expect(table.getByRole('row').filter({ has: page.locator(':focus') })).toContainText('230');
  await expect(link).toBeFocused();
});

test('all liked songs come, newest first, two requests at a time, and stay for the next visit', async ({
  loggedIn: page,
  network,
}) => {
  await allIsKept(page);
  const before = network.requestsTo(LIKED).length;
  const held = holdAnswers(network, /\/v1\/me\/tracks\?.*offset=[1-9]/);
  await page.getByRole('link', { name: 'Open liked songs' }).click();
  const { table, status, rowAt, cellsAt, titles, search } = itemsPage(page, 'Liked songs');
  await expect(status).toHaveText('50 of 230 songs loaded');
  await expect.poll(() => held.waiting).toBe(2);
  expect(network.requestsTo(LIKED)).toHaveLength(before + 3);
  held.letAllPass();
  await expect(status).toHaveText('230 songs');
  await expect(table).toHaveAttribute('aria-rowcount', '231');
  expect(network.requestsTo(LIKED)).toHaveLength(before + 5);

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

  const asked = network.requests.length;
  await page.goto('/liked');
  await expect(status).toHaveText('230 songs');
  expect(network.requests).toHaveLength(asked);
});

test.describe('for axe', () => {
  test('there is nothing to find on liked songs', async ({ loggedIn: page }) => {
    test.slow();
    await page.getByRole('link', { name: 'Open liked songs' }).click();
    await expect(page.getByRole('status')).toHaveText('230 songs');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'ISRC' }).check();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
  });
});
