import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const COUNT = 121;
const BODY_ROWS = 'tbody tr';
test.use({ spotifyOptions: { library: makeLibrary({ playlists: COUNT }) } });

/** Notes with each print how many rows the table has by then. */
async function noteWhatIsPrinted(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate((rows) => {
    const counts: number[] = [];
    Object.assign(window, { counts });
    addEventListener('beforeprint', () => counts.push(document.querySelectorAll(rows).length));
  }, BODY_ROWS);
  return () => page.evaluate(() => Reflect.get(window, 'counts'));
}

test('a table is printed with all its rows, each whole and at its place, and draws those in view again after', async ({
  loggedIn: page,
}) => {
  const rows = playlistsPage(page).table.locator(BODY_ROWS);
  const inView = await rows.count();
  expect(inView).toBeLessThan(40);

  await test.step('printed', async () => {
    const printed = await noteWhatIsPrinted(page);
    const pdf = await page.pdf({ format: 'A4' });
    expect(await printed()).toEqual([COUNT]);
    // A blank page would be one too many: 121 rows take four or five pages.
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(10);
    await expect(rows).toHaveCount(inView);
  });
  await test.step('as it is printed', async () => {
    await page.emulateMedia({ media: 'print' });
    await expect(rows).toHaveCount(COUNT);
    const boxes = await rows.evaluateAll((all) =>
      all.map((row) => row.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
    );
    for (const [place, { top, height }] of boxes.entries()) {
      expect(height).toBe(boxes[0]?.height);
      expect(top - (boxes[0]?.top ?? 0)).toBeCloseTo(height * place, 1);
    }
  });
  await test.step('back on the screen', async () => {
    await page.emulateMedia({ media: 'screen' });
    await expect(rows).toHaveCount(inView);
    await playlistsPage(page).search.fill('slow');
    await expect(rows).not.toHaveCount(inView);
  });
});
