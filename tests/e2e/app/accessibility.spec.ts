import { accountOf } from '../../support/account.ts';
import { ALL_LOOKS } from '../../support/axe.ts';
import { enterDemo, tryDemo } from '../../support/demo.ts';
import { hurry } from '../../support/hurry.ts';
import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';
import { followLayoutShifts, layoutShifts } from './layout-shifts.ts';
import { DESKTOP, expectFits, expectSound, PHONES } from './sound-page.ts';

const PHONE = { width: 390, height: 900 };

/** Pages that need no login, by the heading of each. */
const OPEN_PAGES = {
  '/': 'Every Spotify playlist you have, on one page.',
  '/flow': 'Login flow',
  '/privacy': 'Privacy and storage',
  '/api': 'API workbench',
  '/nowhere': 'Page not found',
  '/callback': 'Nothing to finish here',
  '/callback?code=made-up&state=made-up': 'The login did not finish',
};

test.beforeEach(() => test.slow());

test('on the pages before a login axe finds nothing, none scrolls sideways, and nothing jumps when the foot comes', async ({
  page,
  context,
}) => {
  await followLayoutShifts(context);
  await page.clock.install();
  for (const [path, heading] of Object.entries(OPEN_PAGES)) {
    await test.step(path, async () => {
      for (const viewport of [PHONE, DESKTOP]) {
        await page.setViewportSize(viewport);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        // The foot comes last, some time after all else.
        await hurry(page, () => page.getByRole('group', { name: 'Theme' }).waitFor());
        expect(await layoutShifts(page), `${viewport.width} px`).toEqual([]);
      }
      await expectSound(page);
    });
  }
  await test.step('the first page, after a complaint', async () => {
    await page.getByRole('link', { name: 'Liner Notes' }).click();
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeFocused();
    await expectSound(page, { part: '.log-in' });
  });
});

test('axe finds nothing on the consent page, whatever comes of it, and none scrolls sideways', async ({
  page,
}) => {
  await tryDemo(page);
  const asked = page.url();
  await expectSound(page);
  await test.step('refused', async () => {
    await page.goto(asked.replace('client_id=de3', 'client_id=fff'));
    await expect(page.getByRole('alert')).toContainText('INVALID_CLIENT');
    await expectSound(page);
  });
  await test.step('declined', async () => {
    await page.goto(asked);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('heading', { name: 'You declined' })).toBeVisible();
    await expectSound(page);
  });
});

test('axe finds nothing on the playlists of the demo, nothing scrolls sideways, and a row tells all on a phone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await enterDemo(page);
  const { search, sortBy, row, link, status } = playlistsPage(page);
  await test.step('the playlists, sorted, with the pointer on a row', async () => {
    await sortBy('Tracks');
    await row('Everything, Ever').hover();
    await expectSound(page, { looks: ALL_LOOKS });
  });
  for (const name of ['Complete and Unabridged', 'HYPERLINK', 'Lounge', 'by the sea']) {
    await test.step(`the search for ${name}`, async () => {
      await search.fill(name);
      await expect(status).toHaveText(/of 140 playlists/);
      await expectFits(page);
    });
  }
  await test.step('a search without a result', async () => {
    await search.fill('no such playlist');
    await expect(page.getByText('No playlist matches "no such playlist".')).toBeVisible();
    await expectSound(page, { part: 'main' });
  });
  for (const width of PHONES) {
    await test.step(`a row, ${width} px wide`, async () => {
      await page.setViewportSize({ width, height: 700 });
      await search.fill('Everything, Ever');
      const shown = row('Everything, Ever');
      await expect(link('Everything, Ever')).toBeInViewport();
      await expect(shown.getByRole('cell').filter({ hasText: '3,398' })).toBeInViewport();
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await shown.getByRole('button', { name: 'More about Everything, Ever' }).click();
      await page.getByRole('button', { name: 'Copy ID' }).click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toMatch(/^\w{22}$/);
    });
  }
  await page.setViewportSize(DESKTOP);
  await test.step('the menu of the account', async () => {
    await accountOf(page).click();
    await expect(page.getByRole('button', { name: 'Use another account' })).toBeVisible();
    await expectSound(page, { part: '[popover]:popover-open' });
    await page.keyboard.press('Escape');
  });
  await test.step('the tracks on a tablet, where a title that is cut can be read', async () => {
    await search.fill('Slow Sunday');
    await link('Slow Sunday').click();
    await page.setViewportSize({ width: 768, height: 900 });
    const { table, rowAt } = itemsPage(page, 'Tracks');
    await expect(table).toHaveAttribute('aria-busy', 'false');
    const title = rowAt(1).locator('.name');
    await expect(title).toHaveAttribute('title', (await title.textContent()) ?? '');
    await expect(rowAt(1).getByRole('link', { name: 'in Spotify' })).toBeVisible();
    await expectFits(page, [768]);
  });
});
