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
const ORDERS: Readonly<Record<string, { up: readonly string[]; down: readonly string[] }>> = {
  Name: {
    up: ['9 Lives', '10 Years', 'Älska', 'Angel', 'zebra'],
    down: ['zebra', 'Angel', 'Älska', '10 Years', '9 Lives'],
  },
  Owner: {
    up: ['Angel', 'zebra', '9 Lives', 'Älska', '10 Years'],
    down: ['Älska', '9 Lives', 'zebra', 'Angel', '10 Years'],
  },
  Tracks: {
    up: ['Angel', 'Älska', '9 Lives', '10 Years', 'zebra'],
    down: ['10 Years', '9 Lives', 'Älska', 'Angel', 'zebra'],
  },
  Visibility: {
    up: ['zebra', '9 Lives', 'Älska', 'Angel', '10 Years'],
    down: ['Älska', 'Angel', '9 Lives', 'zebra', '10 Years'],
  },
  ID: {
    up: ['10 Years', 'zebra', 'Älska', 'Angel', '9 Lives'],
    down: ['9 Lives', 'Angel', 'Älska', 'zebra', '10 Years'],
  },
};

test.use({ spotifyOptions: { library } });

test('a click on a column sorts by it, another turns the order, unknown values stay last', async ({
  loggedIn: page,
}) => {
  const { heading, sortBy, shownRows, status } = playlistsPage(page);
  const names = async () => (await shownRows()).map(({ name }) => name);
  for (const [column, { up, down }] of Object.entries(ORDERS)) {
    await test.step(column, async () => {
      await page.goto('/playlists');
      await expect(status).toHaveText('5 playlists');
      expect(await names()).toEqual(ROWS.map(({ name }) => name));
      await expect(heading(column)).toHaveAttribute('aria-sort', 'none');
      await sortBy(column);
      await expect(heading(column)).toHaveAttribute('aria-sort', 'ascending');
      expect(await names()).toEqual(up);
      await sortBy(column);
      await expect(heading(column)).toHaveAttribute('aria-sort', 'descending');
      expect(await names()).toEqual(down);
      const sorted = page.getByRole('columnheader').and(page.locator('[aria-sort$="ending"]'));
      await expect(sorted).toHaveCount(1);
    });
  }
});

test('rows are numbered as they stand, whatever the order', async ({ loggedIn: page }) => {
  const { sortBy, shownRows, heading } = playlistsPage(page);
  await sortBy('Name');
  await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
  expect((await shownRows()).map(({ index }) => index)).toEqual([2, 3, 4, 5, 6]);
});

test('the search looks at name and owner, without case and without diacritics', async ({
  loggedIn: page,
}) => {
  const { search, shownRows, status, table } = playlistsPage(page);
  const expectFound = async (query: string, names: readonly string[]) => {
    await search.fill(query);
    // The code of the search loads with its first use.
    await expect.poll(async () => (await shownRows()).map(({ name }) => name)).toEqual(names);
  };
  await expectFound('ALSKA', ['Älska']);
  await expectFound('älska', ['Älska']);
  await expectFound('a\u0308lska', ['Älska']);
  await expectFound('ines', ['9 Lives']);
  await expectFound('  lives   INÊS ', ['9 Lives']);
  await expectFound('d10', []);
  await expectFound('Collaborative', []);
  await expect(status).toHaveText('0 of 5 playlists');
  await expect(table).toHaveAttribute('aria-rowcount', '1');
  await expect(page.getByText('Nothing here has all that you search for.')).toBeVisible();
  await expectFound(
    '',
    ROWS.map(({ name }) => name),
  );
  await expect(status).toHaveText('5 playlists');
});

test('what is found stays sorted', async ({ loggedIn: page }) => {
  const { search, sortBy, shownRows, status } = playlistsPage(page);
  await sortBy('Tracks');
  await sortBy('Tracks');
  await search.fill('a');
  await expect(status).toHaveText('4 of 5 playlists');
  expect((await shownRows()).map(({ name }) => name)).toEqual([
    '10 Years',
    'Älska',
    'Angel',
    'zebra',
  ]);
});
