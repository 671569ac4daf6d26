import { expect, test } from '../fixtures.ts';

/** An item of each menu, by the name of the menu's button. */
const MENUS = { Account: 'Use another account', Columns: 'Reset columns' };

for (const [name, content] of Object.entries(MENUS)) {
  for (const width of [1280, 390]) {
    test(`in a window of ${width} px the menu "${name}" lies below its button and within the window, and scrolls with it`, async ({
      loggedIn: page,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      const opener = page.getByRole('button', { name, exact: true });
      const menu = page.locator('[popover]', { hasText: content });
      await opener.click();
      await expect(menu).toBeVisible();
      for (const scrolledBy of [0, 80]) {
        await page.mouse.wheel(0, scrolledBy);
        await expect.poll(() => page.evaluate(() => scrollY)).toBe(scrolledBy);
        const button = (await opener.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        const { x = 0, y = 0, width = 0 } = (await menu.boundingBox()) ?? {};
        expect(x).toBeGreaterThanOrEqual(16);
        expect(x + width).toBeCloseTo(button.x + button.width, 0);
        expect(y).toBeCloseTo(button.y + button.height + 4, 0);
      }
    });
  }
}
