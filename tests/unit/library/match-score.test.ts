import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Hit,
  matchSong,
  type Verdict,
  type Wanted,
} from '../../../src/library/match-score.ts';

type Facts = readonly [title: string | null, artists: readonly string[], more?: Partial<Hit>];

const LENGTH = 237_000;
const long = (seconds: number) => ({ durationMs: LENGTH + seconds * 1000 });
const on = (album: string) => ({ album });

function wantedOf([title, artists, more = {}]: Facts): Wanted {
  return { isrc: null, title, artists, album: null, durationMs: LENGTH, ...more };
}

function hitOf([title, artists, more = {}]: Facts, at = 0): Hit {
  const uri = `spotify:track:${at}`;
  return {
    uri,
    isrc: null,
    title,
    artists,
    album: null,
    durationMs: LENGTH,
    explicit: false,
    ...more,
  };
}

/** Rows of files beside the only hit of a search, as they look in real life, and what becomes of them. */
const PAIRS: readonly (readonly [Verdict, string, Facts, Facts])[] = [
  // One song, worded differently
  ['automatic', 'the same', ['Tidal Lantern', ['Pell']], ['Tidal Lantern', ['Pell']]],
  ['automatic', 'case and accents', ['ETE 2019', ['zoe']], ['Été 2019', ['Zoë']]],
  [
    'automatic',
    'no length in the file',
    ['Tidal Lantern', ['Pell'], { durationMs: null }],
    ['Tidal Lantern', ['Pell']],
  ],
  ['automatic', 'an article', ['Tender', ['Ferrymen']], ['Tender', ['The Ferrymen']]],
  [
    'automatic',
    'an ampersand',
    ['Salt & Iron', ['Earth, Wind & Sons']],
    ['Salt and Iron', ['Earth, Wind and Sons']],
  ],
  ['automatic', 'an apostrophe of print', ["Don't Wait", ['Pell']], ['Don’t Wait', ['Pell']]],
  ['automatic', 'surname first', ['Tender', ['Utano Hikari']], ['Tender', ['Hikari Utano']]],
  ['automatic', 'a guest in brackets', ['Quiet (feat. Bo)', ['Pell']], ['Quiet', ['Pell', 'Bo']]],
  [
    'automatic',
    'a guest behind feat.',
    ['Quiet ft. Bo', ['Pell']],
    ['Quiet (feat. Bo)', ['Pell', 'Bo']],
  ],
  [
    'automatic',
    'all artists in one text',
    ['Quiet', ['Pell, Bo & Ann']],
    ['Quiet', ['Pell', 'Bo', 'Ann']],
  ],
  [
    'automatic',
    'an artist whose name has a comma',
    ['Quiet', ['Tyson, The Maker']],
    ['Quiet', ['Tyson, The Maker']],
  ],
  [
    'automatic',
    'that name, split',
    ['Quiet', ['Tyson', 'The Maker']],
    ['Quiet', ['Tyson, The Maker']],
  ],
  ['automatic', 'only the main artist', ['Quiet', ['Pell']], ['Quiet', ['Pell', 'Bo', 'Ann']]],
  [
    'automatic',
    'one remaster, worded twice',
    ['Kettle - 2011 Remaster', ['Pell']],
    ['Kettle (Remastered 2011)', ['Pell']],
  ],
  [
    'automatic',
    'another album',
    ['Quiet', ['Pell'], on('Rooms')],
    ['Quiet', ['Pell'], on('The Best of Pell')],
  ],
  // Other scripts
  ['automatic', 'Japanese', ['夜に咲く花', ['灯台']], ['夜に咲く花', ['灯台']]],
  ['automatic', 'wide letters', ['ＢＬＵＥ', ['灯台']], ['BLUE', ['灯台']]],
  [
    'automatic',
    'Chinese with a version in both',
    ['月光 (现场)', ['白鹿']],
    ['月光 (现场)', ['白鹿']],
  ],
  [
    'automatic',
    'Korean, composed otherwise',
    ['봄날의 길'.normalize('NFD'), ['한강']],
    ['봄날의 길', ['한강']],
  ],
  ['automatic', 'Arabic with points', ['قَمَر', ['ليلى']], ['قمر', ['ليلى']]],
  ['automatic', 'Hebrew with points', ['שָׁלוֹם', ['נועה']], ['שלום', ['נועה']]],
  ['automatic', 'Cyrillic', ['ТИХИЙ ОКЕАН', ['Маяк']], ['Тихий океан', ['Маяк']]],
  ['review', 'an artist in Latin letters', ['夜に咲く花', ['Toudai']], ['夜に咲く花', ['灯台']]],
  ['none', 'two short titles that share a sign', ['花', ['灯台']], ['花火', ['夜光'], long(40)]],
  // Other versions
  ['review', 'a remaster', ['Kettle', ['Pell']], ['Kettle - 2011 Remaster', ['Pell']]],
  ['review', 'a live take', ['Kettle', ['Pell']], ['Kettle - Live at Wembley', ['Pell']]],
  ['review', 'the studio take of a live one', ['Kettle (Live)', ['Pell']], ['Kettle', ['Pell']]],
  [
    'review',
    'a live album that the title hides',
    ['Kettle', ['Pell'], on('Rooms')],
    ['Kettle', ['Pell'], on('Live at Wembley')],
  ],
  ['review', 'a remix', ['Kettle', ['Pell']], ['Kettle - Bo Remix', ['Pell', 'Bo']]],
  ['review', 'a Japanese live take', ['夜に咲く花', ['灯台']], ['夜に咲く花(ライブ)', ['灯台']]],
  ['review', 'another part', ['Ferry, Pt. 1', ['Pell']], ['Ferry, Pt. 2', ['Pell']]],
  [
    'review',
    'another number in Roman figures',
    ['Overture of the Ferrymen II', ['Pell']],
    ['Overture of the Ferrymen III', ['Pell']],
  ],
  [
    'review',
    'the clean one of an explicit one',
    ['Kettle (Explicit)', ['Pell']],
    ['Kettle', ['Pell']],
  ],
  ['review', 'half a minute longer', ['Kettle', ['Pell']], ['Kettle', ['Pell'], long(30)]],
  ['review', 'one word more', ['I Love You', ['Pell']], ['I Love You Not', ['Pell']]],
  // Wrong ones
  ['none', 'karaoke', ['Kettle', ['Pell']], ['Kettle (Karaoke Version)', ['Pell']]],
  [
    'none',
    'karaoke in the style of',
    ['Kettle', ['Pell']],
    ['Kettle (In the Style of Pell)', ['Sing Along Crew']],
  ],
  ['none', 'karaoke in Japanese', ['夜に咲く花', ['灯台']], ['夜に咲く花 (カラオケ)', ['歌の会']]],
  ['none', 'karaoke in Korean', ['봄날의 길', ['한강']], ['봄날의 길 (노래방)', ['금영']]],
  [
    'none',
    'a tribute album',
    ['Kettle', ['Pell']],
    ['Kettle', ['Players'], on('A Tribute to Pell')],
  ],
  ['none', 'sped up', ['Kettle', ['Pell']], ['Kettle - Sped Up', ['Pell'], long(-40)]],
  [
    'none',
    'another song of the artist',
    ['Kettle', ['Pell']],
    ['Lantern Road', ['Pell'], long(31)],
  ],
  [
    'none',
    'somebody else’s song of this name',
    ['Hello', ['Pell']],
    ['Hello', ['Grit Union'], long(55)],
  ],
  ['none', 'nothing in common', ['Kettle', ['Pell']], ['Zebra', ['Quux'], long(90)]],
  // Little to go by
  ['review', 'no artist', ['Kettle', []], ['Kettle', ['Pell']]],
  ['review', 'the title of a video', ['Pell - Kettle', []], ['Kettle', ['Pell']]],
  ['none', 'no title', [null, ['Pell']], ['Kettle', ['Pell'], long(60)]],
  // ISRC
  [
    'automatic',
    'the same ISRC',
    ['Kettle', ['Pell'], { isrc: 'ZZLN11000001' }],
    ['Kettle - 2011 Remaster', ['Pell'], { isrc: 'ZZ-LN1-10-00001' }],
  ],
  [
    'automatic',
    'nothing but the ISRC',
    [null, [], { isrc: 'ZZLN11000001', durationMs: null }],
    ['Kettle', ['Pell'], { isrc: 'ZZLN11000001' }],
  ],
  [
    'review',
    'an ISRC of another length',
    ['Kettle', ['Pell'], { isrc: 'ZZLN11000001' }],
    ['Kettle', ['Pell'], { isrc: 'ZZLN11000001', ...long(40) }],
  ],
  [
    'review',
    'an ISRC that is wrong',
    ['Kettle', ['Pell'], { isrc: 'ZZLN11000001' }],
    ['Zebra', ['Quux'], { isrc: 'ZZLN11000001' }],
  ],
];

