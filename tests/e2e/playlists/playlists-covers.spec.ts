import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { WireImage } from '../../../src/demo/music/wire.ts';
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

const THREE_SIZES = 'https://mosaic.scdn.co/60/same';

const covers = [...LOADED, BROKEN, THREE_SIZES, ...NEVER_LOADED];
const { user, playlists } = makeLibrary({ playlists: covers.length });
const library = {
  user,
  playlists: playlists.map((playlist, place) => {
    const url = covers[place];
    if (playlist === null || url === undefined) return playlist;
    return { ...playlist, name: url, images: imagesOf(url) };
  }),
};

function imagesOf(url: string): readonly WireImage[] {
  if (url !== THREE_SIZES) return [{ url, height: null, width: null }];
  return [640, 300, 60].map((size) => ({
    url: url.replace('60', String(size)),
    height: size,
    width: size,
  }));
}

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

test('[row 52, s22] the smallest covers on Spotify’s image hosts are shown, without a Referer, and none of another host is asked for', async ({
  page,
  network,
  spotify: _,
  comeBack,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  network.break(/broken/, 'reset-stream', { times: Number.POSITIVE_INFINITY });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await comeBack(page);
  const { row } = playlistsPage(page);

  await test.step('covers on Spotify’s image hosts', async () => {
    for (const url of [...LOADED, THREE_SIZES]) expect(await pictureOf(page, url)).toBe(url);
    expect(network.requestsTo(/\/same/)).toHaveLength(1);
    for (const { headers } of network.requestsTo(/scdn\.co|spotifycdn\.com/)) {
      expect(headers.get('referer')).toBeNull();
      expect(headers.get('authorization')).toBeNull();
    }
  });
  await test.step('a cover that fails to load gives way to a sleeve', async () => {
    await expect(row(BROKEN).locator('img')).toHaveCount(0);
    await expect(row(BROKEN).getByRole('cell').first()).toContainText('H');
    expect(network.requestsTo(/broken/).length).toBeGreaterThan(0);
  });
  await test.step('a cover anywhere else', async () => {
    for (const url of NEVER_LOADED) expect(await pictureOf(page, url)).toBeUndefined();
    expect(asked.filter((url) => NEVER_LOADED.includes(url) || url.includes('evil'))).toEqual([]);
  });
});
