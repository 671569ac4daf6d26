import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const { user, playlists } = makeLibrary({ playlists: 5 });
const owner = (name: string | null) =>
  name === null
    ? null
    : {
        display_name: name,
        external_urls: {},
        href: '',
        id: name,
        type: 'user' as const,
        uri: '',
      };
const ROWS: readonly (Pick<WirePlaylist, 'id' | 'name' | 'owner' | 'collaborative' | 'public'> & {
  total: number | null;
})[] = [
  { id: 'c1', name: 'Älska', owner: owner('Zoe'), total: 9, collaborative: false, public: true },
  {
    id: 'A2',
    name: '10 Years',
    owner: owner(null),
    total: 1_234,
    collaborative: false,
    public: null,
  },
  {
    id: 'b3',
    name: 'zebra',
    owner: owner('bram'),
    total: null,
    collaborative: true,
    public: false,
  },
  {
    id: 'd10',
    name: '9 Lives',
    owner: owner('Inês'),
    total: 87,
    collaborative: false,
    public: false,
  },
  { id: 'd9', name: 'Angel', owner: owner('Ada'), total: 0, collaborative: false, public: true },
];
const library = {
  user,
  playlists: playlists.map((playlist, place) => {
    const row = ROWS[place];
    if (playlist === null || row === undefined) return playlist;
    const { total, ...facts } = row;
    return { ...playlist, ...facts, items: { href: playlist.href, total } };
  }),
};
const UP = ['Angel', 'Älska', '9 Lives', '10 Years', 'zebra'];
const DOWN = ['10 Years', '9 Lives', 'Älska', 'Angel', 'zebra'];

test.use({ spotifyOptions: { library } });

test('a click on a column sorts by it, another turns the order, unknown values stay last, and what is found stays sorted', async ({
  loggedIn: page,
}) => {
  const { heading, sortBy, shownRows, status, search, table } = playlistsPage(page);
  const names = async () => (await shownRows()).map(({ name }) => name);
  const sorted = page.getByRole('columnheader').and(page.locator('[aria-sort$="ending"]'));

  await test.step('every column', async () => {
    expect(await names()).toEqual(ROWS.map(({ name }) => name));
    for (const column of ['Name', 'Owner', 'Visibility', 'Tracks']) {
      await expect(heading(column)).toHaveAttribute('aria-sort', 'none');
      await sortBy(column);
      const first = column === 'Tracks' ? 'descending' : 'ascending';
      await expect(heading(column)).toHaveAttribute('aria-sort', first);
      await expect(sorted).toHaveCount(1);
    }
  });
  await test.step('both orders', async () => {
    expect(await names()).toEqual(DOWN);
    expect((await shownRows()).map(({ index }) => index)).toEqual([2, 3, 4, 5, 6]);
    await sortBy('Tracks');
    await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'ascending');
    await expect(sorted).toHaveCount(1);
    expect(await names()).toEqual(UP);
  });
  await test.step('what is found', async () => {
    await search.fill('a');
    await expect(status).toHaveText('4 of 5 playlists');
    expect(await names()).toEqual(UP.filter((name) => name !== '9 Lives'));
    await search.fill('  lives   INÊS ');
    // The search itself is tested in Node.
    await expect.poll(names).toEqual(['9 Lives']);
    await search.fill('Collaborative');
    await expect(status).toHaveText('0 of 5 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '1');
    await expect(page.getByText('No playlist matches "Collaborative".')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: 'Clear search' }).last().click();
    await expect(status).toHaveText('5 playlists');
    expect(await names()).toEqual(UP);
  });
});
