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
  readonly title: SongTitle;
  readonly artist: string;
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

/**
 * Groups entries with different URIs that are one song at level 2 or 3, surest groups first. Every two entries of a
 * group match, so that no chain of near lengths joins two songs; the order of the entries does not matter.
 */
export function groupSameSongs<Song extends SongFacts>(
  songs: readonly Song[],
): readonly SameSongs<Song>[] {
  const distinct = new Map(songs.flatMap((song) => (song.uri === null ? [] : [[song.uri, song]])));
  const all = [...distinct.values()].map((song) => ({ song, compared: comparedOf(song) }));
  all.sort(byLengthAndUri);
  const byIsrc = cliquesOf(
    bucketsOf(all, ({ isrc }) => isrc),
    2,
  );
  const byTitle = cliquesOf(bucketsOf(all, titleKeyOf), 3);
  // A group by title that adds nothing to one by ISRC would say the same twice.
  const known = byIsrc.map(({ songs: each }) => new Set(each));
  const added = byTitle.filter(
    ({ songs: each }) => !known.some((group) => each.every((song) => group.has(song))),
  );
  return [...byIsrc, ...added];
}

interface Entry<Song> {
  readonly song: Song;
  readonly compared: Compared;
}

/** Entries of equal keys, in the order of the entries; a key of `null` or of no words joins nothing. */
function bucketsOf<Song>(
  entries: readonly Entry<Song>[],
  keyOf: (compared: Compared) => string | null,
): readonly (readonly Entry<Song>[])[] {
  const buckets = new Map<string, Entry<Song>[]>();
  for (const entry of entries) {
    const key = keyOf(entry.compared);
    if (!key) continue;
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  }
  return [...buckets.values()].filter(({ length }) => length > 1);
}

/** Puts each entry into the first group that it matches as a whole, at most at the given level. */
function cliquesOf<Song>(
  buckets: readonly (readonly Entry<Song>[])[],
  most: SameLevel,
): readonly SameSongs<Song>[] {
  return buckets.flatMap((bucket) => {
    const groups: { level: SameLevel; entries: Entry<Song>[] }[] = [];
    for (const entry of bucket) {
      const levelWith = (group: (typeof groups)[number]) =>
        group.entries.reduce<SameLevel | null>((worst, { compared }) => {
          const level = worst && levelOf(compared, entry.compared);
          return worst && level && level <= most ? maxLevel(worst, level) : null;
        }, group.level);
      const home = groups.find((group) => levelWith(group) !== null);
      if (!home) groups.push({ level: 1, entries: [entry] });
      else {
        home.level = levelWith(home) ?? home.level;
        home.entries.push(entry);
      }
    }
    return groups
      .filter(({ entries }) => entries.length > 1)
      .map(({ level, entries }) => ({ level, songs: entries.map(({ song }) => song) }));
  });
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
  const key = titleKeyOf(one);
  if (key === null || key !== titleKeyOf(other) || apart > TITLE_LENGTH_MS) return null;
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

/** Title, qualifiers and main artist as one text; `null` where title or artist is unknown. */
function titleKeyOf({ title, artist }: Compared): string | null {
  if (title.base === '' || artist === '') return null;
  return [title.base, title.qualifiers.join('+'), artist].join('\n');
}

function comparedOf({ uri, isrc, title, artists, durationMs, explicit }: SongFacts): Compared {
  const apart = takeTitleApart(title ?? '');
  const [artist = '', ...others] = artists.map((name) => wordsOf(name) || name);
  return {
    uri,
    isrc: isrc?.replace(/[^a-z\d]/gi, '').toUpperCase() || null,
    durationMs,
    title: { ...apart, qualifiers: apart.qualifiers.filter((each) => each !== 'explicit') },
    artist,
    guests: [...new Set([...apart.guests, ...others])],
    explicit: apart.qualifiers.includes('explicit') ? true : explicit,
  };
}
