import type { Page } from '@playwright/test';
import { logOut } from '../../support/log-in-form.ts';
import { ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const tokenOf = (page: Page) => page.getByRole('region', { name: 'Token' });

/** The access token of one of the stored logins. */
async function accessTokenIn(page: Page, key: 'session' | 'sandbox-session'): Promise<string> {
  const { accessToken }: { readonly accessToken?: unknown } = Object(
    (await storedRecords(page))[key],
  );
  return String(accessToken);
}

test('[row 43, row 55, row 61] a certified server grants the workbench a token of its own, beside the app’s login, through refresh, log-out, “Forget it too” and “Remove everything” in two tabs', async ({
  page,
  context,
  authorizationServer,
  logIn,
}) => {
  await logIn(page);
  await page.goto('/api');
  const scopes = page.getByRole('region', { name: 'Scopes' });
  await scopes.getByRole('button', { name: 'Read library' }).click();
  for (const scope of ['user-library-read', 'user-top-read'])
    await scopes.getByRole('checkbox', { name: scope }).check();
  await scopes.getByRole('checkbox', { name: /^Keep this token/ }).check();
  // The server remembers the consent to the app’s scopes, and does not ask again.
  await scopes.getByRole('button', { name: 'Get token' }).click();

  await expect(tokenOf(page)).toContainText('Not granteduser-top-read');
  const ofApp = await accessTokenIn(page, 'session');
  const ofSandbox = await accessTokenIn(page, 'sandbox-session');
  expect(ofSandbox).not.toBe(ofApp);
  for (const token of [ofApp, ofSandbox])
    expect(await authorizationServer.isValid(token)).toBe(true);
  const { session, 'sandbox-session': sandbox, ...others } = await storedRecords(page);
  expect(JSON.stringify([session, others])).not.toContain(ofSandbox);
  expect(JSON.stringify([sandbox, others])).not.toContain(ofApp);
  expect(await page.content()).not.toContain(ofSandbox);
  expect(page.url()).not.toContain(ofSandbox);

  const other = await context.newPage();
  const asked: string[] = [];
  const { origin } = new URL(page.url());
  other.on('request', (request) => {
    if (!request.url().startsWith(origin)) asked.push(`${request.method()} ${request.url()}`);
  });
  await other.goto('/api#GET/me');
  await expect(other.getByRole('combobox', { name: 'Next answer' })).toBeHidden();
  await tokenOf(other).getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(() => accessTokenIn(page, 'sandbox-session')).not.toBe(ofSandbox);
  expect(await accessTokenIn(page, 'session')).toBe(ofApp);
  const request = other.getByRole('region', { name: 'Request' });
  const answer = other.getByRole('region', { name: 'Answer' });
  const shown: string[] = [];
  for (const path of ['me', 'me/playlists?limit=3']) {
    await other.goto(`/api#GET/${path}`);
    const line = request.locator('.request-line');
    await expect(line).toHaveText(`GET https://api.spotify.com/v1/${path}`);
    shown.push(await line.innerText());
    await request.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(answer.getByRole('status')).toContainText(`200 OK`);
    await expect(answer.getByRole('status')).toContainText(`/v1/${path}`);
  }
  // What the page sends by itself stands below the buttons.
  const byItself = 'POST https://accounts.spotify.com/api/token';
  await expect(request).toContainText(byItself);
  expect(asked).toEqual([byItself, ...shown]);

  await logOut(page);
  await expect(tokenOf(other)).toBeVisible();
  expect(Object.keys(await storedRecords(page)).sort()).toEqual(['client-id', 'sandbox-session']);
  await page.getByRole('button', { name: 'Forget it too' }).click();
  await expect(tokenOf(other)).toBeHidden();
  await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);

  await other
    .getByRole('region', { name: 'Scopes' })
    .getByRole('button', { name: 'Get token' })
    .click();
  await expect(tokenOf(other)).toBeVisible();
  await page.goto('/privacy');
  await page.getByRole('button', { name: 'Remove everything…' }).click();
  await page.getByRole('button', { name: 'Remove everything', exact: true }).click();
  await expect(tokenOf(other)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  expect(await storedRecords(page)).toEqual({});
});
