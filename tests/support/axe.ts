import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Low: of the rows of a long table axe looks at each, and the first few are as good as many. */
const HEIGHT = 480;

/** What axe looks at: each theme and each layout by all rules, and once more what a theme changes. */
const LOOKS: readonly { colorScheme: 'light' | 'dark'; width: number; rules?: string[] }[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280, rules: ['color-contrast'] },
  { colorScheme: 'dark', width: 390 },
];

/** Lets axe look at the page in light and in dark, wide and narrow, and expects it to find nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
  }
}

/** What axe finds on the page, by all of its rules or by some. */
function violations(page: Page, rules?: string[]): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
  };
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, options);
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  }, options);
}
