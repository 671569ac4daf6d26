import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { keyOf, queriesOf } from '../../../src/features/restore/match/match-key.ts';
import {
  costOf,
  type Found,
  type MatchDependencies,
  matchSongs,
} from '../../../src/features/restore/match/match-songs.ts';
import { outcomeOf } from '../../../src/features/restore/match/outcome.ts';
import { type FileRow, NO_SONG } from '../../../src/features/restore/readers/read-file.ts';
import { makePace } from '../../../src/spotify/pace.ts';
import { searchSongs } from '../../../src/spotify/search.ts';
import { openBrowser } from '../../support/unit/browser.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { countOf, logIn, simulateSpotify } from '../../support/unit/spotify.ts';
import { hurry } from '../../support/unit/test-clock.ts';

const network = useNetwork();
const library = makeLibrary({ playlists: 0, liked: 40 });
const songs = library.liked().map(({ track }) => track);

/** The rows of a file without links, as they would be exported of the first songs. */
const rows = songs.slice(0, 6).map(
  ({ name, artists, duration_ms }): FileRow => ({
    ...NO_SONG,
    title: name,
    artists: artists.map((artist) => artist.name),
    durationMs: duration_ms,
  }),
);

/** A person who searches for the songs of a file, as fast as the clock allows. */
async function openSearch() {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { library });
  const tab = browser.openTab();
  await logIn(tab);
  const { clock } = browser;
  const pace = makePace({ clock, memory: openLimits()(), random: () => 0.5 });
  const connection = { fetch: tab.session.fetch, clock, isOnline: () => true, pace };
  const found = new Map<string, Found>();
  return {
    spotify,
    found,
    searches: () => countOf(spotify, 'search'),
    async match(wanted: readonly FileRow[], changes: Partial<MatchDependencies> = {}) {
      const work = matchSongs(
        wanted,
        {
          connection,
          clock,
          isKnown: (key) => found.has(key),
          onFound: (each) => found.set(each.key, each),
          ...changes,
        },
        new AbortController().signal,
      );
      await hurry(clock, work);
      return work;
    },
    async search(query: string) {
      const work = searchSongs(connection, query, new AbortController().signal);
      await hurry(clock, work);
      return work;
    },
    stateOf: (row: FileRow) => outcomeOf(row, found.get(keyOf(row))),
    retry: () => pace.lift(),
  };
}

test('each song takes one search of ten hits, and what is known none', async () => {
  const search = await openSearch();
  await search.match([...rows, ...rows]);
  expect(search.searches()).toBe(rows.length);
  rows.forEach((row, at) => {
    expect(search.stateOf(row)).toMatchObject({ state: 'found', song: { uri: songs[at]?.uri } });
  });
  const asked = search.spotify.requests.filter(({ step }) => step === 'search');
  for (const { url } of asked) expect(new URL(url).searchParams.get('limit')).toBe('10');
  await search.match(rows);
  expect(search.searches()).toBe(rows.length);
});

test('an ISRC is searched for first, and the words only where it finds nothing sure', async () => {
  const search = await openSearch();
  const at = songs.findIndex(({ external_ids }) => external_ids?.isrc);
  const { external_ids, name, artists } = songs[at] ?? {};
  const row = { ...NO_SONG, isrc: external_ids?.isrc ?? '', title: name ?? '' };
  const unknown = { ...row, isrc: 'ZZLN00000000', artists: [artists?.[0]?.name ?? ''] };
  expect(costOf([row, unknown], () => false)).toEqual({ least: 2, most: 4 });
  await search.match([row]);
  expect(search.searches()).toBe(1);
  await search.match([unknown]);
  expect(search.searches()).toBe(3);
  for (const each of [row, unknown]) expect(search.stateOf(each)).toMatchObject({ state: 'found' });
});

