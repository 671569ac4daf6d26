import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { itemsPage } from '../../support/items-page.ts';
import { listIsKept, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 120, liked: 230 });
const LIKED = /\/v1\/me\/tracks/;

test.use({ spotifyOptions: { library } });

test('all liked songs come, newest first, two requests at a time, and stay for the next visit', async ({
  loggedIn: page,
  network,
}) => {
  test.slow();
  await listIsKept(page);
  const before = network.requestsTo(LIKED).length;
  const held = holdAnswers(network, /\/v1\/me\/tracks\?.*offset=[1-9]/);
  await page.getByRole('link', { name: 'Liked songs', exact: true }).first().click();
  const { table, status, rowAt, cellAt, titles, search } = itemsPage(page, 'Liked songs');
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
    await expect(cellAt(1, 'title')).toContainText(artists ?? '');
    await expect(cellAt(1, 'album')).toHaveText(first?.track.album?.name ?? '');
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
    await expectAccessible(page, undefined, 'main');
  });
});
