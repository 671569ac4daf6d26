import { earlier, type Song, type SongPlace, songOf } from '../library/song.ts';
import type { Playlist, PlaylistFacts, PlaylistItem } from '../library/types.ts';

/** All songs of the playlists and of the liked songs read so far, one row for each URI. */
export interface SongIndex {
  /** Adds a playlist with all its rows; a playlist that was added before is ignored. */
  add(playlist: Playlist, items: readonly PlaylistItem[]): void;
  addLiked(items: readonly PlaylistItem[]): void;
  has(playlistId: string): boolean;
  /** The songs, those that were added last first; a new array after each change. Costs by what changed since the last call. */
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
  /** The songs that were made or copied since the last reading. */
  const drafts = new Set<Draft>();
  const facts = new Map<string, PlaylistFacts>();
  /** The songs of the last reading, and those of them that were copied since. */
  let sorted: readonly Song[] = [];
  const replaced = new Set<Song>();

  /** Gives a song that may be changed: a copy where a reader has it. */
  function draftOf(item: PlaylistItem, key: string): Draft {
    const known = songs.get(key);
    if (known && drafts.has(known)) return known;
    const draft = known ? { ...known } : songOf(item, key);
    songs.set(key, draft);
    drafts.add(draft);
    if (known) replaced.add(known);
    return draft;
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
      if (facts.has(playlist.id)) return;
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
      if (drafts.size === 0) return sorted;
      const changed = [...drafts].sort(byLastAdded);
      const others = replaced.size > 0 ? sorted.filter((song) => !replaced.has(song)) : sorted;
      sorted = merged(others, changed);
      drafts.clear();
      replaced.clear();
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

/** Merges two lists in the order of `byLastAdded`: sorting both as one would compare each song many times. */
function merged(some: readonly Song[], others: readonly Song[]): readonly Song[] {
  if (some.length === 0) return others;
  const all: Song[] = [];
  let at = 0;
  for (const song of some) {
    for (let other = others[at]; other && byLastAdded(other, song) < 0; other = others[at]) {
      all.push(other);
      at += 1;
    }
    all.push(song);
  }
  return [...all, ...others.slice(at)];
}

function byLastAdded(one: Song, other: Song): number {
  const [a, b] = [one.addedAt ?? '', other.addedAt ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
