import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { playlistsPage, type ShownRow } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const { playlists } = makeLibrary({ playlists: 120 });
const numbers = new Intl.NumberFormat('en');

/** The expected row of a playlist in Spotify's JSON. */
function expectedRow(playlist: WirePlaylist | null, place: number): ShownRow {
  if (playlist === null) throw new Error('only the demo has null entries');
  const { id, name, owner, items, collaborative } = playlist;
  const total = items?.total;
  return {
    index: place + 2,
    name,
    href: `https://open.spotify.com/playlist/${id}`,
    owner: owner?.display_name ?? '–',
    tracks: typeof total === 'number' ? numbers.format(total) : '–',
    visibility: collaborative ? 'Collaborative' : playlist.public ? 'Public' : 'Private',
    id,
  };
}

for (const dialect of ['items', 'tracks', 'mixed'] as const) {
  test.describe(`when Spotify answers in the dialect "${dialect}"`, () => {
    test.use({ spotifyOptions: { dialect } });

    test('every playlist is one row with all its facts, private ones included', async ({
      page,
      spotify,
      comeBack,
    }) => {
      await comeBack(page);
      const { table, status, allRows } = playlistsPage(page);
      await expect(status).toHaveText('120 playlists');
      await expect(table).toHaveAttribute('aria-rowcount', '122');
      const rows = await allRows(playlists.length);
      expect(rows).toEqual(playlists.map(expectedRow));
      const visibilities = new Set(rows.map(({ visibility }) => visibility));
      expect([...visibilities].sort()).toEqual(['Collaborative', 'Private', 'Public']);
      expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(3);
    });
  });
}

test.describe('with 1,000 playlists', () => {
  const thousand = makeLibrary({ playlists: 1_000 });
  test.use({ spotifyOptions: { library: thousand } });

  test('all of them come, each once and in Spotify’s order', async ({
    page,
    spotify,
    comeBack,
  }) => {
    await comeBack(page);
    const { table, status, allRows } = playlistsPage(page);
    await expect(status).toHaveText('1,000 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '1002');
    expect(await allRows(1_000)).toEqual(thousand.playlists.map(expectedRow));
    expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(20);
  });

  test('only the rows in view exist, and scrolling to the end shows the last one', async ({
    page,
    spotify: _,
    comeBack,
  }) => {
    await comeBack(page);
    const { table, row, shownRows } = playlistsPage(page);
    const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
    expect(await nodes()).toBeLessThanOrEqual(1_500);
    expect((await shownRows())[0]?.index).toBe(2);
    await expect(row('Slow Sunday')).toBeInViewport();
    await page.keyboard.press('End');
    const last = thousand.playlists.at(-1);
    await expect(row(last?.name ?? '')).toBeInViewport();
    await expect(row(last?.name ?? '')).toHaveAttribute('aria-rowindex', '1002');
    expect(await nodes()).toBeLessThanOrEqual(1_500);
    await expect(table.getByRole('columnheader', { name: 'Name' })).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(row('Slow Sunday')).toBeInViewport();
  });
});

test.describe('with one playlist', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 1 }) } });

  test('the status line says "1 playlist"', async ({ page, spotify: _, comeBack }) => {
    await comeBack(page);
    await expect(playlistsPage(page).status).toHaveText('1 playlist');
  });
});

test.describe('with no playlist at all', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 0 }) } });

  test('a sentence says so and what to do', async ({ page, spotify, comeBack }) => {
    await comeBack(page);
    const { table, status } = playlistsPage(page);
    await expect(status).toHaveText('0 playlists');
    await expect(table).toHaveAttribute('aria-rowcount', '2');
    await expect(page.getByText('You have no playlists yet.')).toBeVisible();
    expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(1);
  });
});
