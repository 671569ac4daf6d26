import { earlier, type Song, type SongPlace, songOf } from '../library/song.ts';
import type { Playlist, PlaylistFacts, PlaylistItem } from '../library/types.ts';

/** All songs of the playlists and of the liked songs read so far, one row for each URI. */
export interface SongIndex {
  /** Adds a playlist with all its rows, in place of those of an earlier version; one of the same version is ignored. */
  add(playlist: Playlist, items: readonly PlaylistItem[]): void;
  addLiked(items: readonly PlaylistItem[]): void;
  has(playlistId: string): boolean;
  /** The songs, those that were added last first; a new array after each change. */
  songs(): readonly Song[];
  /** What is known of the playlists that were added. */
  facts(): readonly PlaylistFacts[];
}

/** A place to which rows of its playlist are still added. */
interface DraftPlace extends SongPlace {
  readonly positions: number[];
  readonly addedAt: (string | null)[];
}

/** A song that the index may still change, because no reader has it yet. */
type Draft = { -readonly [Member in keyof Omit<Song, 'places'>]: Song[Member] } & {
  places: readonly DraftPlace[];
};

/** Makes an empty index of these playlists, whose order is that of the places of a song. */
export function makeSongIndex(playlists: readonly Playlist[] = []): SongIndex {
  const ranks = new Map(playlists.map(({ id }, rank) => [id, rank]));
  const songs = new Map<string, Draft>();
  /** Whether anyone has songs of the index; until then it may change all of them. */
  let hasReader = false;
  let hasChanged = false;
  /** The songs that were made or copied since the last reading. */
  const drafts = new Set<Draft>();
  const facts = new Map<string, PlaylistFacts>();
  /** The songs of the last reading. */
  let sorted: readonly Song[] = [];

  /** Gives a song that may be changed: a copy where a reader has it. */
  function draftOf(item: PlaylistItem, key: string): Draft {
    const known = songs.get(key);
    hasChanged = true;
    if (known && (!hasReader || drafts.has(known))) return known;
    const draft = known ? { ...known } : songOf(item, key);
    songs.set(key, draft);
    if (hasReader) drafts.add(draft);
    return draft;
  }

  /** Removes the places of a playlist, and the songs that stand nowhere else. */
  function remove(playlistId: string): void {
    for (const song of [...songs.values()]) {
      const places = song.places.filter(({ playlist }) => playlist.id !== playlistId);
      if (places.length === song.places.length) continue;
      const draft = draftOf(song, song.key);
      draft.places = places;
      draft.addedAt = places.flatMap(({ addedAt }) => addedAt).reduce(earlier, song.likedAt);
      if (places.length === 0 && !song.isLiked) songs.delete(song.key);
    }
  }

  const rankOf = ({ playlist }: SongPlace) => ranks.get(playlist.id) ?? ranks.size;

  /** Gives the place of a song in the playlist that is being added. */
  function placeIn(draft: Draft, playlist: Playlist): DraftPlace {
    const { places } = draft;
    const known = places.find((place) => place.playlist === playlist);
    if (known) return known;
    const place: DraftPlace = { playlist, positions: [], addedAt: [] };
    const rank = rankOf(place);
    // The places are in the order of the playlists, which are read in any order.
    const at = places.findIndex((other) => rankOf(other) > rank);
    draft.places = at < 0 ? [...places, place] : places.toSpliced(at, 0, place);
    return place;
  }

  /** Adds what one list may know and another one not: a cover, or that a song cannot be played. */
  function complete(draft: Draft, { coverUrl, isPlayable }: PlaylistItem): void {
    if (!draft.coverUrl && coverUrl) draft.coverUrl = coverUrl;
    if (isPlayable === false) draft.isPlayable = false;
  }

  return {
    has: (playlistId) => facts.has(playlistId),
    add(playlist, items) {
      const known = facts.get(playlist.id);
      if (known && known.snapshotId === playlist.snapshotId) return;
      if (known) remove(playlist.id);
      facts.set(playlist.id, factsOf(playlist, items));
      for (const item of items) {
        // A gap has no URI, and is a row of its own.
        const draft = draftOf(item, item.uri ?? `${playlist.id} ${item.position}`);
        const place = placeIn(draft, playlist);
        place.positions.push(item.position);
        place.addedAt.push(item.addedAt);
        draft.addedAt = earlier(draft.addedAt, item.addedAt);
        complete(draft, item);
      }
    },
    addLiked(items) {
      for (const item of items) {
        const draft = draftOf(item, item.uri ?? `liked ${item.position}`);
        draft.isLiked = true;
        draft.likedAt = item.addedAt;
        draft.addedAt = earlier(draft.addedAt, item.addedAt);
        complete(draft, item);
      }
    },
    songs() {
      if (!hasChanged) return sorted;
      sorted = lastAddedFirst([...songs.values()]);
      hasReader = true;
      hasChanged = false;
      drafts.clear();
      return sorted;
    },
    facts: () => [...facts.values()],
  };
}

function factsOf({ id, snapshotId }: Playlist, items: readonly PlaylistItem[]): PlaylistFacts {
  let durationMs = 0;
  let lastAddedAt: string | null = null;
  for (const item of items) {
    durationMs += item.durationMs ?? 0;
    if (item.addedAt !== null && (lastAddedAt === null || item.addedAt > lastAddedAt))
      lastAddedAt = item.addedAt;
  }
  return { id, snapshotId, durationMs, lastAddedAt };
}

/**
 * Sorts songs by `byLastAdded`: numbers first, which sort natively and in a fraction of the time, then the songs that
 * were added in the same minute.
 */
function lastAddedFirst(songs: readonly Song[]): readonly Song[] {
  const { length } = songs;
  // Minute and place in one number, exact for millions of songs.
  const keys = new Float64Array(length);
  for (const [at, { addedAt }] of songs.entries())
    keys[at] = (MINUTES - minuteOf(addedAt)) * length + at;
  keys.sort();
  const sorted: Song[] = [];
  let minute = Number.NaN;
  let equals: Song[] = [];
  const endMinute = () => {
    if (equals.length > 1) equals.sort(byLastAdded);
    for (const song of equals) sorted.push(song);
    equals = [];
  };
  for (const key of keys) {
    const next = Math.floor(key / length);
    if (next !== minute) endMinute();
    minute = next;
    const song = songs[key - next * length];
    if (song) equals.push(song);
  }
  endMinute();
  return sorted;
}

/** More than the minutes that `minuteOf` gives. */
const MINUTES = 100 * 12 * 32 * 24 * 60;

/** Gives the minute of a time of adding, which is of this century, in a calendar of equal months; 0 where unknown. */
function minuteOf(time: string | null): number {
  if (time === null) return 0;
  const two = (at: number) => 10 * (time.charCodeAt(at) - 48) + time.charCodeAt(at + 1) - 48;
  return (((two(2) * 12 + two(5)) * 32 + two(8)) * 24 + two(11)) * 60 + two(14) || 0;
}

function byLastAdded(one: Song, other: Song): number {
  const [a, b] = [one.addedAt ?? '', other.addedAt ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
