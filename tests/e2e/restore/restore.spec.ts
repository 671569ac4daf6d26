import { enterDemo } from '../../support/demo.ts';
import { expect, test } from '../fixtures.ts';

/** A table with headings that nobody knows; the first song is in the demo, the second is not. */
const TABLE = 'Lied;Sänger\nUmbrella for the Postcard;Lucía Arrowsmith-Pak\nNo Such Song;Nobody\n';

test('songs without links are found after their columns were named, and reviewed', async ({
  page,
}) => {
  await enterDemo(page, '/backup');
  await page.goto('/backup');
  await page.getByRole('button', { name: 'Restore from a file' }).click();
  await page
    .getByLabel('File to restore from')
    .setInputFiles({ name: 'Trip.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await page.getByRole('combobox', { name: 'What Lied holds' }).selectOption('Title');
  await page.getByRole('combobox', { name: 'What Sänger holds' }).selectOption('Artists');
  await expect(page.getByText('Title from “Lied”, artists from “Sänger”.')).toBeVisible();
  await page.getByRole('button', { name: 'Find 2 songs' }).click();
  await expect(page.getByText('2 of 2 songs searched.')).toBeVisible();
  await page.getByRole('button', { name: 'Not found 1' }).click();
  await expect(page.getByRole('list', { name: 'Not found' })).toContainText('No Such Song');
  await page.getByRole('button', { name: 'Found 1', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Found', exact: true })).toContainText(
    'Umbrella for the Postcard',
  );
  await page.getByRole('button', { name: 'Review 1 song' }).click();
  const review = page.getByRole('dialog', { name: 'Review changes' });
  await expect(review).toContainText('1 song of the file isn’t restored.');
  await expect(review.getByRole('button', { name: 'Apply 2 changes' })).toBeEnabled();
});
