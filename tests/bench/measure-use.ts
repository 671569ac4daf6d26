import type { Browser, Page } from '@playwright/test';
import { scriptTime } from './script-time.ts';

/** Script times of actions on a complete table, in ms. */
export interface Use {
  readonly keystrokesMs: readonly number[];
  readonly sortsMs: readonly number[];
}

/** Typed letter by letter; each matches many names. */
const WORDS = ['sunday', 'harbour'];

const NOWHERE = 'zqxzqx';
const SORTS = 6;

/** Measures keystrokes in the search of the playlists and clicks on "Name" that sort them. */
export async function measureUse(browser: Browser, page: Page, total: number): Promise<Use> {
  const keystrokesMs: number[] = [];
  const full = await rowCount(page);
  await page.getByRole('searchbox', { name: 'Search playlists' }).focus();
  // The code of the search loads on first use; a search without results proves that it has loaded.
  await page.keyboard.type(NOWHERE);
  await waitForRowCount(page, '1');
  await clearSearch(page, full);
  for (const word of WORDS) {
    for (const letter of word)
      keystrokesMs.push(await scriptTime(browser, page, () => page.keyboard.press(letter)));
    const found = Number(await rowCount(page)) - 1;
    if (!(found > 0 && found < total)) throw new Error(`"${word}" finds ${found} of ${total}.`);
    await clearSearch(page, full);
  }
  return { keystrokesMs, sortsMs: await measureSorts(browser, page) };
}

async function measureSorts(browser: Browser, page: Page): Promise<readonly number[]> {
  const heading = page.getByRole('columnheader', { name: 'Name' });
  const box = await heading.getByRole('button', { name: 'Name' }).boundingBox();
  if (!box) throw new Error('There is no button to sort by name.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const sortsMs: number[] = [];
  await page.mouse.move(x, y);
  while (sortsMs.length < SORTS) {
    const before = await heading.getAttribute('aria-sort');
    sortsMs.push(await scriptTime(browser, page, () => page.mouse.click(x, y)));
    if (before === (await heading.getAttribute('aria-sort'))) throw new Error('Nothing is sorted.');
  }
  return sortsMs;
}

/** Clears the search, and waits until the table has all its rows again. */
export async function clearSearch(page: Page, full: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  await waitForRowCount(page, full);
  // The address changes a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Waits until the table tells this number of rows, its head included. */
export function waitForRowCount(page: Page, count: string): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelector('table')?.getAttribute('aria-rowcount') === wanted,
    count,
  );
}

/** Gives the number of rows that the table tells, its head included. */
export async function rowCount(page: Page): Promise<string> {
  return (await page.locator('table').getAttribute('aria-rowcount')) ?? '';
}
