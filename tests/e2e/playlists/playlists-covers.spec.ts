import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const NEVER_LOADED = [
  'https://evil.example/c.jpg',
  'https://scdn.co.evil.example/c.jpg',
  'https://notscdn.co/c.jpg',
  'https://i.scdn.co:8443/c.jpg',
  'http://i.scdn.co/c.jpg',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  '//evil.example/c.jpg',
  'https://i.scdn.co@evil.example/c.jpg',
];
const LOADED = [
  'https://i.scdn.co/image/one',
  'https://mosaic.scdn.co/60/two',
  'https://image-cdn-ak.spotifycdn.com/image/three',
];
const BROKEN = 'https://i.scdn.co/image/broken';

const covers = [...LOADED, BROKEN, ...NEVER_LOADED];
const { user, playlists } = makeLibrary({ playlists: covers.length });
const library = {
  user,
  playlists: playlists.map((playlist, place) => {
    const url = covers[place];
    if (playlist === null || url === undefined) return playlist;
    return { ...playlist, name: url, images: [{ url, height: null, width: null }] };
  }),
};

test.use({ spotifyOptions: { library } });

/** The address of the picture in the row with this name, once it is complete. */
async function pictureOf(page: Page, name: string): Promise<string | undefined> {
  const picture = playlistsPage(page).row(name).locator('img');
  if ((await picture.count()) === 0) return undefined;
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return image.currentSrc;
  });
}

test.describe('with covers from everywhere', () => {
  test.beforeEach(({ network, spotify: _, allowNetworkErrors }) => {
    allowNetworkErrors();
    network.break(/broken/, 'reset-stream', { times: Number.POSITIVE_INFINITY });
  });

  test('covers on Spotify’s image hosts are shown, and send no Referer', async ({
    loggedIn: page,
    network,
  }) => {
    for (const url of LOADED) expect(await pictureOf(page, url)).toBe(url);
    for (const { headers } of network.requestsTo(/scdn\.co|spotifycdn\.com/)) {
      expect(headers.get('referer')).toBeNull();
      expect(headers.get('authorization')).toBeNull();
    }
  });

  test('a cover that fails to load gives way to a sleeve', async ({ loggedIn: page, network }) => {
    const row = playlistsPage(page).row(BROKEN);
    await expect(row.locator('img')).toHaveCount(0);
    await expect(row.getByRole('cell').first()).toContainText('H');
    expect(network.requestsTo(/broken/).length).toBeGreaterThan(0);
  });

  test('[row 52, s22] a cover anywhere else is never asked for', async ({ page, comeBack }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await comeBack(page);
    expect(await pictureOf(page, LOADED.at(-1) ?? '')).toBeDefined();
    for (const url of NEVER_LOADED) expect(await pictureOf(page, url)).toBeUndefined();
    expect(asked.filter((url) => NEVER_LOADED.includes(url) || url.includes('evil'))).toEqual([]);
  });
});

test.describe('with covers in three sizes', () => {
  test.use({
    spotifyOptions: {
      library: {
        user,
        playlists: makeLibrary({ playlists: 1 }).playlists.map(
          (playlist) =>
            playlist && {
              ...playlist,
              images: [640, 300, 60].map((size) => ({
                url: `https://mosaic.scdn.co/${size}/same`,
                height: size,
                width: size,
              })),
            },
        ),
      },
    },
  });

  test('the smallest is loaded and no other', async ({ loggedIn: page, network }) => {
    expect(await pictureOf(page, 'Slow Sunday')).toBe('https://mosaic.scdn.co/60/same');
    expect(network.requestsTo(/mosaic/)).toHaveLength(1);
  });
});
