import { expect, type Locator, type Page } from '@playwright/test';

/** A step of the login flow by its title; refreshes share one, newest last. */
export function stepOf(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { name: title, exact: true });
  return page
    .getByRole('region', { name: 'Step by step' })
    .getByRole('listitem')
    .filter({ has: heading });
}

/** Opens the steps of the flow, from any of its parts, and shows their values. */
export async function showValues(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Step by step' }).click();
  await page.getByRole('switch', { name: 'Show values' }).check();
}

/** The fields of one message of a step, by name. */
export async function fieldsOf(step: Locator, message: string): Promise<Record<string, string>> {
  const region = step.getByRole('article', { name: message });
  await expect(region).toBeVisible();
  const names = await region.getByRole('term').allTextContents();
  const values = await region.getByRole('definition').allTextContents();
  // Each field has two definitions: its value, and what it means.
  return Object.fromEntries(names.map((name, index) => [name, values[index * 2] ?? '']));
}

/** Chooses an entry of the menu "Save" and returns the text of the downloaded file. */
export async function savedText(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
