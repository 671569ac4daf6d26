import { itemsPage } from '../../support/items-page.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

const uneven = unevenLibrary();
const library = {
  ...uneven,
  playlists: uneven.playlists.map(
    (playlist, place) => playlist && (place === 3 ? { ...playlist, id: 'half \uD83C' } : playlist),
  ),
};
test.use({ spotifyOptions: { library } });

test('a row that cannot be drawn costs itself, and a table that cannot be drawn leaves its page', async ({
  loggedIn: page,
}) => {
  await expect(playlistsPage(page).status).toHaveText('4 playlists');
  await expect(playlistsPage(page).row(library.playlists[3]?.name ?? '')).toBeVisible();

  const seventh = uneven.items(UNEVEN_ID)[6]?.added_at ?? '';
  await page.addInitScript((broken) => {
    const fail = () => {
      throw new RangeError('odd');
    };
    const format = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      get() {
        const usual = format?.get?.call(this);
        return (time: number) => (time === broken ? fail() : usual(time));
      },
    });
    Object.defineProperty(Intl.Collator.prototype, 'compare', { get: fail });
  }, Date.parse(seventh));
  await page.goto(`/playlists/${UNEVEN_ID}`);
  const { status, table, alert, rowAt } = itemsPage(page, 'Tracks');
  await expect(status).toHaveText('130 songs');
  await expect(rowAt(7).getByRole('cell')).toHaveText(['–']);
  await expect(rowAt(8).getByRole('cell')).toHaveCount(6);

  await table.getByRole('button', { name: 'Title', exact: true }).click();
  await expect(alert).toContainText('A part of this page failed');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything, Ever');
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
});
