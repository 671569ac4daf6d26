import type { Locator, Page } from '@playwright/test';

/** Opens the result of the login by the navigation, and gives its region. */
export async function openResult(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Login flow' }).click();
  await page.getByRole('link', { name: 'Result', exact: true }).click();
  return page.getByRole('region', { name: 'Result' });
}
