import { demoLibrary } from '../../../src/demo/music/data.ts';
import type { WirePlaylist } from '../../../src/demo/music/wire.ts';
import { playlistsPage, type ShownRow } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

const library = demoLibrary();
const numbers = new Intl.NumberFormat('en');

test.use({ spotifyOptions: { library, dialect: 'mixed' } });

/** The expected row of an ordinary playlist in Spotify's JSON. */
function expectedRow({ id, name, owner, items, collaborative, ...others }: WirePlaylist) {
  return {
    name,
    href: `https://open.spotify.com/playlist/${id}`,
    owner: owner?.id === library.user.id ? 'You' : owner?.display_name,
    tracks: typeof items?.total === 'number' ? numbers.format(items.total) : '–',
    visibility: collaborative
      ? 'Collaborative'
      : owner?.id !== library.user.id
        ? 'Followed'
        : others.public
          ? 'On profile'
          : 'Not on profile',
    id,
  };
}

/** Whether a playlist has all that Spotify documents. */
const isOrdinary = ({ name, owner, public: isPublic }: WirePlaylist) =>
  name.trim() !== '' && typeof owner?.display_name === 'string' && typeof isPublic === 'boolean';

test('[row 52, s22] every playlist is one row with all its facts, irregular ones as what they are, and links lead to Spotify alone', async ({
  loggedIn: page,
  spotify,
}) => {
  test.slow();
  let dialogs = 0;
  page.on('dialog', async (dialog) => {
    dialogs += 1;
    await dialog.dismiss();
  });
  const { table, status, search, row, allRows } = playlistsPage(page);
  const entries = library.playlists.flatMap((entry) => entry ?? []);
  const playlists = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  await expect(status).toHaveText('140 playlists');
  await expect(table).toHaveAttribute('aria-rowcount', '141');
  const rows = await allRows(140);
  const rowOf = (name: string) => rows.find((shown) => shown.name === name);

  await test.step('entries that are null are skipped and a playlist that comes twice is shown once', () => {
    expect([library.playlists.length, entries.length, playlists.length]).toEqual([143, 141, 140]);
    expect(rows.map(({ id }) => id)).toEqual(playlists.map(({ id }) => id));
    expect(rows.map(({ index }) => index)).toEqual(playlists.map((_, place) => place + 2));
    expect(spotify.requests.filter(({ step }) => step === 'playlists')).toHaveLength(3);
  });
  await test.step('an ordinary playlist has all its facts, private ones included', () => {
    const ordinary = playlists.filter(isOrdinary);
    expect(ordinary.length).toBeGreaterThan(110);
    const ids = new Set(ordinary.map(({ id }) => id));
    const shown = rows.filter(({ id }) => ids.has(id));
    expect(shown.map(({ index: _, ...facts }: ShownRow) => facts)).toEqual(
      ordinary.map(expectedRow),
    );
    const visibilities = new Set(shown.map(({ visibility }) => visibility));
    expect([...visibilities].sort()).toEqual([
      'Collaborative',
      'Followed',
      'Not on profile',
      'On profile',
    ]);
  });
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
    expect(rowOf('Diary')?.visibility).toBe('Not on profile');
    expect(rowOf('Office Fridge')?.visibility).toBe('Collaborative');
    expect(rowOf('Neither Here nor There')?.visibility).toBe('–');
    expect(rowOf('Followed from Afar')?.visibility).toBe('Followed');
  });
  await test.step('links lead to Spotify alone, in a tab that knows nothing of this one', async () => {
    expect(
      rows.filter(({ href, id }) => href !== `https://open.spotify.com/playlist/${id}`),
    ).toEqual([]);
    const links = table.getByRole('link', { name: /in Spotify$/ });
    const attributes = await links.evaluateAll((all) =>
      all.map((link) => `${link.getAttribute('rel')} ${link.getAttribute('target')}`),
    );
    expect([...new Set(attributes)]).toEqual(['noopener noreferrer _blank']);
  });
  await test.step('every name is shown as the text it is, whatever it is written like', async () => {
    expect(rows.map(({ name }) => name)).toEqual(
      playlists.map(({ name }) => (name.trim() === '' ? '(no name)' : name)),
    );
    expect(rows.filter(({ name }) => name === '(no name)')).toHaveLength(2);
    for (const hostile of ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>']) {
      await search.fill(hostile);
      await expect(row(hostile)).toBeInViewport();
    }
    await expect(table.locator('img')).toHaveCount(0);
    expect(dialogs).toBe(0);
  });
});
