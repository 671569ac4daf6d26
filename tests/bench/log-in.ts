import type { Browser, BrowserContext, Page } from '@playwright/test';
import { CLIENT_ID } from '../support/client-id.ts';
import type { PagesHost } from '../support/pages-host.ts';

/** Begins a login on the welcome page, and returns the redirect URI with Spotify's response. */
export async function beginLogin(page: Page, site: PagesHost): Promise<string> {
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await page.getByRole('textbox', { name: 'Client ID' }).fill(CLIENT_ID);
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await page.waitForURL('https://accounts.spotify.com/authorize?*');
  const asked = new URL(page.url()).searchParams;
  const answer = new URLSearchParams({
    code: 'code-of-the-bench',
    state: asked.get('state') ?? '',
  });
  return `${asked.get('redirect_uri')}?${answer}`;
}

/** Runs something in a browser context with an empty profile. */
export async function inNewContext<T>(
  browser: Browser,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}
