import { makeContents } from '../../../src/demo/music/contents.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { itemsPage } from '../../support/items-page.ts';
import { expect, test } from '../fixtures.ts';

const SONGS = 300;
const BROKEN = 2;
const ELSEWHERE = 3;

const base = makeLibrary({ playlists: 3 });
const contents = makeContents({ playlists: base.playlists, seed: 7, liked: SONGS });

/** Three sizes of a cover, as Spotify sends them; one song has them on another host. */
function imagesOf(place: number) {
  const host = place === ELSEWHERE ? 'https://covers.example' : 'https://i.scdn.co/image';
  const name = place === BROKEN ? 'broken' : 'cover';
  return [640, 300, 64].map((size) => ({
    url: `${host}/${name}-${size}-${place}`,
    height: size,
    width: size,
  }));
}

const songs = contents.liked().map((row, place) => ({
  ...row,
  track: {
    ...row.track,
    album: row.track.album && { ...row.track.album, images: imagesOf(place) },
  },
}));
test.use({ spotifyOptions: { library: { ...base, ...contents, liked: () => songs } } });

test('[row 52] the small covers of the songs in view are loaded, without a Referer, and no others', async ({
  loggedIn: page,
  network,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  network.break(/broken/, 'reset-stream', { times: Number.POSITIVE_INFINITY });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('link', { name: 'Liked songs', exact: true }).first().click();
  const { status, rowAt } = itemsPage(page, 'Liked songs');
  await expect(status).toHaveText(`${SONGS} songs`);
  const picture = rowAt(1).locator('img');
  await expect(picture).toHaveAttribute('src', 'https://i.scdn.co/image/cover-64-0');
  const before = await picture.boundingBox();
  for (const place of [BROKEN, ELSEWHERE]) {
    const sleeve = rowAt(place + 1).locator('.sleeve');
    await expect(sleeve).toBeVisible();
    expect((await sleeve.boundingBox())?.width).toBe(before?.width);
  }
  const covers = network.requestsTo(/i\.scdn\.co/);
  expect(covers.length).toBeGreaterThan(8);
  expect(covers.length).toBeLessThan(SONGS / 3);
  for (const { url, headers } of covers) {
    expect(url).toMatch(/-64-\d+$/);
    expect(headers.get('referer')).toBeNull();
  }
  expect(asked.filter((url) => url.includes('covers.example'))).toEqual([]);
});
