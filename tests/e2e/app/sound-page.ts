import { expect, type Page } from '@playwright/test';
import { type ALL_LOOKS, expectAccessible } from '../../support/axe.ts';

/** Widths of narrow phones, in px. */
export const PHONES = [390, 320] as const;

const HEIGHT = 700;

/** The window that other checks of these pages use. */
export const DESKTOP = { width: 1280, height: 720 };

/** Looks at a page or a part of it by axe, and for what makes the page scroll sideways on a phone. */
export async function expectSound(
  page: Page,
  { looks, part }: { readonly looks?: typeof ALL_LOOKS; readonly part?: string } = {},
): Promise<void> {
  await expectAccessible(page, looks, part);
  await expectFits(page);
  await page.setViewportSize(DESKTOP);
}

/** Expects that a page scrolls sideways at no width; leaves the window as wide as before. */
export async function expectFits(page: Page, widths: readonly number[] = PHONES): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    expect(await page.evaluate(overhang), `${width} px`).toEqual({ by: 0, what: [] });
  }
  if (before) await page.setViewportSize(before);
}

/** How far the page can be scrolled sideways, and what sticks out; runs within the page. */
function overhang(): { by: number; what: string[] } {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  const what = out.map((element) => `${element.tagName}.${element.className}`);
  return { by: scrollWidth - clientWidth, what: scrollWidth > clientWidth ? what : [] };
}
