import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  groupSameSongs,
  type SameLevel,
  type SongFacts,
  sameSong,
} from '../../../src/library/same-song.ts';
import { takeTitleApart } from '../../../src/library/song-title.ts';

/** A song with its facts short: title, artists, and what differs from the usual. */
function song(uri: string, [title, artists = ['Pell'], more = {}]: Short): SongFacts {
  return { uri, title, artists, isrc: null, durationMs: 200_000, explicit: false, ...more };
}
type Short = readonly [string, (readonly string[])?, Partial<SongFacts>?];

const DIRTY = { explicit: true };
const ISRC = { isrc: 'ZZLN11000001' };
const lasting = (durationMs: number) => ({ durationMs });

/** Pairs as they stand in real libraries, with made-up names, and whether they are one song. */
const PAIRS: readonly (readonly [SameLevel | null, string, Short, Short])[] = [
  // One recording on two albums
  [3, 'the same on a compilation', ['Tidal Lantern'], ['Tidal Lantern']],
  [3, 'two seconds longer', ['Tidal Lantern'], ['Tidal Lantern', ['Pell'], lasting(202_000)]],
  [
    null,
    'more than two seconds longer',
    ['Tidal Lantern'],
    ['Tidal Lantern', ['Pell'], lasting(202_001)],
  ],
  [2, 'the same ISRC', ['Tidal Lantern', ['Pell'], ISRC], ['Tidal Lantern', ['Pell'], ISRC]],
  [2, 'an ISRC with hyphens', ['A', ['Pell'], ISRC], ['B', ['Pell'], { isrc: 'zz-ln1-10-00001' }]],
  [
    2,
    'the same ISRC, 3 s',
    ['A', ['Pell'], ISRC],
    ['B', ['Pell'], { ...ISRC, ...lasting(203_000) }],
  ],
  [
    null,
    'a shared ISRC, 3.001 s',
    ['A', ['Pell'], ISRC],
    ['B', ['Pell'], { ...ISRC, ...lasting(203_001) }],
  ],
  [2, 'one ISRC under two titles', ['Tidal Lantern', ['Pell'], ISRC], ['Linterna', ['Pell'], ISRC]],
  [
    3,
    'two ISRCs, else alike',
    ['Quiet', ['Pell'], ISRC],
    ['Quiet', ['Pell'], { isrc: 'ZZLN11000002' }],
  ],
  [null, 'no length', ['Quiet', ['Pell'], { durationMs: null }], ['Quiet']],
  [null, 'no title', ['', ['Pell'], {}], ['', ['Pell'], {}]],
  [null, 'no artist', ['Quiet', []], ['Quiet', []]],
  // Remasters
  [null, 'a remaster', ['Copper Kettle'], ['Copper Kettle - 2011 Remaster']],
  [null, 'a remaster in brackets', ['Copper Kettle'], ['Copper Kettle (Remastered)']],
  [3, 'one remaster, worded twice', ['Kettle - 2011 Remaster'], ['Kettle (Remastered 2011)']],
  [null, 'two remasters', ['Kettle - 2009 Remaster'], ['Kettle - 2019 Remaster']],
  [3, 'a digital remaster', ['Kettle - 2011 Remaster'], ['Kettle (2011 Digital Remaster)']],
  // Live and acoustic
  [null, 'live', ['Salt-White'], ['Salt-White - Live']],
  [null, 'live somewhere', ['Salt-White (Live)'], ['Salt-White - Live at the Boathouse']],
  [null, 'live at two places', ['Salt (Live at Kvist)'], ['Salt (Live at Lund)']],
  [3, 'live, worded twice', ['Salt - Live at Kvist'], ['Salt (Live in Kvist)']],
  [3, 'a live version', ['Salt (Live Version)'], ['Salt (Live)']],
  [null, 'acoustic', ['Salt'], ['Salt (Acoustic)']],
  [null, 'unplugged', ['Salt'], ['Salt - Unplugged']],
  [null, 'en vivo', ['Señor Intervalo'], ['Señor Intervalo (En Vivo)']],
  // Edits, mixes, speeds
  [null, 'a radio edit', ['Velvet'], ['Velvet - Radio Edit']],
  [3, 'a radio version is an edit', ['Velvet (Radio Version)'], ['Velvet - Radio Edit']],
  [null, 'a remix', ['Velvet'], ['Velvet (Moss Telegraph Remix)']],
  [null, 'two remixes', ['Velvet (Moss Remix)'], ['Velvet (Aster Remix)']],
  [null, 'an extended mix', ['Velvet'], ['Velvet - Extended Mix']],
  [null, 'sped up', ['Velvet'], ['Velvet - Sped Up']],
  [3, 'sped up, worded twice', ['Velvet (Sped Up Version)'], ['Velvet - sped up']],
  [null, 'slowed', ['Velvet'], ['Velvet (Slowed + Reverb)']],
  [null, 'instrumental', ['Velvet'], ['Velvet (Instrumental)']],
  [null, 'a demo', ['Velvet'], ['Velvet (Demo)']],
  [null, 'mono', ['Velvet'], ['Velvet - Mono']],
  [3, 'a bonus track', ['Velvet'], ['Velvet - Bonus Track']],
  [3, 'the album version', ['Velvet'], ['Velvet (Album Version)']],
  // Sung again, or by others
  [null, "Pell's version", ['Lantern'], ["Lantern (Pell's Version)"]],
  [3, "Pell's version twice", ["Lantern (Pell's Version)"], ['Lantern (Pell’s Version)']],
  [null, 're-recorded', ['Lantern'], ['Lantern (Re-Recorded)']],
  [null, 'karaoke', ['Lantern'], ['Lantern (Karaoke Version)', ['Pell']]],
  [null, 'the same title by another', ['Lantern', ['Pell']], ['Lantern', ['Odile Varga']]],
  [null, 'a cover', ['Lantern'], ['Lantern (Cover)']],
  // Explicit and clean
  [null, 'explicit and clean by the mark', ['Ladder', ['Pell'], DIRTY], ['Ladder']],
  [
    3,
    'a mark that is unknown',
    ['Ladder', ['Pell'], DIRTY],
    ['Ladder', ['Pell'], { explicit: null }],
  ],
  [null, 'clean by the title', ['Ladder', ['Pell'], DIRTY], ['Ladder (Clean)']],
  [3, 'explicit by title and mark', ['Ladder (Explicit)'], ['Ladder', ['Pell'], DIRTY]],
  // Guests
  [3, 'feat. in title or artists', ['Tide (feat. Wren)'], ['Tide', ['Pell', 'Wren']]],
  [3, 'feat. without brackets', ['Tide feat. Wren'], ['Tide ft. Wren']],
  [3, 'a guest that one leaves out', ['Tide (feat. Wren)'], ['Tide']],
  [null, 'two guests', ['Tide (feat. Wren)'], ['Tide (feat. Kiyoko)']],
  [3, 'guests in another order', ['Tide (with Wren & Ivo)'], ['Tide', ['Pell', 'Ivo', 'Wren']]],
  [null, 'a remix with a guest', ['Tide (feat. Wren)'], ['Tide (Remix) [feat. Wren]']],
  // Spelling, parts, scripts
  [3, 'case, accents, quotes', ["L'Été – Don’t"], ["l'ete - don't"]],
  [3, 'and', ['Fennel & Stone', ['A & B']], ['Fennel and Stone', ['A and B']]],
  [3, 'punctuation', ['No, No. 2!'], ['No No 2']],
  [null, 'two parts', ['Candle, Pt. 1'], ['Candle, Pt. 2']],
  [3, 'signs alone', ['???'], ['???']],
  [null, 'other signs', ['???'], ['!!!']],
  [3, 'brackets alone', ['(Live)'], ['(Live)']],
  [3, 'full width', ['夜汽車（feat. 楓）', ['灯']], ['夜汽車 (feat. 楓)', ['灯']]],
  [null, 'live in Japanese', ['夜汽車', ['灯']], ['夜汽車（ライブ）', ['灯']]],
  [null, 'live in Chinese', ['雨天', ['林']], ['雨天 (现场版)', ['林']]],
  [null, 'karaoke in Korean', ['밤 산책', ['달']], ['밤 산책 (노래방 Ver.)', ['달']]],
  [3, 'Arabic with and without points', ['أُغنية', ['نور']], ['أغنية', ['نور']]],
  [null, 'a remix in Arabic', ['أغنية', ['نور']], ['أغنية (ريمكس)', ['نور']]],
  [null, 'live in Hebrew', ['שיר', ['נועה']], ['שיר (הופעה חיה)', ['נועה']]],
];

