import type { Page } from '@playwright/test';
import { enterDemo } from '../../support/demo.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const WIDTH = 390;
const USUAL_PX = 16;
const FOLDED_ROW_PX = 60;

/** Chooses the default font size, as a person does in the settings of a browser, in px. */
async function chooseLetters(page: Page, size: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}

/** Tells what is wrong with the letters on a page: text that is cut at its top or bottom, and a page that is too wide. */
async function flaws(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    const cut = [...document.querySelectorAll('td, td *, .button, .hint, .status')].filter(
      ({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight + 1,
    );
    const texts = cut.map(({ textContent }) => `cut: ${textContent}`);
    const { scrollWidth } = document.documentElement;
    return scrollWidth > width ? [...texts, `${scrollWidth} px wide`] : texts;
  }, WIDTH);
}

for (const size of [24, 32]) {
  test(`with letters of ${size} px, on a phone, no text is cut, no page scrolls sideways, and rows keep to their places`, async ({
    page,
  }) => {
    test.slow();
    await chooseLetters(page, size);
    await page.setViewportSize({ width: WIDTH, height: 844 });
    const rowHeight = (FOLDED_ROW_PX * size) / USUAL_PX;
    const soundNow = (what: string) => expect.poll(() => flaws(page), what).toEqual([]);

    await page.goto('/');
    await soundNow('the first page');
    await enterDemo(page);
    await expect(page.getByRole('button', { name: 'Display' })).toBeEnabled();
    await soundNow('playlists');

    await test.step('rows far down are drawn where they belong', async () => {
      const { table } = playlistsPage(page);
      const row = (place: number) => table.locator(`[aria-rowindex="${place + 2}"]`);
      await row(0).focus();
      await page.keyboard.press('End');
      await expect(row(139)).toBeFocused();
      const box = async (place: number) => (await row(place).boundingBox()) ?? { y: 0, height: 0 };
      const [before, last] = [await box(138), await box(139)];
      expect(last.height).toBe(rowHeight);
      expect(last.y - before.y).toBe(rowHeight);
      // The first row in view is drawn, and none is missing down to the last one.
      const ys = await table
        .locator('tbody:last-child tr')
        .evaluateAll((rows) => rows.map((drawn) => drawn.getBoundingClientRect().top));
      expect(Math.min(...ys.filter((_, place) => place > 0))).toBeLessThan(0);
      await page.keyboard.press('Home');
    });
    await test.step('a selection', async () => {
      await page.getByRole('button', { name: 'More about Slow Sunday', exact: true }).click();
      await page.getByRole('button', { name: 'Select', exact: true }).click();
      await page.getByRole('button', { name: 'Select all found' }).click();
      await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
      await soundNow('selected');
    });
    await test.step('tracks, the login flow, the lab and the workbench', async () => {
      await page.getByRole('link', { name: 'Slow Sunday', exact: true }).click();
      await expect(itemsPage(page, 'Tracks').status).toHaveText('193 songs');
      await expect(page.getByRole('button', { name: 'Display' })).toBeEnabled();
      await soundNow('tracks');
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('link', { name: 'Login flow' }).click();
      await soundNow('login flow');
      await page.getByRole('link', { name: 'Step by step' }).click();
      await page.getByRole('switch', { name: 'Show values' }).click();
      await soundNow('steps');
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('link', { name: 'See a stolen code fail' }).click();
      await expect(page.getByRole('list', { name: 'What happens' })).toBeVisible();
      await soundNow('lab');
      await page.goto('/api');
      await expect(page.getByRole('combobox', { name: 'Endpoint' })).toBeVisible();
      await soundNow('workbench');
    });
  });
}
