import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from '../support/build-site.ts';
import { enterDemo } from '../support/demo.ts';
import { submitLogInForm } from '../support/log-in-form.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { loginIsRemoved } from '../support/stored.ts';
import { expect, test } from './fixtures.ts';

test('[row 54] two deployments on one origin keep their logins and their demos apart', async ({
  page,
  hostPages,
  redirectUris,
  spotify: _,
}) => {
  const folder = await buildSite({});
  const below = await buildSite({ BASE_PATH: '/liner' });
  await cp(below, join(folder, 'liner'), { recursive: true });
  const { url } = await hostPages(folder, '/');
  redirectUris.push(`${url}callback`, `${url}liner/callback`);
  const { status } = playlistsPage(page);
  const logOut = page.getByRole('button', { name: 'Log out' });

  await page.goto(`${url}liner/`);
  await submitLogInForm(page);
  await expect(status).toHaveText('120 playlists');

  await enterDemo(page, url);
  await page.goto(`${url}liner/playlists`);
  await expect(status).toHaveText('120 playlists');
  await page.goto(`${url}playlists`);
  await expect(status).toHaveText('140 playlists');
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await expect(logOut).toHaveCount(0);

  await submitLogInForm(page);
  await expect(status).toHaveText('120 playlists');
  await logOut.click();
  await loginIsRemoved(page);
  await expect(logOut).toHaveCount(0);
  await page.goto(`${url}liner/playlists`);
  await expect(status).toHaveText('120 playlists');
  await logOut.click();
  await loginIsRemoved(page, 'liner-notes/liner/');
  await expect(logOut).toHaveCount(0);

  await enterDemo(page, url);
  await enterDemo(page, `${url}liner/`);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  await page.goto(`${url}playlists`);
  await expect(status).toHaveText('140 playlists');

  await rm(folder, { recursive: true });
  await rm(below, { recursive: true });
});
