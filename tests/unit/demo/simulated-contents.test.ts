import { expect, test } from 'vitest';
import { demoLibrary, makeLibrary } from '../../../src/demo/music/data.ts';
import type { WireItem, WireTrack } from '../../../src/demo/music/wire.ts';
import { groupSameSongs } from '../../../src/library/same-song.ts';

const library = demoLibrary();
const playlists = library.playlists.filter((entry) => entry !== null);
const everything = itemsOf('Everything, Ever');
const firstPlaces = everything.slice(0, 30);

function itemsOf(name: string): readonly WireItem[] {
  return library.items(playlists.find((playlist) => playlist.name === name)?.id ?? '');
}

/** The song of an entry; nothing where it is no song. */
function songOf({ item }: WireItem): WireTrack | undefined {
  return item?.type === 'track' ? item : undefined;
}

test('every playlist has as many entries as it says', () => {
  const counted = playlists.filter(({ items }) => typeof items?.total === 'number');
  expect(counted.length).toBeGreaterThan(100);
  for (const { id, items } of counted) expect(library.items(id)).toHaveLength(items?.total ?? -1);
  expect(everything).toHaveLength(3398);
  expect(itemsOf('Not a Song Yet')).toEqual([]);
});

test('a playlist that does not say how many entries it has has a few', () => {
  const counts = ['Followed from Afar', 'Made for Somebody'].map((name) => itemsOf(name).length);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThan(30);
});

test('nobody knows the entries of an unknown playlist', () => {
  expect(library.items('0000000000000000000000')).toEqual([]);
});

test('contents are the same every time, in whatever order they are asked for', () => {
  const again = demoLibrary();
  const ids = playlists.slice(0, 9).map(({ id }) => id);
  const backwards = ids.toReversed().map((id) => again.items(id));
  expect(again.liked()).toEqual(library.liked());
  expect(backwards.toReversed()).toEqual(ids.map((id) => library.items(id)));
});

test('contents are made once', () => {
  const { id = '' } = playlists[0] ?? {};
  expect(library.items(id)).toBe(library.items(id));
  expect(library.liked()).toBe(library.liked());
});

test('another seed gives other songs', () => {
  const [one, other] = [1, 2].map((seed) => makeLibrary({ playlists: 1, seed, liked: 20 }).liked());
  expect(one?.[0]?.track.id).not.toBe(other?.[0]?.track.id);
});

test('a made-up library has as many entries and likes as were asked for', () => {
  const made = makeLibrary({ playlists: 20, itemsPerPlaylist: 7, liked: 30 });
  const own = made.playlists.filter((each) => each?.owner?.id === made.user.id);
  expect(own.length).toBeGreaterThan(5);
  expect(own.map((each) => each?.items?.total)).toEqual(own.map(() => 7));
  expect(own.map((each) => made.items(each?.id ?? '').length)).toEqual(own.map(() => 7));
  expect([made.likedTotal, made.liked().length]).toEqual([30, 30]);
  expect(makeLibrary({ playlists: 20 }).liked()).toEqual([]);
});

test('the demo user likes 3,412 songs, each once and the newest first', () => {
  const liked = library.liked();
  expect([liked.length, library.likedTotal]).toEqual([3412, 3412]);
  expect(new Set(liked.map(({ track }) => track.uri)).size).toBe(3412);
  const times = liked.map((row) => row.added_at);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(times.every((time) => /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time))).toBe(true);
});

test('songs have ids, codes and dates in the forms that Spotify gives them', () => {
  const tracks = library.liked().map(({ track }) => track);
  expect(tracks.every(({ id }) => /^[0-9A-Za-z]{22}$/.test(id ?? ''))).toBe(true);
  const codes = tracks.flatMap(({ external_ids }) => external_ids?.isrc ?? []);
  expect(codes.length).toBeGreaterThan(3000);
  expect(codes.every((code) => /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code))).toBe(true);
  const dates = { day: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, year: /^\d{4}$/ };
  for (const [precision, form] of Object.entries(dates)) {
    const released = tracks.flatMap(({ album }) =>
      album?.release_date_precision === precision ? [album.release_date] : [],
    );
    expect(released.length).toBeGreaterThan(100);
    expect(released.every((date) => form.test(date ?? ''))).toBe(true);
  }
});

test('no picture of a song would let a browser reach Spotify', () => {
  const pictures = library.liked().flatMap(({ track }) => track.album?.images ?? []);
  expect(pictures).toEqual([]);
});

test('everything in "Local Files Only" is a local file', () => {
  const items = itemsOf('Local Files Only');
  expect(items.length).toBeGreaterThan(0);
  expect(items.every((entry) => entry.is_local && songOf(entry)?.id === null)).toBe(true);
});

