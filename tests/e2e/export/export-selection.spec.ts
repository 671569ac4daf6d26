import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { openExportDialog } from '../../support/export-dialog.ts';
import { equalPlaylists } from '../../support/own-playlists.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { expect, test } from '../fixtures.ts';

test.use({ spotifyOptions: { library: equalPlaylists(20, 60) } });

test('the bar of a selection saves exactly what is ticked, in the order of the table, and gives the focus back', async ({
  loggedIn: page,
  spotify,
}) => {
  const { checkbox, sortBy, heading, shownRows, search, status } = playlistsPage(page);
  const bar = page.getByRole('region', { name: 'Selection' });
  const opener = bar.getByRole('button', { name: 'Export', exact: true });
  await sortBy('Name');
  await sortBy('Name');
  await expect(heading('Name')).toHaveAttribute('aria-sort', 'descending');
  const rows = await shownRows();
  const ticked = [rows[1], rows[4], rows[2]].map((row) => row?.name ?? '');
  for (const name of ticked) {
    await checkbox(name).click();
  }
  const inOrder = [1, 2, 4].map((place) => rows[place]?.name);

  const { dialog, choose, save, button } = await openExportDialog(page, bar);
  await test.step('the table', async () => {
    await expect(dialog.getByRole('radio', { name: 'Selected 3', exact: true })).toBeChecked();
    await choose('What', 'List');
    await choose('Format', 'CSV');
    const csv = await save();
    const [, ...lines]: string[][] = parse(csv.text);
    expect(lines.map(([name]) => name)).toEqual(inOrder);
  });
  await test.step('the tracks, as one zip', async () => {
    await choose('What', 'Songs');
    const files = Object.entries(unzipSync((await save()).bytes));
    expect(files.map(([name]) => name)).toEqual(inOrder.map((name) => `${name}.csv`));
    for (const [name, bytes] of files) expect(parse(Buffer.from(bytes)), name).toHaveLength(61);
    expect(countOf(spotify, 'items')).toBe(3 * 2);
  });
  await test.step('the focus', async () => {
    await button('Done').click();
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
  await test.step('no more after a search that finds none of it', async () => {
    await search.fill('no such playlist');
    await expect(status).toHaveText('0 of 20 playlists, 3 selected');
    const again = await openExportDialog(page, bar);
    await again.choose('What', 'List');
    await again.choose('Format', 'JSON');
    const found = JSON.parse((await again.save()).text).playlists;
    expect(found.map(({ name }: { name: string }) => name)).toEqual(inOrder);
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await expect(bar).toHaveCount(0);
  });
});
