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
  // Found once: to find it by role after each key takes longer than all else here.
  let wanted = await firstOf(target);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press(key);
    let seen = await page.evaluate(focusSeen, wanted);
    if (!seen.isDrawn) {
      wanted = await firstOf(target);
      seen = await page.evaluate(focusSeen, wanted);
    }
    expect(seen.unseen).toEqual([]);
    if (seen.isThere) return;
  }
  throw new Error(`Tab never came to ${target}`);
}

async function firstOf(target: Locator) {
  return (await target.elementHandles())[0] ?? null;
}

/** Where the focus is, and why it cannot be seen. */
interface Focus {
  /** Whether the wanted element is in the document. */
  readonly isDrawn: boolean;
  readonly isThere: boolean;
  readonly unseen: readonly string[];
}

/** Looks whether the wanted element has the focus, and whether the focus is visible; runs within the page. */
function focusSeen(wanted: Node | null): Focus {
  const element = document.activeElement;
  const isDrawn = wanted?.isConnected ?? false;
  // After the last element the focus is in the browser's toolbar.
  if (!element || element === document.body) return { isDrawn, isThere: false, unseen: [] };
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
  return { isDrawn, isThere: element === wanted, unseen };
}
