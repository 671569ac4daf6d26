import { earlier, type Song, songOf } from '../library/song.ts';
import type { Playlist, PlaylistFacts, PlaylistItem } from '../library/types.ts';

/** All songs of the playlists and of the liked songs read so far, one row for each URI. */
export interface SongIndex {
  /** Adds a playlist with all its rows; a playlist that was added before is ignored. */
  add(playlist: Playlist, items: readonly PlaylistItem[]): void;
  addLiked(items: readonly PlaylistItem[]): void;
  has(playlistId: string): boolean;
  /** The songs, those that were added last first; a new array after each change. */
  songs(): readonly Song[];
  /** What is known of the playlists that were added. */
  facts(): readonly PlaylistFacts[];
}

/** A song that the index may still change, because no reader has it yet. */
type Draft = { -readonly [Member in keyof Song]: Song[Member] };

/** Makes an empty index. */
export function makeSongIndex(): SongIndex {
  const songs = new Map<string, Draft>();
  /** The songs that were made or copied since the last reading. */
  const drafts = new Set<Draft>();
  const facts = new Map<string, PlaylistFacts>();
  let sorted: readonly Song[] | undefined;

  /** Gives a song that may be changed: a copy where a reader has it. */
  function draftOf(item: PlaylistItem, key: string): Draft {
    const known = songs.get(key);
    if (known && drafts.has(known)) return known;
    const draft = known ? { ...known } : songOf(item, key);
    songs.set(key, draft);
    drafts.add(draft);
    return draft;
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
      sorted = undefined;
      facts.set(playlist.id, factsOf(playlist, items));
      for (const [key, rows] of groupedByKey(playlist, items)) {
        const [item] = rows;
        const draft = draftOf(item, key);
        const addedAt = rows.map((row) => row.addedAt);
        const positions = rows.map(({ position }) => position);
        draft.places = [...draft.places, { playlist, positions, addedAt }];
        draft.addedAt = addedAt.reduce(earlier, draft.addedAt);
        complete(draft, item);
      }
    },
    addLiked(items) {
      sorted = undefined;
      for (const item of items) {
        const draft = draftOf(item, item.uri ?? `liked ${item.position}`);
        draft.isLiked = true;
        draft.likedAt = item.addedAt;
        draft.addedAt = earlier(draft.addedAt, item.addedAt);
        complete(draft, item);
      }
    },
    songs() {
      drafts.clear();
      sorted ??= [...songs.values()].sort(byLastAdded);
      return sorted;
    },
    facts: () => [...facts.values()],
  };
}

/** Rows of one URI; a gap has none, and is a row of its own. */
function groupedByKey(playlist: Playlist, items: readonly PlaylistItem[]) {
  const groups = new Map<string, [PlaylistItem, ...PlaylistItem[]]>();
  for (const item of items) {
    const key = item.uri ?? `${playlist.id} ${item.position}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
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

function byLastAdded(one: Song, other: Song): number {
  const [a, b] = [one.addedAt ?? '', other.addedAt ?? ''];
  if (a !== b) return a < b ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
