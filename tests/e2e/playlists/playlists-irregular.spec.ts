import { demoLibrary } from '../../../src/demo/music/data.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const library = demoLibrary();

test.use({ spotifyOptions: { library } });

test('entries that are null are skipped and a playlist that comes twice is shown once', async ({
  loggedIn: page,
  spotify,
}) => {
  const entries = library.playlists.flatMap((entry) => (entry === null ? [] : [entry.id]));
  const distinct = [...new Set(entries)];
  expect([library.playlists.length, entries.length, distinct.length]).toEqual([143, 141, 140]);
  const { table, status, allRows } = playlistsPage(page);
  await expect(status).toHaveText('140 playlists');
  await expect(table).toHaveAttribute('aria-rowcount', '142');
  const rows = await allRows(140);
  expect(rows.map(({ id }) => id)).toEqual(distinct);
  expect(rows.map(({ index }) => index)).toEqual(distinct.map((_, place) => place + 2));
  expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(3);
});

test('every irregular fact has its words: counts, owners, visibilities and names', async ({
  loggedIn: page,
}) => {
  const rows = await playlistsPage(page).allRows(140);
  const rowOf = (name: string) => rows.find((row) => row.name === name);

  await test.step('a count that is missing or null is "–", and a count of 0 is "0"', () => {
    expect(rowOf('Followed from Afar')?.tracks).toBe('–');
    expect(rowOf('Behind the Curtain')?.tracks).toBe('–');
    expect(rowOf('Made for Somebody')?.tracks).toBe('–');
    expect(rowOf('Not a Song Yet')?.tracks).toBe('0');
    expect(rowOf('Everything, Ever')?.tracks).toBe('3,398');
    expect(rows.filter(({ tracks }) => tracks === '0')).toHaveLength(1);
  });
  await test.step('an owner without a display name is the id, and a missing owner is "–"', () => {
    expect(rowOf('From a Quiet Account')?.owner).toBe('cleo_marchetti');
    expect(rowOf('Nobody’s Mixtape')?.owner).toBe('–');
  });
  await test.step('each visibility has its word', () => {
    expect(rowOf('Diary')?.visibility).toBe('Private');
    expect(rowOf('Office Fridge')?.visibility).toBe('Collaborative');
    expect(rowOf('Neither Here nor There')?.visibility).toBe('Unknown');
    expect(rowOf('Followed from Afar')?.visibility).toBe('Public');
  });
  await test.step('a playlist without a name is "(no name)", and still opens', () => {
    const nameless = rows.filter(({ name }) => name === '(no name)');
    expect(nameless).toHaveLength(2);
    for (const { id, href } of nameless) {
      expect(href).toBe(`https://open.spotify.com/playlist/${id}`);
    }
  });
});

test('[row 52, s22] every name is shown as the text it is, whatever it is written like', async ({
  loggedIn: page,
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
  loggedIn: page,
}) => {
  const rows = await playlistsPage(page).allRows(140);
  expect(rows.filter(({ href, id }) => href !== `https://open.spotify.com/playlist/${id}`)).toEqual(
    [],
  );
  const links = page
    .getByRole('table', { name: 'Playlists' })
    .getByRole('link', { name: /in Spotify$/ });
  const attributes = await links.evaluateAll((all) =>
    all.map((link) => `${link.getAttribute('rel')} ${link.getAttribute('target')}`),
  );
  expect([...new Set(attributes)]).toEqual(['noopener noreferrer _blank']);
});
