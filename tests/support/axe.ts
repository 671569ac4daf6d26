import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** Low, because axe checks every drawn row, and a few are enough. */
const HEIGHT = 480;

/** A variant of a page, with the axe rules to check; all of them where none are named. */
interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly rules?: readonly string[];
}

/** Rules whose result depends on the layout or the colours; all others ask the markup alone. */
const RULES_OF_LOOKS = [
  'color-contrast',
  'scrollable-region-focusable',
  'button-name',
  'input-button-name',
  'label',
  'link-name',
  'nested-interactive',
  'aria-hidden-focus',
  'heading-order',
  'page-has-heading-one',
];

/** Each theme and each layout once: the first by all rules, the second by those whose result may differ. */
const LOOKS: readonly Look[] = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390, rules: RULES_OF_LOOKS },
];

/** The same, and the colours of what is drawn in a wide window alone. */
export const ALL_LOOKS: readonly Look[] = [
  ...LOOKS,
  { colorScheme: 'dark', width: 1280, rules: ['color-contrast'] },
];

/**
 * Expects no violations by axe in light and dark, wide and narrow: of the whole page, or of the part that this selector
 * names, where axe has looked at the rest before.
 */
export async function expectAccessible(page: Page, looks = LOOKS, part = 'html'): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const { colorScheme, width, rules } of looks) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, part, rules), `${colorScheme}, ${width} px`).toEqual([]);
  }
}

/** Violations on a part of the page, by all of axe's rules or some. */
function violations(page: Page, part: string, rules?: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    // No rule in use reads style sheets, which axe would load once more.
    preload: false,
    ...(rules ? { runOnly: { type: 'rule', values: [...rules] } } : {}),
  };
  return page.evaluate(
    async ([part, options]) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const found = await axe.run(part === 'html' ? document : part, options);
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
    },
    [part, options] as const,
  );
}