test('long playlists have an irregular entry here and there', () => {
  const long = playlists.filter(
    ({ name, items }) => (items?.total ?? 0) > 400 && !['Everything, Ever'].includes(name),
  );
  const gone = long.flatMap(({ id }) => library.items(id)).filter(({ item }) => item === null);
  expect(gone.length).toBeGreaterThan(0);
});

test.each<[string, (entry: WireItem, before: WireItem | undefined) => boolean]>([
  ['an episode of a podcast', ({ item }) => item?.type === 'episode' && item.show.name !== ''],
  ['a removed song', ({ item, added_by }) => item === null && added_by?.id === ''],
  ['an unknown time', ({ added_at }) => added_at === null],
  ['an unknown person', ({ added_by }) => added_by === null],
  ['a song twice', ({ item }, before) => item !== null && item === before?.item],
  ['a song without artists', (entry) => songOf(entry)?.artists.length === 0],
  ['a song without an album', (entry) => songOf(entry)?.album === null],
  ['a song of no length', (entry) => songOf(entry)?.duration_ms === 0],
  ['a song that cannot be played', (entry) => songOf(entry)?.is_playable === false],
  ['a song without codes', (entry) => songOf(entry)?.external_ids === undefined],
  ['an empty name', ({ item }) => item?.name === ''],
  ['a name of over 200 characters', ({ item }) => (item?.name.length ?? 0) > 200],
  ['Arabic', ({ item }) => /\p{Script=Arabic}/u.test(item?.name ?? '')],
  ['Hebrew', ({ item }) => /\p{Script=Hebrew}/u.test(item?.name ?? '')],
  ['an emoji', ({ item }) => /\p{Extended_Pictographic}/u.test(item?.name ?? '')],
  ['a formula', ({ item }) => item?.name.startsWith('=') ?? false],
  ['a line break', ({ item }) => item?.name.includes('\n') ?? false],
  ['quotes', ({ item }) => item?.name.includes('"') ?? false],
  ['markup', ({ item }) => item?.name.startsWith('<img') ?? false],
  ['a foreign host', ({ item }) => linkOf(item).includes('.evil.example/')],
  ['a link that is a script', ({ item }) => linkOf(item).startsWith('javascript:')],
  ['no link', (entry) => songOf(entry)?.is_local === false && linkOf(entry.item) === ''],
])('"Everything, Ever" begins with %s among others', (_, isIt) => {
  expect(firstPlaces.some((entry, place) => isIt(entry, firstPlaces[place - 1]))).toBe(true);
});

test('a local file has names, a length and nothing else', () => {
  const file = firstPlaces.find((entry) => entry.is_local);
  expect(file?.item).toMatchObject({
    id: null,
    href: null,
    is_local: true,
    external_urls: {},
    album: { id: null, album_type: null, images: [], release_date: null },
    artists: [{ id: null, name: expect.any(String) }],
    uri: expect.stringMatching(/^spotify:local:[^:]+:[^:]+:[^:]+:\d+$/),
  });
});

function linkOf(item: WireItem['item']): string {
  return item?.external_urls.spotify ?? '';
}

test('the demo’s songs are in several playlists, twice in one, liked only, and released twice', () => {
  const own = playlists.filter(({ owner, collaborative }) => {
    return collaborative || owner?.id === library.user.id;
  });
  const places = own.flatMap(({ id }) =>
    library.items(id).flatMap((entry) => ({ id, song: songOf(entry) })),
  );
  const lists = new Map<string, string[]>();
  const songs = new Map<string, WireTrack>();
  for (const { id, song } of places) {
    if (!song) continue;
    lists.set(song.uri, [...(lists.get(song.uri) ?? []), id]);
    songs.set(song.uri, song);
  }
  const counts = [...lists.values()].map((ids) => [ids.length, new Set(ids).size]);
  expect(counts.some(([, distinct = 0]) => distinct > 3)).toBe(true);
  expect(counts.some(([all = 0, distinct = 0]) => all > distinct)).toBe(true);
  const only = library.liked().filter(({ track }) => !lists.has(track.uri));
  expect(only.length).toBeGreaterThan(100);
  expect(only.length).toBeLessThan(200);

  const facts = [...songs.values()].map((song) => ({
    uri: song.uri,
    isrc: song.external_ids?.isrc ?? null,
    title: song.name,
    artists: song.artists.map(({ name }) => name),
    durationMs: song.duration_ms,
    explicit: song.explicit,
  }));
  const levels = groupSameSongs(facts).map(({ level }) => level);
  for (const level of [2, 3]) {
    expect(levels.filter((each) => each === level).length).toBeGreaterThan(20);
    expect(levels.filter((each) => each === level).length).toBeLessThan(100);
  }
});
