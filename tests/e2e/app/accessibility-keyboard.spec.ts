import { accountOf } from '../../support/account.ts';
import { hurry } from '../../support/hurry.ts';
import { leftFor } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';
import { tabOnTo, tabTo } from './keyboard.ts';

/** A window with space for fewer rows than the table has. */
const LOW = { width: 1280, height: 400 };
const DESKTOP = { width: 1280, height: 720 };

test('the whole demo is done with the keyboard alone, and the focus is always seen', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { heading, link, row, search, status, table, shownRows } = playlistsPage(page);
  const title = page.getByRole('heading', { level: 1 });
  const press = (key: string) => page.keyboard.press(key);
  await page.clock.install();

  await test.step('the way in', async () => {
    await page.goto('/');
    await tabTo(page, page.getByRole('link', { name: 'Try the demo' }));
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Agree' }));
    await press('Enter');
    await expect(status).toHaveText('140 playlists');
  });

  await test.step('sorting leaves the focus where it was', async () => {
    const button = heading('Tracks').getByRole('button');
    await tabTo(page, button);
    await press('Enter');
    await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'descending');
    await expect(button).toBeFocused();
    await press('Space');
    await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'ascending');
    await press('Space');
    await expect(heading('Tracks')).toHaveAttribute('aria-sort', 'descending');
    await expect(button).toBeFocused();
  });

  await test.step('an ID is copied from the menu of its row', async () => {
    await tabTo(page, link('Everything, Ever'));
    const more = row('Everything, Ever').getByRole('button', { name: /^More about/ });
    await tabTo(page, more);
    await press('Enter');
    await expect(page.getByRole('link', { name: 'Open', exact: true })).toBeFocused();
    for (let step = 0; step < 5; step += 1) await press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Copy ID' })).toBeFocused();
    await press('Enter');
    await expect(more).toBeFocused();
    const href = await link('Everything, Ever').getAttribute('href');
    expect(href).toContain(await page.evaluate(() => navigator.clipboard.readText()));
    // What was copied is said for some seconds, over the end of the window.
    await hurry(page, () => expect(page.getByText(/^Copied /)).toHaveCount(0));
  });

  await test.step('a search leaves the focus in its box, and Escape empties it', async () => {
    await tabTo(page, search, 'Shift+Tab');
    await page.keyboard.type('cleo');
    await expect(status).toHaveText(/^\d+ of 140 playlists$/);
    await expect(search).toBeFocused();
    await press('Escape');
    await expect(status).toHaveText('140 playlists');
    await expect(search).toBeFocused();
  });

  await test.step('Tab goes through all rows to the last one, and back', async () => {
    await page.setViewportSize(LOW);
    await page.keyboard.type('cleo');
    await expect(status).toHaveText(/^\d+ of 140 playlists$/);
    const lastHeading = heading('Visibility').getByRole('button');
    await tabTo(page, lastHeading);
    await press('Enter');
    await expect(heading('Visibility')).toHaveAttribute('aria-sort', 'ascending');
    const rows = await shownRows();
    const last = Number(await table.getAttribute('aria-rowcount')) - 1;
    expect(last).toBeGreaterThan(rows.length);
    const moreOfLast = page
      .locator(`tr[aria-rowindex="${last + 1}"]`)
      .getByRole('button', { name: /^More about/ });
    await tabOnTo(page, moreOfLast);
    await tabOnTo(page, link(rows[0]?.name ?? ''), 'Shift+Tab');
    await tabTo(page, lastHeading, 'Shift+Tab');
    await page.setViewportSize(DESKTOP);
  });

  await test.step('after a navigation the focus is on the heading of the new page', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Login flow' }), 'Shift+Tab');
    await press('Enter');
    await expect(title.and(page.getByText('Login flow'))).toBeFocused();
    await expect(page).toHaveTitle('Login flow · Liner Notes');
    await page.goBack();
    await expect(title.and(page.getByText('Playlists'))).toBeFocused();
    await page.goForward();
    await expect(title.and(page.getByText('Login flow'))).toBeFocused();
  });

  await test.step('tokens are revealed and refreshed', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Result', exact: true }));
    await press('Enter');
    await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'Reveal access token' }));
    await press('Enter');
    await expect(page.getByRole('button', { name: 'Hide access token' })).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Refresh now' }));
    await press('Enter');
    await expect(page.getByRole('button', { name: 'Refresh now' })).toBeFocused();
  });

  await test.step('the way out', async () => {
    await tabTo(page, accountOf(page), 'Shift+Tab');
    await press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Log out' }));
    // A log-out loads a new document, with the focus at its start.
    const left = leftFor(page);
    await press('Enter');
    await left;
    await expect(page.locator('body')).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Leave the demo' }), 'Shift+Tab');
    await press('Enter');
    await expect(page.getByRole('link', { name: 'Try the demo' })).toBeVisible();
  });
});
