import type { Locator, Page } from '@playwright/test';
import { CLIENT_ID } from './client-id.ts';

/** The box of the form that whoever is logged out meets, and nobody else. */
export const clientIdBoxOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'Client ID' });

/** Begins a login with the form that stands on the page. */
export async function submitLogInForm(page: Page): Promise<void> {
  await clientIdBoxOf(page).fill(CLIENT_ID);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
}

/** Logs out with the button in the header, and waits for the new document with which a log-out ends. */
export async function logOut(page: Page): Promise<void> {
  const left = leftFor(page);
  await page.getByRole('button', { name: 'Log out' }).click();
  await left;
}

/** Waits until a tab that shows a login has left its document, because the login is gone. */
export async function leftFor(page: Page): Promise<void> {
  await page.waitForEvent('load');
  await clientIdBoxOf(page).waitFor();
}
