import type { Locator } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { enterDemo } from '../../support/demo.ts';
import { openExportDialog } from '../../support/export-dialog.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { openResult } from '../../support/login-flow.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { translate } from '../../support/translator.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 120, liked: 5 });
test.use({ spotifyOptions: { library } });

/** The texts of a part that were translated. */
const translated = (part: Locator) => part.locator('font font');

test('on a translated page what loads, is found, is selected and is read again is said in words that are true', async ({
  page,
  network,
  spotify,
  redirectUris,
}) => {
  test.slow();
  await translate(page);
  await storeLogin(page, spotify, redirectUris[0] ?? '');
  const { status, search, checkbox, row, table } = playlistsPage(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const later = holdAnswers(network, /playlists\?.*offset=(50|100)/);

  await test.step('while it loads, and once it has', async () => {
    await page.goto('/playlists');
    await expect(status).toHaveText('50 of 120 playlists loaded');
    await expect(translated(status)).toHaveCount(1);
    await expect(button('Stop')).toHaveText('Stop');
    later.letAllPass();
    await expect(status).toHaveText('120 playlists');
    await expect(button('Refresh')).toHaveText('Refresh');
    await expect(page.getByText('updated just now')).toBeVisible();
  });
  await test.step('what is found and selected', async () => {
    await search.fill('vol. 2');
    await expect(status).toHaveText('21 of 120 playlists');
    await search.fill('slow sunday');
    await checkbox('Slow Sunday').click();
    await expect(status).toHaveText(/^\d of 120 playlists, 1 selected$/);
    const bar = page.getByRole('region', { name: 'Selection' });
    await expect(bar.getByRole('paragraph')).toContainText('1 selected');
    await search.fill('');
    await table
      .getByRole('checkbox', { name: /^Select (?!all|Slow)/ })
      .first()
      .click();
    await expect(status).toHaveText('120 playlists, 2 selected');
    await expect(bar.getByRole('paragraph')).toContainText('2 selected');
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await expect(status).toHaveText('120 playlists');
    await search.fill('zzzz');
    await expect(page.getByText('No playlist matches "zzzz".')).toBeVisible();
    await search.fill('');
  });
  await test.step('what is read again', async () => {
    changeAnswers(network, /playlists\?/, (body) => {
      for (const item of body['items'] as (object | null)[])
        if (item) Object.assign(item, { items: { total: 4_321 }, tracks: { total: 4_321 } });
    });
    await button('Refresh').click();
    await expect(row('Slow Sunday').getByRole('cell').nth(2)).toHaveText('4,321');
  });
});

test('on a translated page names, titles, owners, ids and protocol values stay as they are, and all around them goes on', async ({
  page,
}) => {
  test.slow();
  await translate(page);
  await page.goto('/');
  await expect(translated(page.getByRole('heading', { level: 1 }))).toHaveCount(1);
  await expect(translated(page.locator('code, .mono'))).toHaveCount(0);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await expect(page.getByText('Paste the Client ID of your Spotify app here.')).toBeVisible();
  await expect(page.getByText('32 characters, from the settings')).toHaveCount(0);

  await enterDemo(page);
  await test.step('playlists and tracks', async () => {
    const untouched =
      '.name:not([href$="/liked"]), td.cell-owner span:not(.playlist-yours), .sleeve, code, .account span';
    expect(await page.locator(untouched).count()).toBeGreaterThan(10);
    await expect(translated(page.locator(untouched))).toHaveCount(0);
    expect(await translated(page.locator('.visibility')).count()).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Slow Sunday', exact: true }).click();
    const heading = page.getByRole('heading', { level: 1, name: 'Slow Sunday' });
    await expect(page.getByRole('status')).toHaveText('193 songs');
    await expect(page.locator('.playlist-page')).toContainText('193 songs');
    await expect(translated(heading)).toHaveCount(0);
    const people = '.cell-title .name, td:is(.cell-artists, .cell-album, .cell-added-by)';
    expect(await page.locator(people).count()).toBeGreaterThan(10);
    await expect(translated(page.locator(people))).toHaveCount(0);
    expect(await translated(page.getByRole('columnheader')).count()).toBeGreaterThan(3);
  });
  await test.step('an export', async () => {
    const { dialog, choose, save } = await openExportDialog(page);
    await choose('Format', 'JSON');
    const { name } = await save();
    await expect(dialog.getByText(`${name} is in your downloads.`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
  await test.step('the login flow', async () => {
    const result = await openResult(page);
    const reveal = result.getByRole('button', { name: 'Reveal access token' });
    await reveal.click();
    await expect(result.getByRole('button', { name: 'Hide access token' })).toBeVisible();
    await expect(result.getByText(/^Valid for 59 min \d\d s$/)).toBeVisible();
    const left = await result.getByText(/^Valid for/).textContent();
    await expect(result.getByText(/^Valid for/)).not.toHaveText(left ?? '');
    await page.getByRole('link', { name: 'Step by step' }).click();
    await page.getByRole('switch', { name: 'Show values' }).click();
    expect(await page.locator('dt.mono').count()).toBeGreaterThan(5);
    await expect(translated(page.locator('code, .mono, svg'))).toHaveCount(0);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('textbox', { name: 'Code verifier' }).fill('short');
    await expect(page.getByText('A verifier has 43 to 128 letters')).toBeVisible();
  });
  await test.step('the lab', async () => {
    await page.goto('/lab');
    await page.getByRole('link', { name: /^What if the state is changed/ }).click();
    const verdict = page.getByRole('region', { name: /^What if/ }).getByRole('status');
    await expect(verdict).not.toHaveText(/^(Running…)?$/);
  });
});
