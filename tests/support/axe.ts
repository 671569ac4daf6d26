import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const WIDTHS = [1280, 390];
/** Low: of the rows of a long table axe looks at each, and the first few are as good as many. */
const HEIGHT = 480;
const SCHEMES = ['light', 'dark'] as const;

/** Lets axe look at the page in light and in dark, wide and narrow, and expects it to find nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // There are no frames to join: that would take another page, each time.
      const axe = new AxeBuilder({ page }).setLegacyMode();
      // Nothing else can differ between the two.
      if (colorScheme === 'dark') axe.withRules(['color-contrast']);
      const { violations } = await axe.analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found, `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
}
