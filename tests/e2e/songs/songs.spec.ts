import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 12, itemsPerPlaylist: 60, liked: 60 });
const ITEMS = /\/v1\/playlists\/[^/]+\/items/;

test.use({ spotifyOptions: { library } });

test('all songs are read once, found, and shown with every place', async ({
  loggedIn: page,
  network,
}) => {
  test.slow();
  const status = page.getByRole('status').first();
  await page.getByRole('link', { name: 'Songs', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Songs');
  const read = page.getByRole('button', { name: 'Read all playlists' });
  await expect(read).toBeEnabled();
  expect(network.requestsTo(ITEMS)).toHaveLength(0);
  await read.click();
  const table = page.getByRole('table', { name: 'Songs' });
  await expect(status).toHaveText(/^\d+ songs$/);
  const asked = network.requestsTo(ITEMS).length;
  expect(asked).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Liked 60' }).click();
  await expect(status).toHaveText(/^60 of \d+ songs$/);
  const [liked] = library.liked();
  await page.getByRole('searchbox', { name: 'Search songs' }).fill(liked?.track.uri ?? '');
  await expect(table).toHaveAttribute('aria-rowcount', '2');
  const panel = page.getByRole('region', { name: 'Where it is' });
  await expect(panel).toContainText(liked?.track.name ?? 'no name');
  await expect(panel).toContainText('Liked songs');
  await expectAccessible(page, undefined, 'main');

  await page.goto('/songs');
  await expect(status).toHaveText(/^\d+ songs$/);
  expect(network.requestsTo(ITEMS)).toHaveLength(asked);
});

test.describe('with few playlists', () => {
  // A job of a few requests ends soon, however busy the computer is.
  test.use({
    spotifyOptions: { library: makeLibrary({ playlists: 3, itemsPerPlaylist: 20, liked: 20 }) },
  });

  test('a job has a card on every page, its percentage in the title, a question before the tab closes, and a toast at its end', async ({
    loggedIn: page,
    network,
  }) => {
    const answers = holdAnswers(network, ITEMS);
    const card = page.getByRole('region', { name: 'Read playlists' });
    await page.getByRole('link', { name: 'Songs', exact: true }).first().click();
    await page.getByRole('button', { name: 'Read all playlists' }).click();
    await page.getByRole('link', { name: 'Playlists', exact: true }).first().click();
    await expect(card.getByRole('button', { name: 'Stop' })).toBeVisible();
    await expect(page).toHaveTitle(/^\(\d+ %\) Playlists/);

    const question = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await question;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    answers.letAllPass();
    await expect(page.locator('.toast')).toHaveText(/^[1-9]\d* songs$/);
    await expect(card).toHaveCount(0);
    await expect(page).toHaveTitle(/^Playlists/);
  });
});
