import { type SongTitle, takeTitleApart, wordsOf } from './song-title.ts';

/**
 * How sure it is that two entries are one song: 1 for the same URI, 2 for the same ISRC and length, 3 for the same
 * title, main artist and length without a differing qualifier.
 */
export type SameLevel = 1 | 2 | 3;

/** What is compared of a song. */
export interface SongFacts {
  readonly uri: string | null;
  readonly isrc: string | null;
  readonly title: string | null;
  readonly artists: readonly string[];
  /** In ms. */
  readonly durationMs: number | null;
  readonly explicit: boolean | null;
}

/** Largest difference of two lengths, in ms: ISRCs are sometimes wrong or shared, so that the length has to agree. */
export const ISRC_LENGTH_MS = 3_000;
export const TITLE_LENGTH_MS = 2_000;

/** The facts of a song in comparable form. */
interface Compared {
  readonly uri: string | null;
  readonly isrc: string | null;
  readonly durationMs: number | null;
  /** Title, qualifiers and main artist as one text; `null` where title or artist is unknown. */
  readonly titleKey: string | null;
  readonly guests: readonly string[];
  readonly explicit: boolean | null;
}

/** A group of entries of which every two are one song. */
export interface SameSongs<Song> {
  /** The level of the least sure pair. */
  readonly level: SameLevel;
  readonly songs: readonly Song[];
}

/** Gives the level at which two entries are one song; `null` if nothing shows it. Symmetric. */
export function sameSong(one: SongFacts, other: SongFacts): SameLevel | null {
  return levelOf(comparedOf(one), comparedOf(other));
}

/** Number of entries, or of buckets, between two points at which grouping can pause. */
const STRIDE = 128;

/**
 * Groups entries with different URIs that are one song at level 2 or 3, surest groups first. Every two entries of a
 * group match, so that no chain of near lengths joins two songs; the order of the entries does not matter.
 */
