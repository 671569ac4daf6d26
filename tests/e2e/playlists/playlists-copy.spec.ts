import type { Locator } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const [first, second] = makeLibrary({ playlists: 120 }).playlists;

test('"Copy ID" copies the whole ID of its own row from the middle of it, says so for a moment, and what to do where the browser refuses', async ({
  page,
  context,
  spotify: _,
  comeBack,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await comeBack(page);
  const { row } = playlistsPage(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const button = (name: string) =>
    row(name).getByRole('button', { name: `Copy ID of ${name}`, exact: true });

  await test.step('copied', async () => {
    await button('Slow Sunday').click();
    await expect(row('Slow Sunday')).toContainText('Copied');
    expect(await clipboard()).toBe(first?.id);
    await button('Kitchen Radio').click();
    await expect(row('Kitchen Radio')).toContainText('Copied');
    expect(await clipboard()).toBe(second?.id);
  });
  await test.step('the confirmation goes away by itself', async () => {
    await page.clock.runFor(2_000);
    await expect(row('Kitchen Radio')).not.toContainText('Copied');
  });
  await test.step('it stands in the middle of its row, and its word in its own', async () => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await expectInMiddle(row('Slow Sunday'), button('Slow Sunday'));
    }
  });
  await test.step('a browser that refuses', async () => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await button('Slow Sunday').click();
    await expect(row('Slow Sunday')).toContainText(
      'Not copied: select the text and copy it by hand',
    );
  });
});

/** Expects a button in the middle of its row and within its cell, and its word in the middle of it. */
async function expectInMiddle(row: Locator, copy: Locator): Promise<void> {
  await copy.focus();
  const [around, cell, own] = await Promise.all(
    [row, row.getByRole('cell').last(), copy].map((one) => one.boundingBox()),
  );
  if (!around || !cell || !own) throw new Error('there is no row to look at');
  const off = own.y + own.height / 2 - (around.y + around.height / 2);
  expect(Math.abs(off)).toBeLessThanOrEqual(1);
  expect(own.y).toBeGreaterThanOrEqual(cell.y);
  expect(own.x + own.width).toBeLessThanOrEqual(cell.x + cell.width);
  const word = await copy.evaluate((button) => {
    const range = document.createRange();
    range.selectNodeContents(button);
    const { left, right } = range.getBoundingClientRect();
    return (left + right) / 2;
  });
  expect(Math.abs(word - (own.x + own.width / 2))).toBeLessThanOrEqual(1);
}
