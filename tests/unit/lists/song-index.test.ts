import { expect, test } from 'vitest';
import { searchRows } from '../../../src/library/search.ts';
import { makeSongSearch, SONG_SEARCH, SONG_SEARCH_HELP } from '../../../src/library/song-search.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import { makeSongIndex } from '../../../src/lists/song-index.ts';
import { GAP, item } from '../../support/unit/items.ts';
import { playlist } from '../library/find-playlists.ts';

const SUNDAY = playlist({ id: 'sunday', name: 'Slow Sunday' });
const RADIO = playlist({ id: 'radio', name: 'Kitchen Rádio' });

/** Rows of a playlist, at positions from 1. */
function rows(...songs: readonly Partial<PlaylistItem>[]): readonly PlaylistItem[] {
  return songs.map((song, at) => ({ ...item(song), position: at + 1 }));
}
const song = (name: string, more: Partial<PlaylistItem> = {}) => ({
  title: name,
  uri: `spotify:track:${name}`,
  id: null,
  ...more,
});

/** An index of two playlists and the liked songs. */
function made() {
  const index = makeSongIndex();
  index.add(
    SUNDAY,
    rows(
      song('Tide', { addedAt: '2020-05-01T10:00:00Z' }),
      GAP,
      song('Tide', { addedAt: '2019-05-01T10:00:00Z' }),
      song('Ferry', { addedAt: null }),
      { kind: 'local', uri: 'spotify:local:Ada:Tapes:Song:1', title: 'Mine', explicit: null },
    ),
  );
  index.add(
    RADIO,
    rows({ ...GAP }, song('Tide', { addedAt: '2018-05-01T10:00:00Z', isPlayable: false }), {
      kind: 'episode',
      uri: 'spotify:episode:e',
      title: 'Talk',
      artists: [],
    }),
  );
  index.addLiked(
    rows(
      song('Kettle', { addedAt: '2026-09-01T10:00:00Z' }),
      song('Tide', { addedAt: '2017-05-01T10:00:00Z', coverUrl: 'https://i.scdn.co/image/a' }),
    ),
  );
  return index;
}

test('a song has one row with all its places, positions counting every row', () => {
  const tide = made()
    .songs()
    .find(({ title }) => title === 'Tide');
  expect(
    tide?.places.map(({ playlist: of, positions, addedAt }) => [of.id, positions, addedAt]),
  ).toEqual([
    ['sunday', [1, 3], ['2020-05-01T10:00:00Z', '2019-05-01T10:00:00Z']],
    ['radio', [2], ['2018-05-01T10:00:00Z']],
  ]);
  expect(tide).toMatchObject({
    isLiked: true,
    likedAt: '2017-05-01T10:00:00Z',
    addedAt: '2017-05-01T10:00:00Z',
    isPlayable: false,
    coverUrl: 'https://i.scdn.co/image/a',
    key: 'spotify:track:Tide',
  });
});

test('each gap is a row of its own, local files and episodes are songs too', () => {
  const songs = made().songs();
  const gaps = songs.filter(({ kind }) => kind === 'unavailable');
  expect(gaps.map(({ places }) => places.map((place) => [place.playlist.id, ...place.positions])))
    // Of equal times, by playlist.
    .toEqual([[['radio', 1]], [['sunday', 2]]]);
  expect(new Set(songs.map(({ kind }) => kind)).size).toBe(4);
  expect(songs).toHaveLength(7);
  expect(songs[0]?.title).toBe('Kettle');
});

test('rows that were read before do not change when a playlist is added', () => {
  const index = makeSongIndex();
  index.add(SUNDAY, rows(song('Tide')));
  const before = index.songs();
  index.add(RADIO, rows(song('Tide')));
  expect(before[0]?.places).toHaveLength(1);
  expect(index.songs()[0]?.places).toHaveLength(2);
  index.add(RADIO, rows(song('Tide'), song('Tide')));
  expect(index.songs()[0]?.places).toHaveLength(2);
  expect(index.songs()).toBe(index.songs());
});

