import type { Locator, Page } from '@playwright/test';
import { clickLogOut } from './account.ts';
import { CLIENT_ID } from './client-id.ts';

/** The field of the login form, which only logged-out people get. */
export const clientIdBoxOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Client ID' });

/** Submits the login form on the page. */
export async function submitLogInForm(page: Page): Promise<void> {
  await clientIdBoxOf(page).fill(CLIENT_ID);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
}

/** Logs out from the menu of the account, and waits for the new document after it. */
export async function logOut(page: Page): Promise<void> {
  const left = leftFor(page);
  await clickLogOut(page);
  await left;
}

/** Waits until a tab with a login has left its document, because the login was removed. */
export async function leftFor(page: Page): Promise<void> {
  await page.waitForEvent('load');
  await clientIdBoxOf(page).waitFor();
}
