import { fold } from './fold.ts';
import {
  type Difference,
  lengthScore,
  type NameScore,
  nameScore,
  textScore,
} from './match-parts.ts';
import { ISRC_LENGTH_MS, type SongFacts, sameSong } from './same-song.ts';
import { type SongTitle, takeTitleApart, versionOf, wordsOf } from './song-title.ts';

/** What a file says of a song that is looked for; what it does not say is `null` or empty. */
export interface Wanted {
  readonly isrc: string | null;
  readonly title: string | null;
  readonly artists: readonly string[];
  readonly album: string | null;
  /** In ms. */
  readonly durationMs: number | null;
}

/** What is compared of a song that a search has found. */
export interface Hit extends SongFacts {
  readonly album: string | null;
}

/** A found song, how well it fits from 0 to 1, and in what it differs. */
export interface ScoredHit<Found> {
  readonly hit: Found;
  readonly score: number;
  readonly differences: readonly Difference[];
}

/** What may become of a song without a person: it is taken, shown for review, or counts as not found. */
export type Verdict = 'automatic' | 'review' | 'none';

/** The best hits of a search, one for each recording, the best first. */
export interface Match<Found> {
  readonly verdict: Verdict;
  readonly hits: readonly ScoredHit<Found>[];
}

/** Shares of the score; those of members that the file does not name go to the others. */
const WEIGHTS = { title: 0.5, artists: 0.3, length: 0.15, album: 0.05 } as const;

const AUTOMATIC = 0.9;
const REVIEW = 0.7;
/** Least lead over the next recording. */
const MARGIN = 0.03;
/** Title, main artist and length have to agree by themselves, too: a sum would hide a wrong one. */
const SURE_TEXT = 0.95;
const SURE_ARTIST = 0.9;
const SURE_LENGTH_MS = 10_000;
/** Factor for another version, which a person may still want, and greatest score of what nobody wants. */
const OTHER_VERSION = 0.85;
const UNWANTED = 0.6;

/** Words of recordings by somebody else, or changed beyond the song. */
const FOREIGN =
  /karaoke|tribute|cover|originally performed|backing track|made popular|in the style|instrumental|nightcore|sped|slowed|8d|カラオケ|伴奏|노래방|반주|караоке|минус|كاريوكي|קריוקי/;
/** Albums whose songs are other recordings, though their titles do not say so. */
const ALBUM_OF_VERSIONS =
  /\b(?:live (?:at|in|from|on)|(?:en|ao) vivo|unplugged|karaoke|tribute|cover versions)\b|カラオケ|伴奏|노래방|ライブ|караоке/;

/** Compares a song of a file with the hits of a search, and tells how sure the best one is. */
export function matchSong<Found extends Hit>(wanted: Wanted, hits: readonly Found[]): Match<Found> {
  const judged = hits
    .map((hit) => judge(wanted, hit))
    // The order of the search decides between equals.
    .sort((one, other) => other.score - one.score);
  const distinct: Judged<Found>[] = [];
  for (const each of judged)
    if (!distinct.some((known) => areOneRecording(known.hit, each.hit))) distinct.push(each);
  return { verdict: verdictOf(distinct), hits: distinct };
}

interface Judged<Found> extends ScoredHit<Found> {
  readonly isSure: boolean;
}

function verdictOf([best, next]: readonly Judged<Hit>[]): Verdict {
  if (!best || best.score < REVIEW) return 'none';
  const isAhead = best.score - (next?.score ?? 0) >= MARGIN;
  return best.isSure && best.score >= AUTOMATIC && isAhead ? 'automatic' : 'review';
}

function areOneRecording(one: Hit, other: Hit): boolean {
  return (one.uri !== null && one.uri === other.uri) || sameSong(one, other) !== null;
}

function judge<Found extends Hit>(wanted: Wanted, hit: Found): Judged<Found> {
  const compared = compare(wanted, hit);
  const { title, artists, apart, version } = compared;
  const score = scoreOf(compared);
  const differences = differencesOf(compared);
  if (wanted.isrc !== null && wanted.isrc === codeOf(hit.isrc)) {
    // Codes are sometimes wrong, so that something else has to agree.
    const isPlausible = wanted.title === null || or0(title) >= 0.5 || isSureName(artists);
    const isSure = isPlausible && Math.abs(or0(apart)) <= ISRC_LENGTH_MS;
    return { hit, score: isSure ? 1 : Math.max(score, REVIEW), differences, isSure };
  }
  const isSure =
    !version &&
    or0(title) >= SURE_TEXT &&
    isSureName(artists) &&
    Math.abs(or0(apart)) <= SURE_LENGTH_MS;
  return { hit, score, differences, isSure };
}

/** What a comparison has found, each part from 0 to 1; `null` where one of both says nothing. */
interface Compared {
  readonly title: number | null;
  readonly artists: NameScore | null;
  readonly album: number | null;
  /** How much longer the found song is, in ms. */
  readonly apart: number | null;
  readonly version: Conflict | undefined;
}

