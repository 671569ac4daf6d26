import type { Locator } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test.use({ spotifyOptions: { library: makeLibrary({ playlists: 120, liked: 5 }) } });

test('playlists are selected one by one, as a range and all at once, through search, sort and refresh, and let go again', async ({
  loggedIn: page,
  network,
}) => {
  test.slow();
  const { status, search, selectAll, checkbox, shownRows, sortBy, heading } = playlistsPage(page);
  const bar = page.getByRole('region', { name: 'Selection' });
  const names = (await shownRows()).map(({ name }) => name);
  const box = (place: number) => checkbox(names[place] ?? '');

  await test.step('one by one', async () => {
    await expect(selectAll).not.toBeChecked();
    await box(1).click();
    await expect(box(1)).toBeChecked();
    await expect(box(0)).not.toBeChecked();
    await expect(status).toHaveText('120 playlists, 1 selected');
    await expect(bar).toContainText('1 selected');
    await expect(selectAll).toBeChecked({ indeterminate: true });
  });
  await test.step('as a range', async () => {
    await box(4).click({ modifiers: ['Shift'] });
    await expect(status).toHaveText('120 playlists, 4 selected');
    for (const place of [1, 2, 3, 4]) await expect(box(place)).toBeChecked();
    await box(3).click();
    await box(2).click({ modifiers: ['Shift'] });
    await expect(status).toHaveText('120 playlists, 2 selected');
    expect(await page.evaluate(() => String(getSelection()))).toBe('');
  });
  await test.step('all at once', async () => {
    await selectAll.click();
    await expect(selectAll).toBeChecked();
    await expect(status).toHaveText('120 playlists, 120 selected');
    await selectAll.click();
    await expect(status).toHaveText('120 playlists');
    await expect(bar).toHaveCount(0);
  });
  await test.step('let go again', async () => {
    await box(2).click();
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await expect(box(2)).not.toBeChecked();
    await expect(status).toHaveText('120 playlists');
    await expect(selectAll).toBeFocused();
  });
  await test.step('"Select all found" takes what is found', async () => {
    await checkbox('Slow Sunday').click();
    await search.fill('vol. 2');
    await expect(status).toHaveText('21 of 120 playlists, 1 selected');
    await selectAll.click();
    await expect(status).toHaveText('21 of 120 playlists, 22 selected');
    await search.fill('vol. 2 harbour');
    await expect(selectAll).toBeChecked();
    await search.fill('no such playlist');
    await expect(status).toHaveText('0 of 120 playlists, 22 selected');
    await selectAll.click();
    await expect(selectAll).not.toBeChecked();
    await search.fill('');
    await expect(selectAll).toBeChecked({ indeterminate: true });
    await expect(checkbox('Slow Sunday')).toBeChecked();
  });
  await test.step('a playlist that is gone after a refresh is selected no longer', async () => {
    await checkbox('Kitchen Radio').click();
    await expect(status).toHaveText('120 playlists, 23 selected');
    changeAnswers(network, /\/me\/playlists\?/, (body) => {
      const { items }: { readonly items?: readonly { readonly name: string }[] } = body;
      body['items'] = items?.map((item) => (item.name === 'Kitchen Radio' ? null : item));
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(status).toHaveText('119 playlists, 22 selected');
    await expect(checkbox('Slow Sunday')).toBeChecked();
  });
  await test.step('a sort', async () => {
    await sortBy('Name');
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await expect(status).toHaveText('119 playlists, 22 selected');
  });
});

test('Space selects the row that has the focus, and Shift and Space all rows up to it, by checkboxes large enough to touch', async ({
  loggedIn: page,
}) => {
  test.slow();
  const { status, row, link, table, checkbox, selectAll, shownRows } = playlistsPage(page);
  const names = (await shownRows()).map(({ name }) => name);
  const box = (place: number) => checkbox(names[place] ?? '');
  await box(0).waitFor();

  await test.step('the columns are the same with checkboxes', async () => {
    await expect(table).toHaveAttribute('aria-colcount', '5');
    await expect(table.getByRole('columnheader')).toHaveText([
      'Name',
      'Owner',
      'Songs',
      'Visibility',
    ]);
  });
  await test.step('from a row', async () => {
    await row(names[1] ?? '').focus();
    await page.keyboard.press('Space');
    await expect(box(1)).toBeChecked();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await expect(status).toHaveText('120 playlists, 4 selected');
    await expect(row(names[4] ?? '')).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
  await test.step('from a checkbox as well', async () => {
    await box(4).focus();
    await page.keyboard.press('Space');
    await expect(status).toHaveText('120 playlists, 3 selected');
    await box(2).focus();
    await page.keyboard.press('Shift+Space');
    await expect(status).toHaveText('120 playlists, 1 selected');
    await page.keyboard.press('ArrowDown');
    await expect(row(names[3] ?? '')).toBeFocused();
  });
  await test.step('axe finds nothing, and every checkbox is large enough', async () => {
    await expectAccessible(page);
    for (const one of [box(0), selectAll]) {
      const { width = 0, height = 0 } = (await one.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
  await test.step('each stands in its row, before what it selects', async () => {
    await expectBeside(row('Slow Sunday'), checkbox('Slow Sunday'), link('Slow Sunday'));
  });
});

/** Expects a checkbox within its row, before the name that it selects. */
async function expectBeside(row: Locator, box: Locator, link: Locator): Promise<void> {
  const [around, own, beside] = await Promise.all([row, box, link].map((one) => one.boundingBox()));
  expect(own?.x).toBeGreaterThanOrEqual(around?.x ?? Infinity);
  expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0);
}
