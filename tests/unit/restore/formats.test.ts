import { expect, test } from 'vitest';
import { EPISODE, ONE, onlyList, readFileText, said, TWO } from './files.ts';

const TABLES: readonly (readonly [string, string, object])[] = [
  [
    'exportify.app CSV',
    `"Track URI","Track Name","Artist URI(s)","Artist Name(s)","Album URI","Album Name","Disc Number","Track Number","Track Duration (ms)","ISRC","Added By","Added At"\n"spotify:track:${ONE}","One","spotify:artist:${ONE}, spotify:artist:${TWO}","Earth\\, Wind, Ann","spotify:album:${TWO}","Album","1","3","201000","GBARL9300135","me","2020-01-02T03:04:05Z"\n`,
    {
      artists: ['Earth, Wind', 'Ann'],
      album: 'Album',
      durationMs: 201_000,
      isrc: 'GBARL9300135',
      addedAt: '2020-01-02T03:04:05Z',
    },
  ],
  [
    'exportify.app CSV',
    `"Track-URI","Titelname","Künstler-URI(s)","Künstlername(n)","Album-URI","Albumname","Dauer","ISRC-Code","Hinzugefügt am"\n"spotify:track:${ONE}","One","spotify:artist:${ONE}","Ann","spotify:album:${TWO}","Album","201000","GBARL9300135","2020-01-02T03:04:05Z"\n`,
    { artists: ['Ann'], album: 'Album', isrc: 'GBARL9300135', addedAt: '2020-01-02T03:04:05Z' },
  ],
  [
    'exportify.app CSV',
    `トラックURI,トラック名,アーティストURI,アーティスト名,アルバムURI,アルバム名,長さ\nspotify:track:${ONE},One,spotify:artist:${ONE},Ann,spotify:album:${TWO},Album,201000\n`,
    { artists: ['Ann'], album: 'Album' },
  ],
  [
    'exportify.app CSV',
    `Spotify URI,Track Name,Artist Name,Album Name,Disc Number,Track Number,Track Duration (ms),Added By,Added At\nspotify:track:${ONE},One,Ann,Album,1,1,201000,me,2015-01-02T03:04:05Z\n`,
    { artists: ['Ann'], album: 'Album', durationMs: 201_000, addedAt: '2015-01-02T03:04:05Z' },
  ],
  [
    'exportify.net CSV',
    `Track URI,Track Name,Album Name,Artist Name(s),Release Date,Duration (ms),Popularity,Explicit,Added By,Added At,Genres\nspotify:track:${ONE},One,undefined,Ann;Bo,2001,201000,5,false,me,2020-01-02T03:04:05Z,\n`,
    { artists: ['Ann', 'Bo'], durationMs: 201_000, addedAt: '2020-01-02T03:04:05Z' },
  ],
  [
    'Soundiiz CSV',
    `\uFEFFtitle;artist;album;isrc;addedDate;addedBy;duration;url\nOne;Ann;Album;gb-arl-93-00135;2020-01-02;me;201s;https://open.spotify.com/track/${ONE}\n`,
    {
      artists: ['Ann'],
      album: 'Album',
      isrc: 'GBARL9300135',
      durationMs: 201_000,
      addedAt: '2020-01-02',
    },
  ],
  [
    'Chosic CSV',
    `#,Song,Artist,BPM,Added At,Duration,Album,Spotify Track Id,ISRC\n1,One,Ann,120,2020-01-02,3:21,Album,${ONE},GBARL9300135\n`,
    {
      artists: ['Ann'],
      album: 'Album',
      isrc: 'GBARL9300135',
      durationMs: 201_000,
      addedAt: '2020-01-02',
    },
  ],
  [
    'CSV',
    `sep=;\r\nnummer;title;link\r\n1;One;https://open.spotify.com/intl-de/track/${ONE}?si=1\r\n`,
    {},
  ],
];

test.each(TABLES)('%s is read by its headings or contents (%#)', async (format, text, more) => {
  const file = await readFileText(text);
  expect(file.format).toBe(format);
  const { name, kind, rows } = onlyList(file);
  expect([name, kind]).toEqual(['Trip', 'playlist']);
  expect(rows.map(said)).toEqual([
    expect.objectContaining({ uri: `spotify:track:${ONE}`, title: 'One', ...more }),
  ]);
});