function compare(wanted: Wanted, hit: Hit): Compared {
  const [mine, theirs] = [takeTitleApart(wanted.title ?? ''), takeTitleApart(hit.title ?? '')];
  const { durationMs } = wanted;
  return {
    title: wanted.title === null ? null : titleScore(wanted, mine, hit, theirs),
    artists: wanted.artists.length === 0 ? null : nameScore(wanted.artists, hit, theirs.guests),
    album: albumScore(wanted.album, hit.album),
    apart: durationMs === null || hit.durationMs === null ? null : hit.durationMs - durationMs,
    version: versionConflict(wanted, mine, hit, theirs),
  };
}

function scoreOf({ title, artists, album, apart, version }: Compared): number {
  const length = apart === null ? null : lengthScore(apart);
  const plain = weighted({ title, artists: artists?.all ?? null, length, album });
  if (version?.isForeign) return Math.min(plain, UNWANTED);
  return plain * (version ? OTHER_VERSION : 1);
}

function differencesOf({ title, artists, album, apart, version }: Compared): Difference[] {
  const differences: Difference[] = version ? [version.difference] : [];
  if (title !== null && title < SURE_TEXT) differences.push({ kind: 'title' });
  if (artists !== null && !isSureName(artists)) differences.push({ kind: 'artists' });
  if (apart !== null && lengthScore(apart) < 1) differences.push({ kind: 'length', ms: apart });
  if (album !== null && album < SURE_ARTIST) differences.push({ kind: 'album' });
  return differences;
}

function albumScore(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null;
  return textScore(takeTitleApart(one).base, takeTitleApart(other).base);
}

function isSureName(names: NameScore | null): boolean {
  return or0(names?.main) >= SURE_ARTIST;
}

function or0(value: number | null | undefined): number {
  return value ?? 0;
}

function weighted(parts: Readonly<Record<keyof typeof WEIGHTS, number | null>>): number {
  let [sum, whole] = [0, 0];
  for (const name of ['title', 'artists', 'length', 'album'] as const) {
    const part = parts[name];
    if (part === null) continue;
    sum += WEIGHTS[name] * part;
    whole += WEIGHTS[name];
  }
  return whole === 0 ? 0 : sum / whole;
}

/** Compares titles; where the file names no artist, its title may begin with one, as those of videos do. */
function titleScore(wanted: Wanted, mine: SongTitle, hit: Hit, theirs: SongTitle): number {
  const score = haveOtherNumbers(mine.base, theirs.base) ? 0.8 : 1;
  const plain = textScore(mine.base, theirs.base);
  if (wanted.artists.length > 0) return score * plain;
  const named = textScore(
    wordsOf(wanted.title ?? ''),
    wordsOf(`${hit.artists.join(' ')} ${hit.title}`),
  );
  return Math.max(score * plain, named);
}

/** Whether two titles count differently, such as "Pt. 1" and "Pt. 2": few letters apart, and other songs. */
function haveOtherNumbers(one: string, other: string): boolean {
  const numbersOf = (base: string) =>
    base
      .split(' ')
      .filter((word) => /^(?:\p{N}+|[ivx]+)$/u.test(word))
      .join(' ');
  return numbersOf(one) !== numbersOf(other);
}

/** In what two versions differ. */
interface Conflict {
  readonly difference: Difference;
  /** Whether the found one is by somebody else, or changed beyond the song. */
  readonly isForeign: boolean;
}

/** In what two versions differ, as their titles, the flag of explicit words and the album say. */
function versionConflict(
  wanted: Wanted,
  mine: SongTitle,
  hit: Hit,
  theirs: SongTitle,
): Conflict | undefined {
  const isMark = (qualifier: string) => qualifier === 'explicit' || qualifier === 'clean';
  const only = (some: SongTitle, others: SongTitle) =>
    some.qualifiers.filter((each) => !isMark(each) && !others.qualifiers.includes(each));
  const inSpotify = [...only(theirs, mine)];
  const inFile = [...only(mine, theirs)];
  const marked = mine.qualifiers.find(isMark);
  if (marked && hit.explicit === (marked === 'clean')) inFile.push(marked);
  const album = fold(hit.album ?? '');
  const isOfVersions =
    ALBUM_OF_VERSIONS.test(album) &&
    theirs.qualifiers.length === 0 &&
    textScore(wordsOf(wanted.album ?? ''), wordsOf(album)) < SURE_TEXT;
  const [ofAlbum] = isOfVersions ? (ALBUM_OF_VERSIONS.exec(album) ?? []) : [];
  if (ofAlbum !== undefined) inSpotify.push(ofAlbum);
  if (inSpotify.length + inFile.length === 0) return undefined;
  return {
    difference: { kind: 'version', inFile: said(inFile), inSpotify: said(inSpotify) },
    isForeign: inSpotify.some((each) => FOREIGN.test(each)),
  };
}

function said(qualifiers: readonly string[]): string {
  return [...new Set(qualifiers.map(versionOf))].join(', ');
}

function codeOf(isrc: string | null): string | null {
  return isrc?.replace(/[^a-z\d]/gi, '').toUpperCase() || null;
}
