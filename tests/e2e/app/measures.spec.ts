import { enterDemo } from '../../support/demo.ts';
import {
  coveringParts,
  FEWEST_ROWS,
  measureLayout,
  openView,
  tabsToFirstRow,
  VIEWS,
  WINDOWS,
} from '../../support/layout-measures.ts';
import { expect, test } from '../fixtures.ts';

for (const window of WINDOWS) {
  test(`in a window ${window.width} px wide the rows begin near the top, no text is cut without a title, and nothing covers another`, async ({
    page,
  }) => {
    await page.setViewportSize(window);
    await enterDemo(page);
    for (const view of VIEWS) {
      await openView(page, view);
      const { firstRow, rowsInView, gaps, cutTexts, sideways } = await measureLayout(page);
      expect.soft(firstRow, view.name).toBeLessThanOrEqual(view.firstRowLimits[window.width]);
      for (const group of gaps) expect.soft(new Set(group).size, view.name).toBeLessThan(2);
      expect.soft(cutTexts, view.name).toEqual([]);
      expect.soft(sideways, view.name).toBe(0);
      if (view.path !== '/playlists') continue;
      expect.soft(rowsInView).toBeGreaterThanOrEqual(FEWEST_ROWS[window.width]);
      expect.soft(await tabsToFirstRow(page)).toBeLessThanOrEqual(3);
    }

    await test.step('the bar of a selection, a report and a toast over the end of the window', async () => {
      const more = page
        .getByRole('row')
        .getByRole('button', { name: /^More about/ })
        .first();
      await more.click();
      await page.getByRole('button', { name: 'Select', exact: true }).click();
      await more.click();
      await page.getByRole('button', { name: 'Copy link' }).click();
      await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
      await expect(page.locator('.toast')).toBeVisible();
      await page.locator('#broken').evaluate((report: HTMLElement) => {
        report.hidden = false;
      });
      const parts = ['.bulk-bar', '.toast', '#broken > .notice'];
      await expect.poll(() => coveringParts(page, parts)).toEqual([]);
    });
  });
}
