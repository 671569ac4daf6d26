import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 120;

/** Presses Tab until this element, which may not exist yet, has the focus. */
export async function tabTo(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await target.waitFor();
  await tabOnTo(page, target, key);
}

/**
 * Presses Tab until this element has the focus; every element on the way must be visible. The element need not exist
 * yet: a long table draws its rows as the focus comes near them.
 */
export async function tabOnTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key);
    const { isThere, unseen } = await target.evaluateAll(focusSeen);
    expect(unseen).toEqual([]);
    if (isThere) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Whether one of the elements has the focus, and why the focus is not visible; runs within the page. */
function focusSeen(all: Element[]): { isThere: boolean; unseen: string[] } {
  const element = document.activeElement;
  // After the last element the focus is in the browser's toolbar.
  if (!element || element === document.body) return { isThere: false, unseen: [] };
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const what = `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`;
  const unseen: string[] = [];
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) {
    unseen.push(`${what} has no outline`);
  }
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    unseen.push(`${what} is not visible`);
  }
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) {
    unseen.push(`${what} is out of view`);
  }
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!hit || !(element.contains(hit) || hit.contains(element))) {
    unseen.push(`${what} is covered by ${hit?.tagName} ${hit?.className}`);
  }
  return { isThere: all.includes(element), unseen };
}