test.each(PAIRS)('%s: %s', (verdict, _what, file, found) => {
  const match = matchSong(wantedOf(file), [hitOf(found)]);
  expect([match.verdict, match.hits[0]?.score]).toEqual([verdict, expect.any(Number)]);
});

test('recordings that are as good as each other are left to the person', () => {
  const wanted = wantedOf(['Kettle', ['Pell'], { durationMs: null }]);
  const two = [hitOf(['Kettle', ['Pell']], 1), hitOf(['Kettle', ['Pell'], long(45)], 2)];
  expect(matchSong(wanted, two).verdict).toBe('review');
  const marked = [
    hitOf(['Kettle', ['Pell']], 1),
    hitOf(['Kettle', ['Pell'], { explicit: true }], 2),
  ];
  expect(matchSong(wanted, marked).verdict).toBe('review');
  // The length decides where the file has one.
  expect(matchSong({ ...wanted, durationMs: LENGTH + 45_000 }, two)).toMatchObject({
    verdict: 'automatic',
    hits: [{ hit: { uri: 'spotify:track:2' } }, { hit: { uri: 'spotify:track:1' } }],
  });
});

test('one recording on two albums is one hit, that of the file’s album', () => {
  const wanted = wantedOf(['Kettle', ['Pell'], on('Rooms')]);
  const hits = [
    hitOf(['Kettle', ['Pell'], on('Best of Pell')], 1),
    hitOf(['Kettle', ['Pell'], on('Rooms')], 2),
    hitOf(['Kettle', ['Pell'], on('Hits')], 3),
  ];
  const match = matchSong(wanted, hits);
  expect([match.verdict, match.hits.map(({ hit }) => hit.uri)]).toEqual([
    'automatic',
    ['spotify:track:2'],
  ]);
});

