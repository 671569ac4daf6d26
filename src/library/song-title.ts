import { fold } from './fold.ts';

/** A title taken apart, folded; two titles with equal members name the same recording, as far as titles tell. */
export interface SongTitle {
  /** Words of the title without qualifiers, guests and punctuation. */
  readonly base: string;
  /** What sets one recording of a song apart from another, such as `live wembley`; sorted. */
  readonly qualifiers: readonly string[];
  /** Names after "feat."; sorted. */
  readonly guests: readonly string[];
}

/** Words that mark another recording, or another version of one. */
const QUALIFIER_WORDS =
  'live,acoustic,unplugged,remix,rmx,remixed,mix,mixed,edit,edited,instrumental,karaoke,demo,remaster,remastered,' +
  'version,ver,rerecorded,rerecording,session,sessions,cover,orchestral,symphonic,a cappella,acapella,piano,extended,' +
  'sped up,speed up,slowed,reverb,nightcore,8d,clean,explicit,censored,uncensored,dirty,mono,stereo,reprise,take,outtake,' +
  'rehearsal,alternate,alternative,bootleg,dub,club,radio,single,originally performed by,tribute,backing track,' +
  'made popular by,in the style of,en vivo,ao vivo,en directo,en concierto,acustico,acoustique,akustik,remasterizado,' +
  'remasterise,instrumentale,demoversion,liveversion,liveaufnahme';

/** The same in scripts without spaces between words, and in scripts whose words take prefixes. */
const QUALIFIER_PARTS = fold(
  'ライブ,アコースティック,リミックス,カラオケ,インスト,リマスター,デモ,バージョン,ヴァージョン,弾き語り,现场,現場,伴奏,混音,不插电,' +
    '不插電,纯音乐,純音樂,重制,重製,라이브,어쿠스틱,리믹스,노래방,반주,데모,버전,리마스터,ريمكس,لايف,مباشر,كاريوكي,רמיקס,הופעה,' +
    'אקוסטי,קריוקי,живой,акустика,ремикс,караоке,концерт,минус',
).split(',');

/** Additions that mark no other recording. */
const NEUTRAL =
  /^(?:bonus(?: track)?|album version|(?:deluxe|bonus|expanded|anniversary)(?: edition| version)?|original (?:version|recording))$/;

/** Words that differ between names of one version. */
const SYNONYMS: Readonly<Record<string, string>> = {
  remastered: 'remaster',
  remasterizado: 'remaster',
  remasterise: 'remaster',
  rmx: 'remix',
  remixed: 'remix',
  edited: 'edit',
  acapella: 'cappella',
  acustico: 'acoustic',
  acoustique: 'acoustic',
  akustik: 'acoustic',
  speed: 'sped',
  rerecorded: 'rerecording',
  vivo: 'live',
  directo: 'live',
  censored: 'clean',
  dirty: 'explicit',
  uncensored: 'explicit',
};
/** Words without a meaning of their own within a qualifier. */
const FILLERS = new Set('the,a,an,at,in,on,of,from,by,to,en,ao,version,ver,digital'.split(','));

/** A bracketed part, or the part after a dash between spaces; both are folded, so that all widths are one. */
const BRACKETED = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|「([^「」]*)」|〈([^〈〉]*)〉/g;
const GUESTS = /^(?:feat|ft|featuring|with|con|avec)\b\.?\s+(.+)$/;
/** Guests that stand in no brackets. */
const OPEN_GUESTS = /\s(?:feat\.?|ft\.|featuring)\s+(.+)$/;
const QUALIFIER = new RegExp(`(?:^| )(?:${QUALIFIER_WORDS.replaceAll(',', '|')})(?= |$)`);

/** Takes a title apart. */
export function takeTitleApart(title: string): SongTitle {
  const qualifiers: string[] = [];
  const guests: string[] = [];
  /** Gives what a part adds to the title itself. */
  function sort(part: string): string {
    const named = GUESTS.exec(part.trim())?.[1];
    if (named !== undefined) {
      guests.push(...namesIn(named));
      return '';
    }
    const words = wordsOf(part);
    if (NEUTRAL.test(words)) return '';
    if (!isQualifier(words)) return ` ${part}`;
    qualifiers.push(canonical(words));
    return '';
  }

  let rest = fold(title).trim();
  const bare = rest.replace(BRACKETED, (_, ...parts: (string | undefined)[]) =>
    sort(parts.slice(0, 5).find((part) => typeof part === 'string') ?? ''),
  );
  // A title of nothing but brackets is the title itself.
  if (wordsOf(bare) !== '') rest = bare;
  const [first = '', ...others] = rest.split(/\s[-~]\s/);
  let base = first;
  for (const part of others) base += sort(part);
  base = base.replace(OPEN_GUESTS, (_, named: string) => {
    guests.push(...namesIn(named));
    return '';
  });
  return {
    base: wordsOf(base) || rest,
    qualifiers: [...new Set(qualifiers)].sort(),
    guests: [...new Set(guests)].sort(),
  };
}

/** Gives the words of a qualifier that mark the version, with its numbers: "live" of "live harbour". */
export function versionOf(qualifier: string): string {
  const kept = qualifier.split(' ').filter((word) => /^\p{N}+$/u.test(word) || isQualifier(word));
  return kept.join(' ') || qualifier;
}

/** Gives the words of a name, folded, without punctuation. */
export function wordsOf(name: string): string {
  return fold(name)
    .replace(/(?<=[\p{L}\p{N}])['.](?=[\p{L}\p{N}])/gu, '')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/[^\p{L}\p{N}\p{M}\p{S}]+/gu, ' ')
    .trim();
}

function isQualifier(words: string): boolean {
  return QUALIFIER.test(words) || QUALIFIER_PARTS.some((part) => words.includes(part));
}

/** Words in one order and spelling, without fillers: "Remastered 2011" and "2011 Remaster" are one. */
function canonical(words: string): string {
  const kept = words
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .map((word) => SYNONYMS[word] ?? word);
  // A "radio version" and a "radio edit" are one.
  const short = kept.includes('radio')
    ? kept.filter((word) => !['edit', 'mix'].includes(word))
    : kept;
  return [...new Set(short)].sort().join(' ') || words;
}

function namesIn(list: string): readonly string[] {
  return list
    .split(/\s*(?:,|&|\band\b|\by\b|\bund\b|\be\b|\bx\b)\s*/)
    .map(wordsOf)
    .filter(Boolean);
}