test.each(PAIRS)('%s: %s', (level, _name, one, other) => {
  expect(sameSong(song('spotify:track:a', one), song('spotify:track:b', other))).toBe(level);
});

test('at least 60 pairs are judged, and the same URI is the same song whatever else is said', () => {
  expect(PAIRS.length).toBeGreaterThanOrEqual(60);
  const one = song('spotify:track:a', ['One', ['X'], { durationMs: null }]);
  expect(sameSong(one, song('spotify:track:a', ['Other', ['Y'], ISRC]))).toBe(1);
  expect(sameSong({ ...one, uri: null }, { ...one, uri: null })).toBeNull();
});

const facts: fc.Arbitrary<Omit<SongFacts, 'uri'>> = fc.record({
  isrc: fc.constantFrom(null, 'ZZLN11000001', 'ZZLN11000002'),
  title: fc.constantFrom(
    null,
    'Tide',
    'tíde',
    'Tide (Live)',
    'Tide - Live at Lund',
    'Tide (feat. Wren)',
    'Tide (feat. Ivo)',
    'Tide - 2011 Remaster',
    '???',
  ),
  artists: fc.constantFrom([], ['Pell'], ['Pell', 'Wren'], ['Odile']),
  durationMs: fc.option(fc.integer({ min: 195_000, max: 207_000 })),
  explicit: fc.constantFrom(null, true, false),
});
const library = fc
  .array(facts, { maxLength: 24 })
  .map((all): SongFacts[] => all.map((each, at) => ({ ...each, uri: `spotify:track:${at}` })));

