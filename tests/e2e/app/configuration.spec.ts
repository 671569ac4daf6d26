import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { BUILT_SITE, buildSite } from '../../support/build-site.ts';
import { isOfDemo } from '../../support/built-scripts.ts';
import { CLIENT_ID } from '../../support/client-id.ts';
import { logOut } from '../../support/log-in-form.ts';
import type { Network } from '../../support/network.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { test as base, expect } from '../fixtures.ts';

const BUILT_IN = ` ${CLIENT_ID.toUpperCase()} `;
const OWN = 'b'.repeat(32);

interface SiteFixtures {
  /** Builds a site with a Client ID, once per ID; returns its folder. */
  build(builtIn: string): Promise<string>;
}

/** A site built with a Client ID, valid or not. */
const test = base.extend<{ openSite(builtIn: string): Promise<string> }, SiteFixtures>({
  build: [
    async ({ playwright: _ }, use) => {
      const folders = new Map<string, Promise<string>>();
      await use((builtIn) => {
        if (builtIn === '') return Promise.resolve(BUILT_SITE);
        const folder = folders.get(builtIn) ?? buildSite({ VITE_SPOTIFY_CLIENT_ID: builtIn });
        folders.set(builtIn, folder);
        return folder;
      });
      for (const folder of folders.values()) await rm(await folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  spotifyOptions: async ({ redirectUris }, use) =>
    use({ clients: [CLIENT_ID, OWN].map((clientId) => ({ clientId, redirectUris })) }),
  openSite: async ({ page, build, hostPages, redirectUris }, use) => {
    await use(async (builtIn) => {
      const folder = await build(builtIn);
      const { url } = await hostPages(folder, '/');
      redirectUris.push(`${url}callback`);
      await page.goto(url);
      return folder;
    });
    // Its page may still be loading its last parts.
    await page.close();
  },
});

/** The Client ID of the last login. */
function loginId(network: Network): string | null {
  const request = network.requestsTo(/\/authorize\?/).at(-1);
  return new URL(request?.url ?? '').searchParams.get('client_id');
}

// In series in one worker, for which each site is built once; builds are slow on a busy computer.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const box = (page: Page) => page.getByRole('textbox', { name: 'Client ID' });
const logIn = (page: Page) => page.getByRole('button', { name: 'Log in with Spotify' });

test.describe('a site built with a Client ID, in capitals and between spaces', () => {
  test('has it in the box, says where it comes from, and logs in with it', async ({
    page,
    network,
    spotify: _,
    openSite,
  }) => {
    await openSite(BUILT_IN);
    await expect(box(page)).toHaveValue(CLIENT_ID);
    await expect(box(page)).toHaveAccessibleDescription(
      'Built into this site. You can use your own instead.',
    );
    await expect(page.getByRole('button', { name: 'Forget this Client ID' })).toHaveCount(0);
    await expect(logIn(page)).toHaveClass(/button-primary/);
    await logIn(page).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    expect(loginId(network)).toBe(CLIENT_ID);
  });

  test('prefers one’s own, until it is forgotten', async ({
    page,
    network,
    spotify: _,
    openSite,
  }) => {
    await openSite(BUILT_IN);
    await box(page).fill(OWN);
    await logIn(page).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    expect(loginId(network)).toBe(OWN);
    await logOut(page);
    await expect(box(page)).toHaveValue(OWN);
    await page.getByRole('button', { name: 'Forget this Client ID' }).click();
    await expect(box(page)).toHaveValue(CLIENT_ID);
    await page.reload();
    await expect(box(page)).toHaveValue(CLIENT_ID);
  });
});

test('a site built without a Client ID holds none, and asks for one', async ({
  page,
  openSite,
}) => {
  const folder = await openSite('');
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toHaveAccessibleDescription(/From your app’s settings at Spotify/);
  const assets = join(folder, 'assets');
  for (const name of await readdir(assets)) {
    const text = await readFile(join(assets, name), 'utf8');
    if (!isOfDemo(text)) expect(text).not.toMatch(/["'`][0-9a-f]{32}["'`]/);
  }
});