test('a playlist of another version takes the place of the earlier one', () => {
  const index = made();
  const before = index.songs();
  index.add({ ...SUNDAY, snapshotId: 'next' }, rows(song('Ferry'), song('Fresh'), GAP));
  const now = index.songs();
  const placesIn = (title: string) =>
    now
      .find((each) => each.title === title)
      ?.places.map(({ playlist: { id }, positions }) => [id, ...positions]);
  expect(placesIn('Tide')).toEqual([['radio', 2]]);
  expect(placesIn('Ferry')).toEqual([['sunday', 1]]);
  expect(placesIn('Fresh')).toEqual([['sunday', 2]]);
  expect(placesIn('Mine')).toBeUndefined();
  expect(now.find(({ title }) => title === 'Tide')?.addedAt).toBe('2017-05-01T10:00:00Z');
  expect(now.filter(({ kind }) => kind === 'unavailable').map(({ key }) => key)).toEqual(
    expect.arrayContaining(['radio 1', 'sunday 3']),
  );
  expect(new Set(now.map(({ key }) => key)).size).toBe(now.length);
  expect(now).toHaveLength(before.length);
  index.add({ ...RADIO, snapshotId: 'empty' }, []);
  expect(index.songs().some(({ title }) => title === 'Talk')).toBe(false);
});

test('a playlist tells its length and its last addition', () => {
  const { durationMs, lastAddedAt } =
    made()
      .facts()
      .find(({ id }) => id === 'sunday') ?? {};
  expect(durationMs).toBe(4 * 187_999);
  expect(lastAddedAt).toBe('2026-08-01T10:00:00Z');
});

test.each([
  ['tide', ['Tide']],
  ['in:"slow sunday"', ['Ferry', 'Mine', 'Tide', null]],
  ['in:radio tide', ['Tide']],
  ['in:none', ['Kettle']],
  ['playlists:>1', ['Tide']],
  ['playlists:0', ['Kettle']],
  ['liked:yes', ['Kettle', 'Tide']],
  ['liked:no ferry', ['Ferry']],
  ['twice:yes', ['Tide']],
  ['twice:no liked:yes', ['Kettle']],
  ['playable:no', ['Tide', null, null]],
  ['kind:local', ['Mine']],
  ['kind:episode', ['Talk']],
  ['added:2017', ['Tide']],
  ['SEXXX7300001 kettle', ['Kettle']],
  ['spotify:local:Ada:Tapes:Song:1', ['Mine']],
  ['"song ada"', []],
])('%s finds %j', (query, titles) => {
  const found = searchRows(made().songs(), query, SONG_SEARCH).map(({ title }) => title);
  expect(found.toSorted((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1))).toEqual(titles);
});

test('each operator stands once in the help, with an example that filters', () => {
  const names = SONG_SEARCH_HELP.map(({ example }) => example.split(':')[0] ?? '');
  expect(new Set(names).size).toBe(names.length);
  const operators = names.filter((name) => !name.startsWith('"'));
  expect(operators.toSorted()).toEqual(Object.keys(SONG_SEARCH.operators).toSorted());
});

test('typing letter by letter, and taking letters back, finds what a search at once finds', () => {
  const songs = made().songs();
  const search = makeSongSearch();
  const typed = [
    't',
    'ti',
    'tid',
    'tide',
    'tide l',
    'tide liked:y',
    'tide liked:n',
    'tide',
    'k',
    '',
  ];
  for (const query of [...typed, 'か', 'が', 'fer', 'ferry', 'in:s', 'in:sl', 'in:slx', 'ferry'])
    expect(search(songs, query), query).toEqual(searchRows(songs, query, SONG_SEARCH));
  const fewer = songs.slice(1);
  expect(search(fewer, 'ferry')).toEqual(searchRows(fewer, 'ferry', SONG_SEARCH));
});

test('50,000 songs in 500 playlists are indexed and searched', () => {
  const index = makeSongIndex();
  for (let list = 0; list < 500; list += 1) {
    const songs = Array.from({ length: 100 }, (_, at) =>
      song(`Song ${list} ${(list * 7919 + at) % 4001} Tender Ferry, Pt. ${at}`),
    );
    index.add(playlist({ id: `${list}`, name: `Playlist ${list}` }), rows(...songs));
  }
  const songs = index.songs();
  expect(songs).toHaveLength(50_000);
  const search = makeSongSearch();
  for (const query of ['tender ferry, pt. 42', 'in:"playlist 42" playlists:>0'])
    expect(search(songs, query).length).toBe(searchRows(songs, query, SONG_SEARCH).length);
  expect(search(songs, 'playlists:1')).toHaveLength(50_000);
});
