import { parse } from 'csv-parse/sync';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { expectAccessible } from '../../support/axe.ts';
import { openExportDialog } from '../../support/export-dialog.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { expect, test } from '../fixtures.ts';

const read = (text: string, delimiter = ','): string[][] => parse(text, { delimiter });

test.use({ spotifyOptions: { library: makeLibrary({ playlists: 120, liked: 130 }) } });

test('the table is saved as it is shown, or as it is asked for, from a dialog that gives the focus back', async ({
  loggedIn: page,
}) => {
  test.slow();
  const { search, status, sortBy, shownRows } = playlistsPage(page);
  const opener = page.getByRole('button', { name: 'Export', exact: true });
  await search.fill('an');
  await expect(status).toContainText('of 120 playlists');
  const count = Number((await status.textContent())?.split(' ')[0]);
  expect(count).toBeGreaterThan(5);
  await sortBy('Tracks');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Visibility' }).uncheck();
  await page.keyboard.press('Escape');
  const { dialog, choose, save, button } = await openExportDialog(page);

  await test.step('each choice of playlists tells how many they are', async () => {
    const which = dialog.getByRole('radiogroup', { name: 'Which' });
    // None is selected, so that nothing can be said about those.
    await expect(which.getByRole('radio')).toHaveCount(3);
    for (const name of [`Shown ${count}`, 'All 120', /^Mine \d+$/])
      await expect(which.getByRole('radio', { name, exact: true })).toBeVisible();
  });
  await test.step('what it costs, and what cannot be read, is said before', async () => {
    for (const answer of [/^Songs$/, /^Shown \d+$/, /^Excel$/, /^One zip$/])
      await expect(dialog.getByRole('radio', { name: answer })).toBeChecked();
    await choose('Which', 'All');
    await expect(dialog).toContainText(
      /\d+ with songs, \d+ by name only\. [\d,]+ songs\. (About|Less than) [^;]+; you can keep browsing\./,
    );
    await choose('Which', 'Shown');
  });
  await test.step('found rows, their order, chosen columns', async () => {
    await choose('What', 'List');
    await choose('Format', 'CSV');
    await dialog.getByText('More options').click();
    await expect(dialog.getByRole('radio', { name: 'Comma' })).toBeChecked();
    await expect(dialog.getByRole('radio', { name: 'XSPF' })).toHaveCount(0);
    const { name, text } = await save();
    expect(name).toMatch(/^liner-notes-playlists-\d{4}-\d\d-\d\d\.csv$/);
    const [headings, ...rows] = read(text);
    expect(headings).toEqual(['Name', 'Owner', 'Tracks', 'ID']);
    expect(rows).toHaveLength(count);
    const shown = await shownRows();
    expect(rows.slice(0, shown.length).map(([rowName]) => rowName)).toEqual(
      shown.map((row) => row.name),
    );
    await expect(dialog).toContainText(`${name} is in your downloads.`);
    await expect(dialog).toContainText(/[\d.]+ (bytes|kB) · \d+ playlists/);
    expect((await save('Save again')).text).toBe(text);
  });
  await test.step('separator, byte order mark and JSON', async () => {
    await choose('Which', 'All');
    await choose('Format', 'Excel');
    await dialog.getByText('More options').click();
    await expect(dialog.getByRole('checkbox', { name: 'Opens correctly in Excel' })).toBeChecked();
    await choose('Separator', 'Semicolon');
    const csv = await save();
    expect(csv.text).toMatch(/^\uFEFFName;Owner;Tracks;ID\r\n/);
    expect(read(csv.text, ';')).toHaveLength(121);
    await choose('Format', 'JSON');
    await choose('Which', 'Mine');
    const { playlists, version, exported_at } = JSON.parse((await save()).text);
    expect(version).toBe(1);
    expect(Date.parse(exported_at)).not.toBeNaN();
    expect(new Set(playlists.map(({ owner_id }: { owner_id: string }) => owner_id)).size).toBe(1);
    expect(Object.keys(playlists[0])).toEqual(
      expect.arrayContaining(['id', 'name', 'owner', 'tracks_total']),
    );
  });
  await test.step('it closes with Escape and with its button', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await openExportDialog(page);
    await button('Close').click();
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
  await test.step('axe finds nothing', async () => {
    const again = await openExportDialog(page);
    await expectAccessible(page);
    await again.choose('What', 'List');
    await expectAccessible(page);
  });
});

test('an opened playlist and the liked songs are saved whole, without another request', async ({
  loggedIn: page,
  spotify,
}) => {
  test.slow();
  const { search, status, shownRows, link } = playlistsPage(page);
  await search.fill('owner:me tracks:60..90');
  await expect(status).toHaveText(/^10 of 120 playlists/);
  const [row] = await shownRows();
  await link(row?.name ?? '').click();
  await expect(status).toHaveText(`${row?.tracks} songs`);

  await test.step('a playlist', async () => {
    const before = countOf(spotify, 'items');
    const { dialog, choose, save } = await openExportDialog(page);
    await expect(dialog.getByRole('radiogroup', { name: 'What' })).toHaveCount(0);
    await expect(dialog.getByRole('radiogroup', { name: 'Which' })).toHaveCount(0);
    await choose('Format', 'CSV');
    const csv = await save();
    const [headings, ...rows] = read(csv.text);
    expect(headings).toEqual(expect.arrayContaining(['Title', 'Artists', 'Added on', 'ISRC']));
    expect(rows.map(([position]) => Number(position))).toEqual(
      Array.from({ length: Number(row?.tracks) }, (_, place) => place + 1),
    );
    await choose('Format', 'XSPF');
    expect((await save()).text.match(/<track>/g)).toHaveLength(rows.length);
    await choose('Format', 'Text');
    expect((await save()).text.trimEnd().split('\n')).toHaveLength(rows.length);
    expect(countOf(spotify, 'items')).toBe(before);
    await page.keyboard.press('Escape');
  });
  await test.step('liked songs', async () => {
    await page.getByRole('link', { name: 'Liked songs', exact: true }).first().click();
    await expect(status).toHaveText('130 songs');
    const { choose, save } = await openExportDialog(page);
    await choose('Format', 'JSON');
    const { name, text } = await save();
    expect(name).toBe('Liked songs.json');
    expect(JSON.parse(text)).toMatchObject({ name: 'Liked songs', playlist: null });
    expect(JSON.parse(text).tracks).toHaveLength(130);
  });
});
