import { demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import { expect, test } from '../fixtures.ts';

const library = { ...makeLibrary({ playlists: 3 }), saved: demoLibrary().saved };

test.use({ spotifyOptions: { library } });

test('saved episodes name the permission that they need, and one button asks for all; the other tabs go on', async ({
  loggedIn: page,
  network,
  watch,
}) => {
  watch.expectConsole(/403/);
  await page.goto('/saved/episodes');
  const main = page.getByRole('main');
  await expect(main).toContainText('user-read-playback-position');
  await main.getByRole('link', { name: 'Albums' }).click();
  await expect(main.getByRole('status').first()).toHaveText('119 albums');
  await main.getByRole('link', { name: 'Episodes' }).click();
  await main.getByRole('button', { name: 'Log in again' }).click();
  await expect(main.getByRole('table', { name: 'Episodes' })).toBeVisible();
  await expect(page).toHaveURL(/\/saved\/episodes$/);
  const asked = network.requestsTo(/\/authorize\?/).map(({ url }) => new URL(url).searchParams);
  expect(asked).toHaveLength(1);
  expect(asked[0]?.get('show_dialog')).toBe('true');
  expect(asked[0]?.get('scope')?.split(' ')).toEqual(
    expect.arrayContaining([
      'playlist-read-private',
      'playlist-read-collaborative',
      'user-library-read',
      'user-read-playback-position',
    ]),
  );
});
