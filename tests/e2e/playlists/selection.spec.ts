import type { Locator } from '@playwright/test';
import { expectAccessible } from '../../support/axe.ts';
import { enterDemo } from '../../support/demo.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test('playlists are selected one by one, as a range and all at once, and let go again', async ({
  loggedIn: page,
}) => {
  const { status, selectAll, checkbox, shownRows } = playlistsPage(page);
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
    await bar.getByRole('button', { name: 'Clear' }).click();
    await expect(box(2)).not.toBeChecked();
    await expect(status).toHaveText('120 playlists');
    await expect(selectAll).toBeFocused();
  });
});

test('a selection stays through search and sort, and "Select all found" takes what is found', async ({
  loggedIn: page,
}) => {
  const { status, search, selectAll, checkbox, sortBy, heading } = playlistsPage(page);
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
  await sortBy('Name');
  await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(status).toHaveText('120 playlists, 22 selected');
});

test('Space selects the row that has the focus, and Shift and Space all rows up to it', async ({
  loggedIn: page,
}) => {
  const { status, row, checkbox, shownRows } = playlistsPage(page);
  const names = (await shownRows()).map(({ name }) => name);
  const box = (place: number) => checkbox(names[place] ?? '');
  await box(0).waitFor();
  await row(names[1] ?? '').focus();
  await page.keyboard.press('Space');
  await expect(box(1)).toBeChecked();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(status).toHaveText('120 playlists, 4 selected');
  await expect(row(names[4] ?? '')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);

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
});

test('a playlist that is gone after a refresh is selected no longer', async ({
  loggedIn: page,
  network,
}) => {
  const { status, checkbox } = playlistsPage(page);
  await checkbox('Slow Sunday').click();
  await checkbox('Kitchen Radio').click();
  await expect(status).toHaveText('120 playlists, 2 selected');
  const answer = network.hosts.get('api.spotify.com');
  network.hosts.set('api.spotify.com', async (request) => {
    const answered = await answer?.(request);
    const isList = request.method === 'GET' && /\/me\/playlists\?/.test(request.url);
    if (!(answered instanceof Response) || !isList) {
      return answered ?? Response.error();
    }
    const { items, ...rest } = await answered.json();
    const left = items.map((item: { name: string }) =>
      item.name === 'Kitchen Radio' ? null : item,
    );
    return Response.json({ ...rest, items: left }, { headers: answered.headers });
  });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(status).toHaveText('119 playlists, 1 selected');
  await expect(checkbox('Slow Sunday')).toBeChecked();
});

test('the liked songs cannot be selected, and the columns are the same with checkboxes', async ({
  page,
}) => {
  await enterDemo(page);
  const { table, selectAll } = playlistsPage(page);
  await selectAll.waitFor();
  const pinned = table.getByRole('row').filter({ hasText: 'Liked songs' });
  await expect(pinned.getByRole('checkbox')).toHaveCount(0);
  await expect(table).toHaveAttribute('aria-colcount', '5');
  await expect(table.getByRole('columnheader')).toHaveText([
    'Name',
    'Owner',
    'Tracks',
    'Visibility',
    'ID',
  ]);
});

test('each checkbox stands in its row, before what it selects', async ({ loggedIn: page }) => {
  const { link, row, checkbox } = playlistsPage(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectBeside(row('Slow Sunday'), checkbox('Slow Sunday'), link('Slow Sunday'));
  }
});

/** Expects a checkbox within its row, before the name that it selects. */
async function expectBeside(row: Locator, box: Locator, link: Locator): Promise<void> {
  const [around, own, beside] = await Promise.all([row, box, link].map((one) => one.boundingBox()));
  expect(own?.x).toBeGreaterThanOrEqual(around?.x ?? Infinity);
  expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0);
}

test.describe('with a selection', () => {
  test('axe finds nothing, and every checkbox is large enough to touch', async ({ page }) => {
    test.slow();
    await enterDemo(page);
    const { checkbox, selectAll } = playlistsPage(page);
    await checkbox('Slow Sunday').click();
    await expectAccessible(page);
    for (const box of [checkbox('Slow Sunday'), selectAll]) {
      const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
  });
});
