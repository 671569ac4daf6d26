import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildSite } from '../support/build-site.ts';
import { CLIENT_ID } from '../support/client-id.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { loginIsRemoved } from '../support/stored.ts';
import { test as base, expect } from './fixtures.ts';

const BUILT_IN = 'b'.repeat(32);

/** A site that somebody built with a Client ID of their own, or with what they took for one. */
const test = base.extend<{ openSite(builtIn: string): Promise<string> }>({
  openSite: async ({ page, hostPages, redirectUris }, use) => {
    const folders: string[] = [];
    await use(async (builtIn) => {
      const folder = await buildSite({ VITE_SPOTIFY_CLIENT_ID: builtIn });
      folders.push(folder);
      const { url } = await hostPages(folder, '/');
      redirectUris.push(`${url}callback`);
      await page.goto(url);
      return folder;
    });
    // Its page may still be loading what it shows last.
    await page.close();
    for (const folder of folders) await rm(folder, { recursive: true });
  },
});

const box = (page: Page) => page.getByRole('textbox', { name: 'Client ID' });
const logIn = (page: Page) => page.getByRole('button', { name: 'Log in with Spotify' });

test.describe('a site built with a Client ID', () => {
  test('has it in the box, says where it comes from, and logs in with it', async ({
    page,
    network,
    spotify: _,
    openSite,
  }) => {
    await openSite(CLIENT_ID);
    await expect(box(page)).toHaveValue(CLIENT_ID);
    await expect(box(page)).toHaveAccessibleDescription(
      'Built into this site. You can use your own instead.',
    );
    await expect(page.getByRole('button', { name: 'Forget this Client ID' })).toHaveCount(0);
    await expect(page.getByText('Under “Redirect URIs”')).toBeHidden();
    await logIn(page).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    const [request] = network.requestsTo(/\/authorize\?/);
    expect(new URL(request?.url ?? '').searchParams.get('client_id')).toBe(CLIENT_ID);
  });

  test('prefers one’s own, until it is forgotten', async ({ page, spotify: _, openSite }) => {
    await openSite(BUILT_IN);
    await box(page).fill(CLIENT_ID);
    await logIn(page).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    await page.getByRole('button', { name: 'Log out' }).click();
    await loginIsRemoved(page);
    await page.reload();
    await expect(box(page)).toHaveValue(CLIENT_ID);
    await page.getByRole('button', { name: 'Forget this Client ID' }).click();
    await expect(box(page)).toHaveValue(BUILT_IN);
    await page.reload();
    await expect(box(page)).toHaveValue(BUILT_IN);
  });
});

test('a Client ID built in with capitals and spaces is read as the one it is', async ({
  page,
  openSite,
}) => {
  await openSite(` ${CLIENT_ID.toUpperCase()} `);
  await expect(box(page)).toHaveValue(CLIENT_ID);
});

test('a site built with something that is no Client ID says so and works with one’s own', async ({
  page,
  spotify: _,
  openSite,
}) => {
  await openSite('your-client-id-here');
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toHaveAccessibleDescription(/built with something that is no Client ID/);
  await expect(box(page)).toHaveAccessibleDescription(/VITE_SPOTIFY_CLIENT_ID/);
  await box(page).fill(CLIENT_ID);
  await logIn(page).click();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
});

test('a site built without a Client ID holds none, and asks for one', async ({
  page,
  openSite,
}) => {
  const folder = await openSite('');
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toHaveAccessibleDescription(/from the settings of your Spotify app/);
  const assets = join(folder, 'assets');
  for (const name of await readdir(assets)) {
    if (name.startsWith('start-demo')) continue;
    expect(await readFile(join(assets, name), 'utf8')).not.toMatch(/["'`][0-9a-f]{32}["'`]/);
  }
});