export function groupSameSongs<Song extends SongFacts>(
  songs: readonly Song[],
): readonly SameSongs<Song>[] {
  const steps = groupingSameSongs(songs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Groups as `groupSameSongs` does, and yields every few entries, so that the caller can do something else between. */
export function* groupingSameSongs<Song extends SongFacts>(
  songs: readonly Song[],
): Generator<void, readonly SameSongs<Song>[]> {
  const seen = new Set<string>();
  const byIsrc = new Map<string, Entry<Song>[]>();
  const byTitle = new Map<string, Entry<Song>[]>();
  for (const [at, song] of songs.entries()) {
    if (at % STRIDE === 0) yield;
    if (song.uri === null || seen.has(song.uri)) continue;
    seen.add(song.uri);
    const compared = comparedOf(song);
    put(byIsrc, compared.isrc, { song, compared });
    put(byTitle, compared.titleKey, { song, compared });
  }
  const sure = yield* cliquesOf([...byIsrc.values()], 2);
  const alike = yield* cliquesOf([...byTitle.values()], 3);
  // A group by title that adds nothing to one by ISRC would say the same twice.
  const groupOf = new Map(sure.flatMap((group) => group.songs.map((song) => [song, group])));
  const added = alike.filter(({ songs: [first, ...others] }) => {
    const known = first && groupOf.get(first);
    return !known || others.some((song) => groupOf.get(song) !== known);
  });
  return [...sure, ...added];
}

interface Entry<Song> {
  readonly song: Song;
  readonly compared: Compared;
}

/** Puts an entry beside those of the same key; a key of `null` or of no words joins nothing. */
function put<Song>(
  buckets: Map<string, Entry<Song>[]>,
  key: string | null,
  entry: Entry<Song>,
): void {
  if (!key) return;
  const bucket = buckets.get(key);
  if (bucket) bucket.push(entry);
  else buckets.set(key, [entry]);
}

interface Clique<Song> {
  level: SameLevel;
  readonly entries: [Entry<Song>, ...Entry<Song>[]];
}

/** Puts each entry into the first group that it matches as a whole, at most at the given level. */
function* cliquesOf<Song>(
  buckets: readonly Entry<Song>[][],
  most: SameLevel,
): Generator<void, readonly SameSongs<Song>[]> {
  const found: Clique<Song>[] = [];
  for (const [at, bucket] of buckets.entries()) {
    if (at % STRIDE === 0) yield;
    if (bucket.length > 1) found.push(...cliquesIn(bucket.sort(byLengthAndUri), most));
  }
  return found
    .sort(({ entries: [one] }, { entries: [other] }) => byLengthAndUri(one, other))
    .map(({ level, entries }) => ({ level, songs: entries.map(({ song }) => song) }));
}

/** Groups the entries of one key, which are in the order of their lengths. */
function cliquesIn<Song>(bucket: readonly Entry<Song>[], most: SameLevel): readonly Clique<Song>[] {
  const groups: Clique<Song>[] = [];
  let near = 0;
  for (const entry of bucket) {
    // A group that begins too short matches none of the entries that are still longer.
    while (groups[near] && apartOf(groups[near]?.entries[0], entry) > ISRC_LENGTH_MS) near += 1;
    const levelWith = (group: Clique<Song>) =>
      group.entries.reduce<SameLevel | null>((worst, { compared }) => {
        const level = worst && levelOf(compared, entry.compared);
        return worst && level && level <= most ? maxLevel(worst, level) : null;
      }, group.level);
    const home = groups.slice(near).find((group) => levelWith(group) !== null);
    if (!home) groups.push({ level: 1, entries: [entry] });
    else {
      home.level = levelWith(home) ?? home.level;
      home.entries.push(entry);
    }
  }
  return groups.filter(({ entries }) => entries.length > 1);
}

function apartOf(one: Entry<unknown> | undefined, other: Entry<unknown>): number {
  return (other.compared.durationMs ?? 0) - (one?.compared.durationMs ?? 0);
}

function maxLevel(one: SameLevel, other: SameLevel): SameLevel {
  return one > other ? one : other;
}

function byLengthAndUri(one: Entry<unknown>, other: Entry<unknown>): number {
  const [a, b] = [one.compared, other.compared];
  const apart = (a.durationMs ?? 0) - (b.durationMs ?? 0);
  if (apart !== 0) return apart;
  return (a.uri ?? '') < (b.uri ?? '') ? -1 : 1;
}

function levelOf(one: Compared, other: Compared): SameLevel | null {
  if (one.uri !== null && one.uri === other.uri) return 1;
  if (one.durationMs === null || other.durationMs === null) return null;
  const apart = Math.abs(one.durationMs - other.durationMs);
  if (one.isrc !== null && one.isrc === other.isrc && apart <= ISRC_LENGTH_MS) return 2;
  const { titleKey } = one;
  if (titleKey === null || titleKey !== other.titleKey || apart > TITLE_LENGTH_MS) return null;
  return isOneVersion(one, other) ? 3 : null;
}

/** Whether nothing that both titles and artists say tells two versions apart. */
function isOneVersion(one: Compared, other: Compared): boolean {
  const isMarkedAlike =
    one.explicit === null || other.explicit === null || one.explicit === other.explicit;
  const haveCommonGuest =
    one.guests.length === 0 ||
    other.guests.length === 0 ||
    one.guests.some((guest) => other.guests.includes(guest));
  return isMarkedAlike && haveCommonGuest;
}

function titleKeyOf({ base, qualifiers }: SongTitle, artist: string): string | null {
  if (base === '' || artist === '') return null;
  const told = qualifiers.filter((each) => each !== 'explicit');
  return [base, told.join('+'), artist].join('\n');
}

function comparedOf({ uri, isrc, title, artists, durationMs, explicit }: SongFacts): Compared {
  const apart = takeTitleApart(title ?? '');
  const [artist = '', ...others] = artists.map((name) => wordsOf(name) || name);
  return {
    uri,
    isrc: isrc?.replace(/[^a-z\d]/gi, '').toUpperCase() || null,
    durationMs,
    titleKey: titleKeyOf(apart, artist),
    guests: [...new Set([...apart.guests, ...others])],
    explicit: apart.qualifiers.includes('explicit') ? true : explicit,
  };
}
