import type { Page } from '@playwright/test';
import { CLIENT_ID } from './client-id.ts';

/** Begins a login with the form that stands on the page. */
export async function submitLogInForm(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
}
