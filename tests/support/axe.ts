import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Low, because axe checks every drawn row, and a few are enough. */
const HEIGHT = 480;

/** Variants checked by axe: each theme and each layout by all rules, and once more the rules that a theme affects. */
const LOOKS: readonly { colorScheme: 'light' | 'dark'; width: number; rules?: string[] }[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280, rules: ['color-contrast'] },
  { colorScheme: 'dark', width: 390 },
];

/** Expects no violations by axe in light and dark, wide and narrow. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, rules), `${colorScheme}, ${width} px`).toEqual([]);
  }
}

/** Violations on the page, by all of axe's rules or some. */
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
