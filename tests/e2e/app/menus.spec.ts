import { expect, test } from '../fixtures.ts';

/** An item of each menu, by the name of the menu's button. */
const MENUS = { Account: 'Use another account', Columns: 'Reset columns' };

test('each menu lies below its button and within the window, and scrolls with it', async ({
  loggedIn: page,
}) => {
  for (const width of [1280, 390]) {
    for (const [name, content] of Object.entries(MENUS)) {
      await test.step(`"${name}", ${width} px wide`, async () => {
        await page.setViewportSize({ width, height: 700 });
        const opener = page.getByRole('button', { name, exact: true });
        const menu = page.locator('[popover]', { hasText: content });
        await opener.click();
        await expect(menu).toBeVisible();
        for (const scrolledBy of [0, 80]) {
          await page.mouse.wheel(0, scrolledBy);
          await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolledBy);
          await expect(async () => {
            const button = (await opener.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
            const { x = 0, y = 0, width: own = 0 } = (await menu.boundingBox()) ?? {};
            expect(x).toBeGreaterThanOrEqual(16);
            expect(x + own).toBeCloseTo(button.x + button.width, 0);
            expect(y).toBeCloseTo(button.y + button.height + 4, 0);
          }).toPass({ timeout: 10_000 });
        }
        await page.keyboard.press('Escape');
        await expect(menu).toBeHidden();
        await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      });
    }
  }
});