test('what Spotify does not have is not found, whatever else it answers', async () => {
  const search = await openSearch();
  const row = { ...NO_SONG, title: 'No Such Song', artists: ['Nobody'] };
  await search.match([row]);
  expect(search.stateOf(row)).toMatchObject({ state: 'none', isRefused: false });
});

test.each([
  ['a rate limit', 'rate-limited', 'rate-limited'],
  ['an exhausted quota', 'quota-exceeded', 'quota-exceeded'],
  ['a lost network', 'network-error', 'unreadable-answer'],
  ['a fault of Spotify', 'server-error-503', 'spotify-down'],
  ['an answer of another form', 'wrong-shape', 'unexpected-answer'],
  ['an answer without content', 'empty-body', 'unexpected-answer'],
  ['half an answer', 'truncated-body', 'unexpected-answer'],
] as const)(
  '%s is never a song that was not found: the search stops, and resumes',
  async (_what, fault, kind) => {
    const search = await openSearch();
    search.spotify.faults.arm(fault, { on: 'search', skip: 2, times: Number.POSITIVE_INFINITY });
    await expect(search.match(rows)).rejects.toMatchObject({ kind });
    expect(search.found.size).toBe(2);
    expect(search.stateOf(rows[2] ?? NO_SONG)).toEqual({ state: 'open' });
    search.spotify.faults.clear();
    search.retry();
    const before = search.searches();
    await search.match(rows);
    expect(search.searches() - before).toBe(rows.length - 2);
    for (const row of rows) expect(search.stateOf(row).state).toBe('found');
  },
);

test('a quota that is known to be exhausted costs no request', async () => {
  const search = await openSearch();
  search.spotify.faults.arm('quota-exceeded', { on: 'search' });
  await expect(search.match(rows)).rejects.toMatchObject({ kind: 'quota-exceeded' });
  await expect(search.match(rows)).rejects.toMatchObject({ kind: 'quota-exceeded' });
  expect(search.searches()).toBe(1);
});

test('a query that Spotify refuses says so, and the others go on', async () => {
  const search = await openSearch();
  search.spotify.faults.arm('refused-id', { on: 'search' });
  await search.match(rows);
  expect(search.stateOf(rows[0] ?? NO_SONG)).toMatchObject({ state: 'none', isRefused: true });
  expect(search.stateOf(rows[1] ?? NO_SONG)).toMatchObject({ state: 'found' });
});

test('empty places, missing and odd members of an answer are no hits, or unknown', async () => {
  const search = await openSearch();
  const track = { uri: 'spotify:track:1', id: '1', name: 'Bare', type: 'track' };
  network.use(
    http.get(`${SPOTIFY_API}/v1/search`, () =>
      HttpResponse.json({
        tracks: { items: [null, track, 7, {}, { ...track, artists: 'x', album: null, uri: null }] },
      }),
    ),
  );
  expect(await search.search('bare')).toEqual([
    expect.objectContaining({ uri: 'spotify:track:1', artists: [], isrc: null, durationMs: null }),
  ]);
});

test.each([
  [
    'signs and operators of queries',
    { title: 'NOT "Now": (A) OR B*', artists: ['Ann'] },
    ['not Now A or B Ann'],
  ],
  ['guests', { title: 'Quiet (feat. Bo & Cy)', artists: ['Ann', 'Bo'] }, ['Quiet Ann']],
  ['a title that is all guests', { title: '(with Bo)', artists: ['Ann'] }, ['with Bo Ann']],
  [
    'a version',
    { title: 'Été & Iron (Live at Home) - 2011 Remaster', artists: ['Ann'] },
    ['Été & Iron Live at Home 2011 Remaster Ann', 'Été & Iron Ann'],
  ],
  ['an ISRC alone', { isrc: 'GBARL9300135' }, ['isrc:GBARL9300135']],
  ['a title as long as a book', { title: '長'.repeat(500) }, ['長'.repeat(150)]],
] as const)('%s make a query that finds', (_what, row, queries) => {
  expect(queriesOf({ ...NO_SONG, ...row })).toEqual(queries);
});
