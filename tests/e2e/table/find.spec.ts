import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER, FRIENDS, ownerOf } from '../../../src/demo/music/owners.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

const me = ownerOf(DEMO_USER);
const [cleo, bram] = FRIENDS.map(ownerOf);
const ROWS = [
  { name: 'Älska', owner: me, total: 9, collaborative: false, public: true },
  { name: 'Slow Ørsted', owner: cleo, total: 101, collaborative: false, public: false },
  { name: 'Fast Sunday', owner: me, total: 100, collaborative: true, public: false },
  { name: 'Sunday, slow', owner: bram, total: null, collaborative: false, public: null },
  { name: 'owner:me', owner: cleo, total: 4_000, collaborative: false, public: true },
];
const base = makeLibrary({ playlists: ROWS.length });
const library = {
  user: base.user,
  playlists: base.playlists.map((playlist, place) => {
    const { total = null, owner = null, ...facts } = ROWS[place] ?? {};
    return playlist && { ...playlist, ...facts, owner, items: { href: playlist.href, total } };
  }),
};
const NAMES = ROWS.map(({ name }) => name);

test.describe('in five playlists', () => {
  test.use({ spotifyOptions: { library } });

  test('"/" jumps to the search, whose help writes itself; it stands in the address with the order', async ({
    loggedIn: page,
  }) => {
    test.slow();
    const { search, shownRows, status, sortBy, heading } = playlistsPage(page);
    await expect(search).toHaveAttribute('aria-keyshortcuts', '/');
    await page.keyboard.press('/');
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('');
    await page.getByRole('button', { name: 'Search help' }).click();
    for (const example of ['owner:"a name"', 'profile:no', 'collaborative:yes']) {
      await expect(page.getByText(example, { exact: true }).first()).toBeVisible();
    }
    await page.getByRole('button', { name: 'owner:me yours' }).click();
    await expect(search).toHaveValue('owner:me');
    await expect(search).toBeFocused();
    await expect(page.getByRole('button', { name: /^Mine/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.getByRole('button', { name: /^Mine/ }).click();
    await expect(search).toHaveValue('');
    await search.focus();
    await page.keyboard.type('a/b');
    await expect(search).toHaveValue('a/b');
    await expect(status).toHaveText('0 of 5 playlists');
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await expect(status).toHaveText('5 playlists');
    expect(await shownRows()).toHaveLength(5);

    // Every operator is tested in Node; this one needs to know whose list it is.
    await search.fill('owner:me');
    await expect(status).toHaveText('2 of 5 playlists');

    const names = async () => (await shownRows()).map(({ name }) => name);
    await page.goto('/playlists?q=owner%3Acleo&sort=-tracks');
    await expect(search).toHaveValue('owner:cleo');
    await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(names).toEqual(['owner:me', 'Slow Ørsted']);

    await page.goto('/playlists');
    await expect(status).toHaveText('5 playlists');
    await search.pressSequentially('sun');
    await expect(page).toHaveURL(/\?q=sun$/);
    await search.pressSequentially('day');
    await expect(page).toHaveURL(/\?q=sunday$/);
    await sortBy('Name');
    await expect(page).toHaveURL(/\?q=sunday&sort=name$/);
    await expect.poll(names).toEqual(['Fast Sunday', 'Sunday, slow']);
    await sortBy('Name');
    await expect(page).toHaveURL(/\?q=sunday&sort=-name$/);

    await page.goBack();
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await page.goBack();
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'none');
    await expect(search).toHaveValue('sunday');
    // All letters share one history entry.
    await page.goBack();
    await expect(search).toHaveValue('');
    await expect(status).toHaveText('5 playlists');
    await page.goForward();
    await expect(search).toHaveValue('sunday');
    await expect.poll(names).toEqual(['Fast Sunday', 'Sunday, slow']);
    await page.goto('/playlists?q=&sort=nonsense');
    await expect.poll(names).toEqual(NAMES);
  });
});

test.describe('in the tracks of a playlist', () => {
  const uneven = unevenLibrary();
  test.use({ spotifyOptions: { library: uneven } });

  test('title, artist, album, kind and a pasted link find tracks', async ({ loggedIn: page }) => {
    await page.goto(`/playlists/${UNEVEN_ID}`);
    const { search, status, table, titles } = itemsPage(page, 'Tracks');
    await expect(status).toHaveText('130 songs');
    const tracks = uneven.items(UNEVEN_ID).map(({ item }) => item);
    const last = tracks.at(-1);
    const same = tracks.filter((item) => item?.id === last?.id).length;
    const found = (rows: number) => expect(table).toHaveAttribute('aria-rowcount', `${rows + 1}`);
    await search.fill(`https://open.spotify.com/track/${last?.id}?si=1`);
    await found(same);
    expect(await titles()).toContain(last?.name);
    await search.fill('kind:local');
    await found(tracks.filter((item) => item?.uri.startsWith('spotify:local:')).length);
    await search.fill('kind:unavailable');
    await found(tracks.filter((item) => item === null).length);
    await search.fill('no such song anywhere');
    await found(0);
    await expect(page.getByText(/^No song matches .no such song anywhere.\.$/)).toBeVisible();
  });
});
