import type { Locator, Page } from '@playwright/test';
import { accountOf } from '../../support/account.ts';
import { expect, test } from '../fixtures.ts';

const MARGIN_PX = 8;
const GAP_PX = 4;

async function boxOf(element: Locator) {
  return (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Opens a menu and expects it right above or below its button, and within the window. */
async function expectAtButton(page: Page, opener: Locator, content: string): Promise<void> {
  const menu = page.locator('[popover]:popover-open', { hasText: content });
  await opener.click();
  await expect(menu).toBeVisible();
  const [button, box] = [await boxOf(opener), await boxOf(menu)];
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  expect(box.x).toBeGreaterThanOrEqual(MARGIN_PX);
  expect(box.x + box.width).toBeLessThanOrEqual(width - MARGIN_PX);
  expect(box.y).toBeGreaterThanOrEqual(MARGIN_PX);
  expect(box.y + box.height).toBeLessThanOrEqual(height - MARGIN_PX);
  const isAbove = box.y < button.y;
  const gap = isAbove ? button.y - box.y - box.height : box.y - button.y - button.height;
  expect(gap).toBeCloseTo(GAP_PX, 0);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
}

test('the menus of the frame and of the table lie at their buttons and within the window, and every page is one tab away on a phone', async ({
  loggedIn: page,
}) => {
  const account = accountOf(page);
  await page.setViewportSize({ width: 1280, height: 700 });
  await expectAtButton(page, account, 'Use another account');
  await expectAtButton(
    page,
    page.getByRole('button', { name: 'Columns', exact: true }),
    'Reset columns',
  );
  await page.setViewportSize({ width: 768, height: 700 });
  await expectAtButton(page, account, 'Use another account');
  await page.setViewportSize({ width: 390, height: 700 });
  await expectAtButton(page, account, 'Use another account');

  const pages = page.getByRole('navigation', { name: 'Pages' });
  for (const [tab, link] of [
    ['Tools', 'Back up'],
    ['More', 'Login flow'],
    ['More', 'What if…'],
  ] as const) {
    await pages.getByRole('button', { name: tab }).click();
    await page.getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(link);
    await expect(page.getByRole('navigation', { name: tab })).toBeHidden();
  }
});
