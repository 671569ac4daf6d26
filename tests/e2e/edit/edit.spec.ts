import { openAccount } from '../../support/account.ts';
import { enterDemo } from '../../support/demo.ts';
import { hurry } from '../../support/hurry.ts';
import { expect, test } from '../fixtures.ts';

test('songs are added to a playlist after Spotify has been asked, and undone again', async ({
  page,
}) => {
  await page.clock.install();
  await enterDemo(page, '/liked');
  await page.goto('/liked');
  const songs = page.getByRole('table', { name: 'Liked songs' });
  for (const row of [2, 3]) await songs.getByRole('row').nth(row).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Add to…' }).click();
  const choice = page.getByRole('group', { name: 'Your playlists' }).getByRole('radio').first();
  await choice.check();
  await hurry(page, () => expect(page.getByRole('button', { name: 'Review' })).toBeEnabled());
  // A page that suspends for a moment puts its dialog back without its hold of the page.
  const dialog = page.getByRole('dialog', { name: 'Add 2 songs to…' });
  expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Apply 2 changes' }).click();
  await expect(page.getByRole('button', { name: 'Continue to Spotify' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Liner Notes wants to read and edit your library' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Agree' }).click();
  const changes = page.getByRole('table', { name: 'Changes' });
  await hurry(page, () => expect(changes).toContainText('Done, read back'));
  await changes.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Apply 2 changes' }).click();
  await hurry(page, () => expect(changes).toContainText('Undone'));

  await test.step('a log-out names what ends with it, and can be called off', async () => {
    await openAccount(page);
    await page.getByRole('button', { name: 'Log out' }).click();
    const question = page.getByRole('dialog', { name: 'Log out?' });
    await expect(question).toContainText('2 changes can’t be undone here afterwards');
    const file = page.waitForEvent('download');
    await question.getByRole('button', { name: 'Download backups' }).click();
    expect((await file).suggestedFilename()).toBe('liner-notes-before-changes.json');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(changes).toContainText('Undone');
  });
});