test('TuneMyMusic puts many lists into one file, the favourites among them', async () => {
  const { format, lists } = await readFileText(
    `Track name,Artist name,Album,Playlist name,Type,ISRC,Spotify - id\nOne,Ann,Album,Road,Playlist,,${ONE}\n,,,,,,\nTwo,Bo,,Favorites,Favorite,GBARL9300135,\nTwo,Bo,,Road,Playlist,,${TWO}\n`,
  );
  expect(format).toBe('TuneMyMusic CSV');
  expect(lists.map(({ name, kind, rows }) => [name, kind, rows.map(({ uri }) => uri)])).toEqual([
    ['Road', 'playlist', [`spotify:track:${ONE}`, `spotify:track:${TWO}`]],
    ['Favorites', 'liked', [null]],
  ]);
});

test('lists of RiMusic have names and lengths, but no links', async () => {
  const file = await readFileText(
    'PlaylistBrowseId,PlaylistName,MediaId,Title,Artists,Duration,ThumbnailUrl\n,Road,abc,One,Ann,201,\n',
  );
  expect(file.format).toBe('RiMusic CSV');
  expect(onlyList(file).rows.map(said)).toEqual([
    { title: 'One', artists: ['Ann'], durationMs: 201_000 },
  ]);
});

test('the text and the JSON of spotify-backup hold the same lists', async () => {
  const text = await readFileText(
    `Playlists: \r\n\r\nRoad\r\nOne\tAnn, Bo\tAlbum\tspotify:track:${ONE}\t2020-01-02\r\n\r\nLiked Songs\r\nTwo\tBo\t\tspotify:local:Bo::Two:9\t\r\n\r\nLiked Albums: \r\n\r\nAlbum\tAnn\r\n`,
    'backup.txt',
  );
  const track = (uri: string, name: string) => ({
    track: { uri, name, artists: [{ name: 'Ann' }] },
  });
  const json = await readFileText(
    JSON.stringify({
      playlists: [
        { name: 'Road', tracks: [track(`spotify:track:${ONE}`, 'One')] },
        { name: 'Liked Songs', tracks: [track('spotify:local:Bo::Two:9', 'Two')] },
      ],
      albums: [{}],
    }),
    'backup.json',
  );
  for (const { lists, warnings } of [text, json]) {
    expect(warnings).toEqual(['Saved albums aren’t restored: the file has 1.']);
    expect(
      lists.map(({ name, kind, rows }) => [name, kind, rows.map(({ uri, title }) => [uri, title])]),
    ).toEqual([
      ['Road', 'playlist', [[`spotify:track:${ONE}`, 'One']]],
      ['Liked Songs', 'liked', [['spotify:local:Bo::Two:9', 'Two']]],
    ]);
  }
});

test('SpotMyBackup holds ids and URIs alone', async () => {
  const file = await readFileText(
    JSON.stringify({
      playlists: {
        Road: { id: 'x', tracks: [{ id: ONE, uri: `spotify:track:${ONE}` }, { id: TWO }] },
      },
      saved: [{ id: TWO, uri: `spotify:track:${TWO}` }],
    }),
    'spotify.json',
  );
  expect(file.lists.map(({ kind, rows }) => [kind, rows.map(({ uri }) => uri)])).toEqual([
    ['playlist', [`spotify:track:${ONE}`, `spotify:track:${TWO}`]],
    ['liked', [`spotify:track:${TWO}`]],
  ]);
});

test('Spotify’s data download gives playlists with songs, episodes and local files', async () => {
  const song = {
    trackName: 'One',
    artistName: 'Ann',
    albumName: 'Album',
    trackUri: `spotify:track:${ONE}`,
  };
  const file = await readFileText(
    JSON.stringify({
      playlists: [
        {
          name: 'Road',
          description: 'Ann &amp; Bo',
          items: [
            { track: song, episode: null, localTrack: null, addedDate: '2020-01-02' },
            {
              track: null,
              episode: { episodeName: 'E', episodeUri: `spotify:episode:${EPISODE}` },
              localTrack: null,
            },
            { track: null, episode: null, localTrack: { uri: 'spotify:local:Bo::Two:9' } },
          ],
        },
      ],
    }),
    'Playlist1.json',
  );
  expect(file.format).toBe('Spotify data download');
  const { description, rows } = onlyList(file);
  expect(description).toBe('Ann & Bo');
  expect(rows.map(said)).toEqual([
    {
      uri: `spotify:track:${ONE}`,
      title: 'One',
      artists: ['Ann'],
      album: 'Album',
      addedAt: '2020-01-02',
    },
    { uri: `spotify:episode:${EPISODE}`, title: 'E' },
    { uri: 'spotify:local:Bo::Two:9' },
  ]);
});

