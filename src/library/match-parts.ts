import { wordsOf } from './song-title.ts';

/** In what a found song differs from the one that is looked for. */
export type Difference =
  | { readonly kind: 'title' | 'artists' | 'album' }
  /** How much longer the found one is, in ms. */
  | { readonly kind: 'length'; readonly ms: number }
  /** Words such as "live" that only one of both has; empty where it has none. */
  | { readonly kind: 'version'; readonly inFile: string; readonly inSpotify: string };

const SAME_LENGTH_MS = 2_000;
const OTHER_LENGTH_MS = 10_000;

/** Names in one text: a comma, "&" and the like stand between them, or in a name. */
const BETWEEN = /\s*(?:[,;/|、，]|\s(?:&|and|x|feat\.?|ft\.?|featuring|with|und|y|et|vs\.?)\s)\s*/i;

const LATIN = /\p{sc=Latn}/u;

/** Gives 1 for lengths that are as good as equal, down to 0; the difference is in ms. */
export function lengthScore(apart: number): number {
  const beyond = Math.abs(apart) - SAME_LENGTH_MS;
  return Math.min(1, Math.max(0, 1 - beyond / (OTHER_LENGTH_MS - SAME_LENGTH_MS)));
}

/** Tells how alike two folded texts are, from 0 to 1: by pairs of neighbouring letters, in whatever script. */
export function textScore(one: string, other: string): number {
  const [mine, theirs] = [withoutSpaces(one), withoutSpaces(other)];
  if (mine === '' || theirs === '') return 0;
  if (mine === theirs || sorted(one) === sorted(other)) return 1;
  const pairs = pairsOf(mine);
  const all = pairs.length + Math.max(0, theirs.length - 1);
  let common = 0;
  for (const pair of pairsOf(theirs)) {
    const at = pairs.indexOf(pair);
    if (at < 0) continue;
    pairs.splice(at, 1);
    common += 1;
  }
  return all === 0 ? 0 : (2 * common) / all;
}

/** How alike names are: the first of the wanted ones, and all of them. */
export interface NameScore {
  readonly main: number;
  readonly all: number;
}

/** Compares the artists of a file, which may be one text, with those of a song and the guests in its title. */
export function nameScore(
  wanted: readonly string[],
  { artists }: { readonly artists: readonly string[] },
  guests: readonly string[],
): NameScore {
  const whole = bare(wanted.join(' '));
  if (textScore(whole, bare(artists.join(' '))) === 1) return { main: 1, all: 1 };
  const theirs = [...artists, ...guests].map(bare).filter(Boolean);
  const best = (name: string) => Math.max(0, ...theirs.map((each) => textScore(name, each)));
  const split = wanted
    .flatMap((text) => text.split(BETWEEN))
    .map(bare)
    .filter(Boolean);
  const score = (names: readonly string[]): NameScore => {
    const main = best(names[0] ?? '');
    const known = names.filter((name) => best(name) > 0.8).length;
    // A file may name the main artist alone, so that the shorter list counts.
    const share = known / Math.max(1, Math.min(names.length, theirs.length));
    return { main, all: 0.8 * main + 0.2 * Math.min(1, share) };
  };
  const scores = [score(wanted.map(bare)), score(split)];
  const found = scores.reduce((one, other) => (other.all > one.all ? other : one));
  // Nobody can compare a name with its transcription: it speaks neither for the song nor against it.
  const [first = ''] = theirs;
  const isTranscribed = whole !== '' && first !== '' && LATIN.test(whole) !== LATIN.test(first);
  return isTranscribed ? { main: found.main, all: Math.max(0.5, found.all) } : found;
}

/** A name without punctuation and article. */
function bare(name: string): string {
  return wordsOf(name).replace(/^the (?=.)/, '');
}

function withoutSpaces(text: string): string {
  return text.replaceAll(' ', '');
}

/** The words in the order of the alphabet: surnames stand first in some lands. */
function sorted(text: string): string {
  return text.split(' ').sort().join(' ');
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
