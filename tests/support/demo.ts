import { expect, type Page } from '@playwright/test';

/** Enters the demo from the first page and stops at the consent page. */
export async function tryDemo(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await expect(page.getByRole('button', { name: 'Agree' })).toBeEnabled();
}

/** Enters the demo and waits for its complete table. */
export async function enterDemo(page: Page, path = '/'): Promise<void> {
  await tryDemo(page, path);
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('status')).toHaveText('140 playlists');
}

/** Everything stored for this page's origin, as one text per record. */
export function keptByOrigin(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const kept: string[] = [];
    // Scroll positions reveal nothing about the content.
    const { 'solid-router:scroll': _, ...marks } = sessionStorage;
    for (const [key, value] of Object.entries({ ...localStorage, ...marks })) {
      kept.push(`tab ${key} ${value}`);
    }
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? '');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const database = opening.result;
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => reading.addEventListener('success', resolve));
        for (const value of reading.result) kept.push(`${name} ${JSON.stringify(value)}`);
      }
      database.close();
    }
    return kept;
  });
}
