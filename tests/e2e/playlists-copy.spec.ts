import { makeLibrary } from '../../src/demo/data.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { expect, test } from './fixtures.ts';

const [first, second] = makeLibrary({ playlists: 120 }).playlists;

test('"Copy ID" copies the whole ID of its own row and says so', async ({
  page,
  context,
  spotify: _,
  logIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await logIn(page);
  const { row } = playlistsPage(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const button = (name: string) =>
    row(name).getByRole('button', { name: `Copy ID of ${name}`, exact: true });
  await button('Slow Sunday').click();
  await expect(row('Slow Sunday')).toContainText('Copied');
  expect(await clipboard()).toBe(first?.id);
  await button('Kitchen Radio').click();
  await expect(row('Kitchen Radio')).toContainText('Copied');
  expect(await clipboard()).toBe(second?.id);
});

test('the confirmation goes away by itself', async ({ page, context, spotify: _, logIn }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await logIn(page);
  const row = playlistsPage(page).row('Slow Sunday');
  await row.getByRole('button', { name: 'Copy ID of Slow Sunday' }).click();
  await expect(row).toContainText('Copied');
  await page.clock.runFor(2_000);
  await expect(row).not.toContainText('Copied');
});

test('where the browser refuses, the page says what to do', async ({ page, spotify: _, logIn }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await logIn(page);
  const row = playlistsPage(page).row('Slow Sunday');
  await row.getByRole('button', { name: 'Copy ID of Slow Sunday' }).click();
  await expect(row).toContainText('Not copied: select the text and copy it by hand');
});
