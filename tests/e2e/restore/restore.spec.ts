import type { Page } from '@playwright/test';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { hurry } from '../../support/hurry.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

const WRITE_SCOPES = [
  'playlist-modify-private',
  'playlist-modify-public',
  'user-library-modify',
] as const;

test.use({ spotifyOptions: { library: ownPlaylists([6, 3]) } });

/** Gives the songs of a playlist of the person. */
function songsOf({ library }: SimulatedSpotify, place: number) {
  const rows = library.items(library.playlists[place]?.id ?? '');
  return rows.flatMap(({ item }) => (item?.type === 'track' ? item : []));
}

/** Opens the dialog with a file. */
async function openFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Restore from a file' }).click();
  await page
    .getByLabel('File to restore from')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

/** Applies the reviewed plan, and waits for its report. */
async function applied(page: Page, changes: string) {
  await page.getByRole('button', { name: `Apply ${changes}` }).click();
  const report = page.getByRole('dialog', { name: 'Restored' });
  await hurry(page, () => expect(report).toBeVisible());
  return report;
}

test('songs without links are found after their columns were named; they come into a playlist of yours or the liked songs, and a report says what did not', async ({
  page,
  spotify,
  redirectUris,
}) => {
  const { library } = spotify;
  const [wanted, liked, other] = songsOf(spotify, 0);
  library.change({ kind: 'save', uris: [liked?.uri ?? ''], at: 0 });
  await page.clock.install();
  await storeLogin(page, spotify, redirectUris[0] ?? '', WRITE_SCOPES);
  await page.goto('/backup');

  await test.step('into a playlist', async () => {
    const before = songsOf(spotify, 1).map(({ uri }) => uri);
    const song = `${wanted?.name};${wanted?.artists[0]?.name}`;
    // Headings that nobody knows; the second song is not at Spotify.
    await openFile(page, 'Trip.csv', `Lied;Sänger\n${song}\nNo Such Song;Nobody\n`);
    await page.getByRole('combobox', { name: 'What Lied holds' }).selectOption('Title');
    await page.getByRole('combobox', { name: 'What Sänger holds' }).selectOption('Artists');
    await expect(page.getByText('Title from “Lied”, artists from “Sänger”.')).toBeVisible();
    await page.getByRole('radio', { name: 'A playlist of yours' }).check();
    await page.getByRole('radio', { name: library.playlists[1]?.name ?? '' }).check();
    await page.getByRole('button', { name: 'Find 2 songs' }).click();
    await hurry(page, () => expect(page.getByText('2 of 2 songs searched.')).toBeVisible());
    await page.getByRole('button', { name: 'Not found 1' }).click();
    await expect(page.getByRole('list', { name: 'Not found' })).toContainText('No Such Song');
    await page.getByRole('button', { name: 'Found 1', exact: true }).click();
    const found = page.getByRole('list', { name: 'Found', exact: true });
    await expect(found).toContainText(wanted?.name ?? '');
    await page.getByRole('button', { name: 'Review 1 song' }).click();
    const review = page.getByRole('dialog', { name: 'Review changes' });
    await expect(review).toContainText('1 song of the file isn’t restored.');
    const report = await applied(page, '1 change');
    await expect(report.getByRole('status')).toContainText('1 song restored, and read back.');
    await expect(report.getByText('Not found on Spotify')).toBeVisible();
    expect(songsOf(spotify, 1).map(({ uri }) => uri)).toEqual([...before, wanted?.uri]);
    await report.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('into the liked songs', async () => {
    const uris = [liked?.uri, 'spotify:local:Bo::Three:9', other?.uri];
    await openFile(page, 'Liked.csv', `Track URI\n${uris.join('\n')}\n`);
    await page.getByRole('radio', { name: 'Liked songs' }).check();
    await page.getByRole('button', { name: 'Review' }).click();
    const report = await applied(page, '1 change');
    await expect(report.getByRole('status')).toContainText('2 songs not restored.');
    for (const why of ['There already', 'Local file: Spotify lets no app add it'])
      await expect(report.getByText(why)).toBeVisible();
    expect(library.liked().map(({ track }) => track.uri)).toEqual([other?.uri, liked?.uri]);
  });
});
