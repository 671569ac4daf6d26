import type { Page } from '@playwright/test';
import { CLIENT_ID } from '../../support/client-id.ts';
import { logOut } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

/** The parts of the form that asks for a Client ID. */
function formOn(page: Page) {
  return {
    box: page.getByRole('textbox', { name: 'Client ID' }),
    logIn: page.getByRole('button', { name: 'Log in with Spotify' }),
    forget: page.getByRole('button', { name: 'Forget this Client ID' }),
  };
}

const NO_CLIENT_IDS = [
  ['nothing', '', 'Paste the Client ID of your Spotify app here.'],
  ['spaces', '   ', 'Paste the Client ID of your Spotify app here.'],
  ['31 characters', CLIENT_ID.slice(1), 'A Client ID has 32 characters'],
  ['33 characters', `${CLIENT_ID}0`, 'A Client ID has 32 characters'],
  ['a letter that is none', `g${CLIENT_ID.slice(1)}`, 'A Client ID has 32 characters'],
  ['markup', '<img src=x onerror=alert(1)>', 'A Client ID has 32 characters'],
] as const;

test('what is no Client ID is refused with a reason, and nothing is sent', async ({
  page,
  network,
}) => {
  const { box, logIn } = formOn(page);
  for (const [what, typed, reason] of NO_CLIENT_IDS) {
    await test.step(what, async () => {
      await page.goto('/');
      await expect(box).toHaveAttribute('aria-invalid', 'false');
      await box.fill(typed);
      await logIn.click();
      await expect(box).toHaveAttribute('aria-invalid', 'true');
      await expect(box).toHaveAccessibleDescription(new RegExp(reason));
      await expect(box).toBeFocused();
      await expect(box).toHaveValue(typed);
      await expect(page).toHaveURL('/');
      expect(network.requests).toEqual([]);
    });
  }
});

test('a Client ID is trimmed and written in small letters, and the complaint goes', async ({
  page,
  network,
  spotify: _,
}) => {
  await page.goto('/');
  const { box, logIn } = formOn(page);
  await logIn.click();
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await box.fill(`  ${CLIENT_ID.toUpperCase()}\t`);
  await logIn.click();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  const [request] = network.requestsTo(/\/authorize\?/);
  expect(new URL(request?.url ?? '').searchParams.get('client_id')).toBe(CLIENT_ID);
});

test('Enter in the box begins the login', async ({ page, spotify: _ }) => {
  await page.goto('/');
  await formOn(page).box.fill(CLIENT_ID);
  await page.keyboard.press('Enter');
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
});

test('the Client ID is kept over a reload and a log-out, until it is forgotten', async ({
  page,
  spotify,
  logIn: toTable,
}) => {
  await toTable(page);
  await logOut(page);
  const { box, logIn, forget } = formOn(page);
  await expect(box).toHaveValue(CLIENT_ID);
  await page.reload();
  await expect(box).toHaveValue(CLIENT_ID);
  await expect(box).toHaveAccessibleDescription('Your own Client ID, kept in this browser.');
  await logIn.click();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');

  await logOut(page);
  await forget.click();
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(forget).toHaveCount(0);
  await page.reload();
  await expect(box).toHaveValue('');
  await expect(forget).toHaveCount(0);
  expect(spotify.requests.filter(({ step }) => step === 'token')).toHaveLength(2);
});

test('a Client ID that Spotify does not know ends on Spotify’s own page, and stays in the box', async ({
  page,
  spotify: _,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await page.goto('/');
  const { box, logIn } = formOn(page);
  await box.fill('f'.repeat(32));
  await logIn.click();
  await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeVisible();
  await page.goBack();
  await expect(box).toHaveValue('f'.repeat(32));
});

test('[row 10] no address begins a login by itself', async ({ page, network }) => {
  for (const address of [
    `/?login=1&client_id=${CLIENT_ID}`,
    `/login?client_id=${CLIENT_ID}#login`,
    '/callback?error=access_denied',
    '/callback',
  ]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
  }
  expect(network.requests).toEqual([]);
});
