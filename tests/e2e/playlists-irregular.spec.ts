import { demoLibrary } from '../../src/demo/data.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { expect, test } from './fixtures.ts';

const library = demoLibrary();

test.use({ spotifyOptions: { library } });

test.beforeEach(async ({ page, spotify: _, logIn }) => {
  await logIn(page);
});

test('entries that are null are skipped and a playlist that comes twice is shown once', async ({
  page,
  spotify,
}) => {
  const entries = library.playlists.flatMap((entry) => (entry === null ? [] : [entry.id]));
  const distinct = [...new Set(entries)];
  expect([library.playlists.length, entries.length, distinct.length]).toEqual([143, 141, 140]);
  const { table, status, allRows } = playlistsPage(page);
  await expect(status).toHaveText('140 playlists');
  await expect(table).toHaveAttribute('aria-rowcount', '141');
  const rows = await allRows(140);
  expect(rows.map(({ id }) => id)).toEqual(distinct);
  expect(rows.map(({ index }) => index)).toEqual(distinct.map((_, place) => place + 2));
  expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(3);
});

test('a count that is missing or null is "–", and a count of 0 is "0"', async ({ page }) => {
  const rows = await playlistsPage(page).allRows(140);
  const tracksOf = (name: string) => rows.find((row) => row.name === name)?.tracks;
  expect(tracksOf('Followed from Afar')).toBe('–');
  expect(tracksOf('Behind the Curtain')).toBe('–');
  expect(tracksOf('Made for Somebody')).toBe('–');
  expect(tracksOf('Not a Song Yet')).toBe('0');
  expect(tracksOf('Everything, Ever')).toBe('3,398');
  expect(rows.filter(({ tracks }) => tracks === '0')).toHaveLength(1);
});

test('an owner without a display name is shown by the id, and a missing owner is "–"', async ({
  page,
}) => {
  const rows = await playlistsPage(page).allRows(140);
  const ownerOf = (name: string) => rows.find((row) => row.name === name)?.owner;
  expect(ownerOf('From a Quiet Account')).toBe('cleo_marchetti');
  expect(ownerOf('Nobody’s Mixtape')).toBe('–');
});

test('each visibility has its word', async ({ page }) => {
  const rows = await playlistsPage(page).allRows(140);
  const visibilityOf = (name: string) => rows.find((row) => row.name === name)?.visibility;
  expect(visibilityOf('Diary')).toBe('Private');
  expect(visibilityOf('Office Fridge')).toBe('Collaborative');
  expect(visibilityOf('Neither Here nor There')).toBe('Unknown');
  expect(visibilityOf('Followed from Afar')).toBe('Public');
});

test('a playlist without a name is "(no name)", and still opens', async ({ page }) => {
  const rows = await playlistsPage(page).allRows(140);
  const nameless = rows.filter(({ name }) => name === '(no name)');
  expect(nameless).toHaveLength(2);
  for (const { id, href } of nameless) {
    expect(href).toBe(`https://open.spotify.com/playlist/${id}`);
  }
});

test('[row 52, s22] every name is shown as the text it is, whatever it is written like', async ({
  page,
}) => {
  let dialogs = 0;
  page.on('dialog', async (dialog) => {
    dialogs += 1;
    await dialog.dismiss();
  });
  const rows = await playlistsPage(page).allRows(140);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  for (const entry of library.playlists) {
    if (entry === null) continue;
    expect(names.get(entry.id)).toBe(entry.name.trim() === '' ? '(no name)' : entry.name);
  }
  const { search, row, table } = playlistsPage(page);
  for (const hostile of ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>']) {
    await search.fill(hostile);
    await expect(row(hostile)).toBeInViewport();
  }
  await expect(table.locator('img')).toHaveCount(0);
  expect(dialogs).toBe(0);
});

test('[row 52, s22] links lead to Spotify alone, in a tab that knows nothing of this one', async ({
  page,
}) => {
  const rows = await playlistsPage(page).allRows(140);
  expect(rows.filter(({ href, id }) => href !== `https://open.spotify.com/playlist/${id}`)).toEqual(
    [],
  );
  const links = page.getByRole('table', { name: 'Playlists' }).getByRole('link');
  const attributes = await links.evaluateAll((all) =>
    all.map((link) => `${link.getAttribute('rel')} ${link.getAttribute('target')}`),
  );
  expect([...new Set(attributes)]).toEqual(['noopener noreferrer _blank']);
});
