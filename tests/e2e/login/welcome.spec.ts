import { PICTURES } from '../../../src/features/login/pictures.ts';
import { SCOPES } from '../../../src/words/scopes.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { expect, test } from '../fixtures.ts';

test('the first page says what to do, step by step, and what is asked for and why', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await test.step('an unknown address says that there is no such page, and leads there', async () => {
    await page.goto('/no/such/page');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('link', { name: 'the home page' }).click();
    await expect(clientIdBoxOf(page)).toBeVisible();
    await expect(page).toHaveURL('/');
  });

  await expect(page).toHaveTitle('Every Spotify playlist you have, on one page · Liner Notes');
  await page.getByText('What it asks for').click();
  const form = page.getByRole('region', { name: 'Log in with Spotify' });
  await expect(form.getByRole('listitem')).toHaveText(
    SCOPES.map(({ name, reason }) => `${reason} ${name}`),
  );

  await test.step('the pictures of the app have their sizes before they load, and are of the theme', async () => {
    const picture = page.getByRole('img', { name: /^The table of playlists/ });
    await expect(picture).toHaveAttribute('loading', 'lazy');
    const ratio = await picture.evaluate((image) => image.clientWidth / image.clientHeight);
    expect(ratio).toBeCloseTo(PICTURES.table.width / PICTURES.table.height, 1);
    await picture.scrollIntoViewIfNeeded();
    const source = () =>
      picture.evaluate((image) => (image instanceof HTMLImageElement ? image.currentSrc : ''));
    await expect.poll(source).toContain('table-light.avif');
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await expect.poll(source).toContain('table-dark.avif');
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(PICTURES.table.width);
  });

  await test.step('the set-up opens in place, with what Spotify’s form asks for, in its order', async () => {
    await page.getByRole('button', { name: 'Set one up' }).click();
    const setUp = page.getByRole('region', { name: 'Set up your Spotify app' });
    await expect(setUp.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(setUp.getByRole('heading', { level: 3 })).toHaveText([
      'Create the app',
      'Add yourself',
      'Paste the Client ID',
    ]);
    await expect(setUp.getByRole('term')).toHaveText([
      'App name',
      'App description',
      'Website',
      'Redirect URIs',
      'APIs used',
    ]);
    const dashboard = setUp.getByRole('link', { name: 'Open dashboard' });
    await expect(dashboard).toHaveAttribute('href', 'https://developer.spotify.com/dashboard');
    await expect(dashboard).toHaveAttribute('rel', 'noopener noreferrer');
    for (const limit of ['needs Spotify Premium', 'Five people', 'Client Secret is never needed'])
      await expect(setUp.getByText(limit)).toBeVisible();
  });

  await test.step('"Copy redirect URI" copies exactly the address to register', async () => {
    await page.getByRole('button', { name: 'Copy redirect URI' }).click();
    await expect(page.getByText('Copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}callback`);
  });

  await test.step('the last card leads to the box', async () => {
    await page.getByRole('button', { name: 'Paste it now' }).click();
    await expect(clientIdBoxOf(page)).toBeFocused();
  });
});

test('[row 7] every page shows the same form to whoever is logged out, and its redirect URI takes nothing from the address', async ({
  page,
  baseURL,
}) => {
  for (const path of [
    '/playlists?redirect_uri=https://evil.example/#redirect_uri=https://evil.example/',
    '/flow',
    '/demo/authorize',
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(clientIdBoxOf(page)).toBeVisible();
      await expect(page.getByRole('button', { name: 'Log in with Spotify' })).toBeVisible();
      await expect(page.getByText(`${baseURL}callback`, { exact: true })).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      await expect(page).toHaveURL(path);
    });
  }
});