test('the rule is symmetric, and never joins differing qualifiers by their titles', () => {
  const uris = fc.constantFrom(null, 'a', 'b');
  fc.assert(
    fc.property(facts, facts, uris, uris, (one, other, uri, otherUri) => {
      const [a, b] = [
        { ...one, uri },
        { ...other, uri: otherUri },
      ];
      const level = sameSong(a, b);
      expect(sameSong(b, a)).toBe(level);
      if (level !== 3) return;
      const [first, second] = [takeTitleApart(a.title ?? ''), takeTitleApart(b.title ?? '')];
      expect(first.qualifiers).toEqual(second.qualifiers);
      expect([a.explicit, b.explicit].sort()).not.toEqual([false, true]);
    }),
  );
});

test('in a group every two match, and none of it is more sure than its least sure pair', () => {
  fc.assert(
    fc.property(library, (songs) => {
      for (const { level, songs: group } of groupSameSongs(songs)) {
        const levels = group.flatMap((one, at) =>
          group.slice(at + 1).map((other) => sameSong(one, other)),
        );
        expect(levels).not.toContain(null);
        expect(Math.max(...levels.map(Number))).toBe(level);
      }
    }),
  );
});

test('the order of the songs does not matter to the groups', () => {
  const shuffled = library.chain((songs) =>
    fc.tuple(fc.constant(songs), fc.shuffledSubarray(songs, { minLength: songs.length })),
  );
  fc.assert(
    fc.property(shuffled, ([songs, others]) => {
      expect(groupSameSongs(others)).toEqual(groupSameSongs(songs));
    }),
  );
});

test('lengths that lead from one to the next make no chain', () => {
  const at = (seconds: number) =>
    song(`spotify:track:${seconds}`, ['Tide', ['Pell'], { durationMs: seconds * 1000 }]);
  const groups = groupSameSongs([200, 202, 204, 206, 208].map(at));
  expect(groups.map(({ songs }) => songs.map(({ durationMs }) => durationMs))).toEqual([
    [200_000, 202_000],
    [204_000, 206_000],
  ]);
});

test('a song without guests does not join two with different guests', () => {
  const titles = ['Tide', 'Tide (feat. Wren)', 'Tide (feat. Ivo)'];
  const songs = titles.map((title, at) => song(`spotify:track:${at}`, [title]));
  const groups = groupSameSongs(songs);
  expect(groups.map((group) => group.songs.map(({ title }) => title))).toEqual([
    ['Tide', 'Tide (feat. Wren)'],
  ]);
});

test('songs of one ISRC are named once, unless a title brings in another one', () => {
  const [one, two] = ['a', 'b'].map((uri) => song(uri, ['Tide', ['Pell'], ISRC]));
  const other = song('c', ['Tide', ['Pell'], { isrc: 'ZZLN11000002' }]);
  if (!one || !two) throw new Error('two songs');
  expect(groupSameSongs([one, two]).map(({ level }) => level)).toEqual([2]);
  expect(
    groupSameSongs([one, two, other]).map(({ level, songs }) => [level, songs.length]),
  ).toEqual([
    [2, 2],
    [3, 3],
  ]);
});
