import type { Page } from '@playwright/test';

/** The windows in which the layout is measured, in CSS px. */
export const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

/** One of the windows. */
export type MeasuredWindow = (typeof WINDOWS)[number];

/** A page with a table, and how far from the top its first row may be in each window, in px. */
export interface MeasuredView {
  readonly name: string;
  readonly path: string;
  readonly firstRowLimits: Readonly<Record<MeasuredWindow['width'], number>>;
}

/** The pages whose first rows have a limit. */
export const VIEWS: readonly MeasuredView[] = [
  { name: 'Playlists', path: '/playlists', firstRowLimits: { 1440: 170, 390: 170 } },
  { name: 'Liked songs', path: '/liked', firstRowLimits: { 1440: 220, 390: 220 } },
  { name: 'One playlist', path: '', firstRowLimits: { 1440: 310, 390: 340 } },
];

/** The fewest rows of the playlists that are in view in each window. */
export const FEWEST_ROWS: Readonly<Record<MeasuredWindow['width'], number>> = { 1440: 14, 390: 10 };

/** What the layout of a page measures. */
export interface Layout {
  /** Distance of the first row of the table from the top of the window, in px. */
  readonly firstRow: number;
  /** Number of rows that can be seen whole. */
  readonly rowsInView: number;
  /** Distances between neighbours in each group of controls, in px; all of a group are to be equal. */
  readonly gaps: readonly (readonly number[])[];
  /** Texts that are cut and have no title. */
  readonly cutTexts: readonly string[];
  /** By how much the page is wider than its window, in px. */
  readonly sideways: number;
}

/** Measures the page as it is now. */
export function measureLayout(page: Page): Promise<Layout> {
  return page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const isSeen = (element: Element, x: number, y: number) =>
      element.contains(document.elementFromPoint(x, y));
    const rows = [...document.querySelectorAll('main table > tbody > tr')]
      .map((row) => ({ row, box: boxOf(row) }))
      .sort((one, other) => one.box.top - other.box.top);
    const whole = rows.filter(({ row, box: { left, width, top, bottom } }) => {
      const middle = left + width / 2;
      return isSeen(row, middle, top + 2) && isSeen(row, middle, bottom - 2);
    });

    const groups = ['.table-buttons', '.table-chips', '.toolbar-display'];
    const gaps = groups.flatMap((group) =>
      [...document.querySelectorAll(group)].map((parent) => {
        const boxes = [...parent.children].map(boxOf).filter(({ width }) => width > 0);
        return boxes.slice(1).map(({ left }, at) => Math.round(left - (boxes[at]?.right ?? 0)));
      }),
    );

    const cut = [...document.querySelectorAll('main *')].filter(
      (element) =>
        element.scrollWidth > element.clientWidth &&
        element.clientWidth > 0 &&
        getComputedStyle(element).textOverflow === 'ellipsis' &&
        !element.closest('[title]') &&
        // A text that is drawn anew for every change has its own.
        element.querySelector(':scope > [title]')?.textContent !== element.textContent,
    );

    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      firstRow: Math.round(rows[0]?.box.top ?? Number.NaN),
      rowsInView: whole.length,
      gaps,
      cutTexts: cut.map(({ textContent }) => textContent ?? ''),
      sideways: scrollWidth - clientWidth,
    };
  });
}

/** Opens a page of the demo, which is entered, and waits for its first rows. */
export async function openView(page: Page, { path }: MeasuredView): Promise<void> {
  if (path === '') {
    await page.goto('/playlists');
    await page.getByRole('link', { name: 'Slow Sunday', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Slow Sunday' }).waitFor();
  } else await page.goto(path);
  await page.locator('main table > tbody > tr').nth(3).waitFor();
  await page.getByRole('button', { name: 'Display' }).and(page.locator(':enabled')).waitFor();
}

/** Counts the presses of Tab from the top of the page to the first row, with the skip link. */
export async function tabsToFirstRow(page: Page): Promise<number> {
  await page.locator('body').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let tabs = 1; tabs < 50; tabs += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('tbody tr'))) return tabs;
    await page.keyboard.press('Tab');
  }
  return Number.POSITIVE_INFINITY;
}

/** Gives those of these parts that cover one another, as pairs; a part that is not drawn covers nothing. */
export function coveringParts(page: Page, selectors: readonly string[]): Promise<string[]> {
  return page.evaluate((parts) => {
    const drawn = parts.flatMap((part) =>
      [...document.querySelectorAll(part)].map((element) => ({
        part,
        box: element.getBoundingClientRect(),
      })),
    );
    return drawn.flatMap((one, at) =>
      drawn.slice(at + 1).flatMap((other) => {
        const isAside = one.box.right <= other.box.left || other.box.right <= one.box.left;
        const isApart = one.box.bottom <= other.box.top || other.box.bottom <= one.box.top;
        const isDrawn = one.box.height > 0 && other.box.height > 0;
        return isDrawn && !isAside && !isApart ? [`${one.part} and ${other.part}`] : [];
      }),
    );
  }, selectors);
}
