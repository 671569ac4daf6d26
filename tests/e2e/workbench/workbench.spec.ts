import { enterDemo } from '../../support/demo.ts';
import { expect, test } from '../fixtures.ts';

test('in the demo a person asks for a scope, confirms a write, follows its answer, and no token stands in the page or a link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enterDemo(page);
  await page.goto('/api');
  const answer = page.getByRole('region', { name: 'Answer' });
  const endpoint = page.getByRole('combobox', { name: 'Endpoint' });

  await test.step('a GET goes with the app’s login, and an entry leads to its own request', async () => {
    await endpoint.waitFor();
    // Keys are obeyed once the page has settled.
    await expect(async () => {
      await page.keyboard.press('/');
      await expect(endpoint).toBeFocused({ timeout: 500 });
    }).toPass();
    await endpoint.fill('your playlists own');
    await endpoint.press('Enter');
    await page.keyboard.press('Control+Enter');
    await expect(answer.getByRole('status')).toContainText('200 OK');
    await answer.getByRole('searchbox', { name: 'Search the answer' }).fill('spotify:playlist');
    await answer.getByRole('tree').press('Enter');
    await expect(answer.getByRole('status')).toContainText(/200 OK .* GET \/v1\/playlists\//);
  });

  await test.step('a write asks for its scopes, and comes back to itself', async () => {
    await endpoint.click();
    await endpoint.fill('post create');
    await endpoint.press('Enter');
    await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
    await page.getByRole('textbox', { name: 'name' }).fill('Made by hand');
    const onProfile = page.getByRole('combobox', { name: /^public/ });
    await onProfile.selectOption('false');
    await page
      .getByRole('region', { name: 'Scopes' })
      .getByRole('button', { name: 'Edit playlists' })
      .click();
    await page.getByRole('button', { name: 'Get token' }).click();
    await page.getByRole('button', { name: 'Agree' }).click();
    await expect(endpoint).toHaveValue('POST /me/playlists');
    await expect(page.getByRole('textbox', { name: 'name' })).toHaveValue('Made by hand');
    await expect(onProfile).toHaveValue('false');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('POST https://api.spotify.com/v1/me/playlists');
    await expect(dialog).toContainText('{"name":"Made by hand","public":false}');
    await dialog.getByRole('button', { name: 'Send POST' }).click();
    await expect(answer.getByRole('status')).toContainText('201 Created');
  });

  await test.step('a fault of the simulated Spotify meets the next answer, and a look finds the write done', async () => {
    await page
      .getByRole('combobox', { name: 'Next answer' })
      .selectOption('Done, but the reply is lost');
    await page.getByRole('textbox', { name: 'name' }).fill('Made unseen');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send POST' }).click();
    await expect(answer.getByRole('alert')).toContainText('Unknown: it may have happened');
    await answer.getByRole('button', { name: 'Look with GET /me/playlists' }).click();
    await expect(answer.getByRole('tree')).toContainText('Made unseen');
  });

  await test.step('the token is in the copy of the result alone', async () => {
    await page.getByRole('button', { name: 'Copy result' }).click();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    const { access_token: token } = copied.response;
    expect(token).toMatch(/^BQ/);
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\/api#GET\/me\/playlists$/);
    await page.getByRole('button', { name: 'Reveal secrets' }).click();
    await expect(page.getByRole('region', { name: 'Token' })).toContainText(token);
    await page.getByRole('button', { name: 'Forget' }).click();
    await expect(page.getByRole('region', { name: 'Token' })).toBeHidden();
    expect(await page.content()).not.toContain(token);
  });

  await test.step('a typed path that leaves the Web API is refused with the reason', async () => {
    await endpoint.click();
    await endpoint.fill('another path');
    await endpoint.press('Enter');
    const path = page.getByRole('textbox', { name: 'Path' });
    await path.fill('../../elsewhere');
    await expect(path).toHaveAttribute('aria-invalid', 'true');
    await path.fill('me/tracks');
    await expect(path).toHaveAttribute('aria-invalid', 'false');
  });
});