test('what differs is named', () => {
  const wanted = wantedOf(['Kettle (Acoustic at Home)', ['Pell'], on('Rooms')]);
  const hit = hitOf(['Kettle - Live', ['Grit Union'], { ...on('Halls'), ...long(9) }]);
  expect(matchSong(wanted, [hit]).hits[0]?.differences).toEqual([
    { kind: 'version', inFile: 'acoustic', inSpotify: 'live' },
    { kind: 'artists' },
    { kind: 'length', ms: 9000 },
    { kind: 'album' },
  ]);
});

test('scores are shares, and a song fits itself best', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  const facts = fc.tuple(text, fc.array(text, { maxLength: 3 }));
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const [mine, theirs] = [hitOf(one, 1), hitOf(other, 2)];
      const { hits, verdict } = matchSong(wantedOf(one), [theirs, mine]);
      const scoreOf = (hit: Hit) => hits.find((each) => each.hit === hit)?.score ?? 0;
      for (const { score } of hits) expect(score >= 0 && score <= 1).toBe(true);
      expect(hits.length === 1 || scoreOf(mine) >= scoreOf(theirs)).toBe(true);
      expect(['automatic', 'review', 'none']).toContain(verdict);
    }),
    // A name that is missing is not one in another script.
    {
      examples: [
        [
          ['', ['']],
          ['', ['À']],
        ],
      ],
    },
  );
});
