import { makeLibrary } from '../../../src/demo/music/data.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 120, liked: 5 });
const playlists = library.playlists.flatMap((playlist) => playlist ?? []);

test.use({ spotifyOptions: { library } });

test('the keys move by row, by page and to the ends, open a row and copy its ID, but not in a box or on a button', async ({
  loggedIn: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { table, search, status, heading } = playlistsPage(page);
  await test.step('in a box and on a button', async () => {
    await search.focus();
    await page.keyboard.type('cc');
    await page.keyboard.press('Home');
    await expect(search).toBeFocused();
    await expect(search).toHaveValue('cc');
    await expect(status).toHaveText(/of 120 playlists$/);
    await search.fill('');
    await expect(status).toHaveText('120 playlists');
    await heading('Name').getByRole('button').focus();
    await page.keyboard.press('ArrowDown');
    await expect(heading('Name').getByRole('button')).toBeFocused();
  });

  const focused = table.getByRole('row').and(page.locator(':focus'));
  const expectAt = async (index: number) => {
    await expect(focused).toHaveAttribute('aria-rowindex', String(index));
    await expect(focused).toBeInViewport();
  };
  await expect(table.locator('tr[tabindex="0"]')).toHaveCount(1);
  await test.step('from the search into the first row', async () => {
    await page.keyboard.press('/');
    await expect(search).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expectAt(2);
  });

  await test.step('rows', async () => {
    await page.keyboard.press('ArrowUp');
    await expectAt(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expectAt(4);
    await page.keyboard.press('ArrowUp');
    await expectAt(3);
  });
  await test.step('pages', async () => {
    await page.keyboard.press('PageDown');
    const far = Number(await focused.getAttribute('aria-rowindex'));
    expect(far).toBeGreaterThan(8);
    await expectAt(far);
    await page.keyboard.press('PageUp');
    await expectAt(3);
  });
  await test.step('ends', async () => {
    await page.keyboard.press('End');
    await expectAt(121);
    await expect(focused).toContainText(playlists.at(-1)?.name ?? 'no name');
    await page.keyboard.press('ArrowDown');
    await expectAt(121);
    await page.keyboard.press('Home');
    await expectAt(2);
  });
  await test.step('copy', async () => {
    await page.keyboard.press('End');
    await expectAt(121);
    await page.keyboard.press('c');
    await expect(page.getByText(/^Copied ID of /).first()).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(playlists.at(-1)?.id);
  });
  await test.step('select, and let go with Escape', async () => {
    await page.keyboard.press('x');
    await expect(status).toHaveText('120 playlists, 1 selected');
    // The bar of the selection takes the key.
    await page.getByRole('region', { name: 'Selection' }).waitFor();
    await page.keyboard.press('Escape');
    await expect(status).toHaveText('120 playlists');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(status).toHaveText('120 playlists, 1 selected');
    await focused.or(table.locator('tr[tabindex="0"]')).first().focus();
  });
  await test.step('open', async () => {
    await page.keyboard.press('Enter');
    const name = playlists.at(-1)?.name ?? 'no name';
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`/playlists/${playlists.at(-1)?.id}$`));
  });
});

test('the row that has the focus keeps it through sorting, searching and rows that come in', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  const later = holdAnswers(network, /\/me\/playlists\?.*offset=[1-9]/);
  // The list is not complete before the test lets it be.
  void comeBack(page).catch(() => undefined);
  const { status, row, search, heading } = playlistsPage(page);
  await expect(status).toHaveText('50 of 120 playlists loaded');
  const name = playlists[2]?.name ?? '';
  await row(name).focus();
  await expect(row(name)).toHaveAttribute('aria-rowindex', '4');

  await test.step('rows that come in, above it too', async () => {
    // In a sorted table new rows are inserted anywhere.
    await heading('Owner')
      .getByRole('button')
      .evaluate((button) => button instanceof HTMLElement && button.click());
    await expect(heading('Owner')).toHaveAttribute('aria-sort', 'ascending');
    await expect(row(name)).toBeFocused();
    const before = Number(await row(name).getAttribute('aria-rowindex'));
    later.letAllPass();
    await expect(status).toHaveText('120 playlists');
    await expect(row(name)).toBeFocused();
    expect(Number(await row(name).getAttribute('aria-rowindex'))).toBeGreaterThan(before);
  });
  await test.step('another order, which takes it far away', async () => {
    await heading('Name')
      .getByRole('button')
      .evaluate((button) => button instanceof HTMLElement && button.click());
    await expect(heading('Name')).toHaveAttribute('aria-sort', 'ascending');
    await expect(row(name)).toBeFocused();
  });
  await test.step('a search that keeps it', async () => {
    await search.evaluate((box, query) => {
      if (!(box instanceof HTMLInputElement)) return;
      box.value = query;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, name);
    await expect(status).toHaveText(/^\d of 120 playlists$/);
    await expect(row(name)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  });
});

test('a key of an input method is left to it, and `c` copies with Caps Lock and on other keyboards', async ({
  loggedIn: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { search, table, status } = playlistsPage(page);
  await search.fill('a');
  await expect(status).toHaveText(/of 120 playlists$/);
  const cancel = { key: 'Escape', code: 'Escape', bubbles: true };
  await search.dispatchEvent('keydown', { ...cancel, isComposing: true });
  await search.dispatchEvent('keydown', { ...cancel, keyCode: 229 });
  await expect(search).toHaveValue('a');
  await search.dispatchEvent('keydown', cancel);
  await expect(search).toHaveValue('');

  for (const [place, key] of ['C', 'с'].entries()) {
    const playlist = playlists[place];
    await table
      .getByRole('row')
      .nth(place + 1)
      .focus();
    await page.evaluate((text) => navigator.clipboard.writeText(text), 'nothing');
    await table.locator(':focus').dispatchEvent('keydown', { key, code: 'KeyC', bubbles: true });
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(playlist?.id);
  }
});