test('Spotify’s data download gives the liked songs', async () => {
  const file = await readFileText(
    JSON.stringify({
      tracks: [{ artist: 'Ann', album: 'Album', track: 'One', uri: `spotify:track:${ONE}` }],
      albums: [{ artist: 'Ann', album: 'First', uri: `spotify:album:${ONE}` }, {}],
      shows: [{ name: 'Talk', publisher: 'Bo', uri: `spotify:show:${TWO}` }],
      artists: [{ name: 'Ann' }],
    }),
    'YourLibrary.json',
  );
  expect(onlyList(file)).toMatchObject({
    kind: 'liked',
    rows: [{ title: 'One', artists: ['Ann'] }],
  });
  expect(file.saved?.filter(({ items }) => items.length > 0)).toEqual([
    {
      kind: 'album',
      items: [{ uri: `spotify:album:${ONE}`, title: 'First', artists: ['Ann'] }],
    },
    { kind: 'show', items: [{ uri: `spotify:show:${TWO}`, title: 'Talk', artists: ['Bo'] }] },
  ]);
  expect(file.warnings).toEqual([
    '1 saved album has no link, so it isn’t restored.',
    'Followed artists aren’t restored: the file has 1.',
  ]);
});

test('what is saved comes out of an unpacked backup, too', async () => {
  const items = [{ uri: `spotify:show:${ONE}`, name: 'Talk', people: ['Bo'] }, { uri: 'x' }];
  const content = { format: 'Liner Notes backup saved', version: 1, kind: 'shows', items };
  const file = await readFileText(JSON.stringify(content), 'shows.json');
  expect(file).toMatchObject({
    format: 'Liner Notes backup',
    lists: [],
    saved: [{ kind: 'show', items: [{ title: 'Talk', artists: ['Bo'] }] }],
  });
});

test('M3U gives titles and lengths, and never a path', async () => {
  const file = await readFileText(
    `#EXTM3U\n#PLAYLIST:Road\n#EXTINF:201,Ann - One\n../../etc/passwd\n#EXTINF:-1,Two\nspotify:track:${TWO}\nC:\\Music\\Bo - Three.mp3\n`,
    'x.m3u8',
  );
  expect(onlyList(file)).toMatchObject({ name: 'Road' });
  expect(onlyList(file).rows.map(said)).toEqual([
    { title: 'One', artists: ['Ann'], durationMs: 201_000 },
    { title: 'Two', uri: `spotify:track:${TWO}` },
    { title: 'Three', artists: ['Bo'] },
  ]);
});

test('XSPF of other programs is read, with prefixes and CDATA', async () => {
  const file = await readFileText(
    '<?xml version="1.0"?><!-- <track> --><x:playlist xmlns:x="http://xspf.org/ns/0/"><x:title>Road</x:title><x:trackList><x:track><x:title><![CDATA[A & B]]></x:title><x:creator>Ann &amp; Bo</x:creator><x:duration>201000</x:duration></x:track></x:trackList></x:playlist>',
    'x.xspf',
  );
  expect(onlyList(file)).toMatchObject({ name: 'Road', kind: 'playlist' });
  expect(onlyList(file).rows.map(said)).toEqual([
    { title: 'A & B', artists: ['Ann & Bo'], durationMs: 201_000 },
  ]);
});

test('pasted links are songs, and links to anything else are named', async () => {
  const file = await readFileText(
    `https://open.spotify.com/track/${ONE}?si=2\nspotify:episode:${EPISODE}, open.spotify.com/playlist/${TWO}`,
    'Pasted links',
  );
  expect(onlyList(file).rows.map(({ uri }) => uri)).toEqual([
    `spotify:track:${ONE}`,
    `spotify:episode:${EPISODE}`,
  ]);
  expect(file.warnings).toEqual(['1 link leads to no song or episode.']);
});

test('a text has one song a line', async () => {
  const file = await readFileText('Ann, Bo – One – Two\nThree\nNo longer available\n', 'Road.txt');
  expect(onlyList(file).rows.map(said)).toEqual([
    { artists: ['Ann, Bo'], title: 'One – Two' },
    { title: 'Three' },
    {},
  ]);
});
