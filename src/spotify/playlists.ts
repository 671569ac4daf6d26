import { SPOTIFY_API } from '../config.ts';
import type { Playlist, Visibility } from '../library/types.ts';
import { spotifyUrlOf } from './addresses.ts';
import { markupToText } from './decode-entities.ts';
import { get, type PacedConnection } from './http.ts';
import { coverUrlOf } from './images.ts';
import { listAnswerOf, PAGE_LIMIT, type Page, type Pages, remainingPages } from './paging.ts';
import { booleanIn, countIn, type Members, membersOf, textIn } from './wire.ts';

/** Requests one page of the person's playlists, private ones included (Spotify: `GET /me/playlists`). */
export async function getPlaylistsPage(
  connection: PacedConnection,
  offset: number,
  signal: AbortSignal,
): Promise<Page<Playlist>> {
  const url = `${SPOTIFY_API}/v1/me/playlists?limit=${PAGE_LIMIT}&offset=${offset}`;
  const { items, ...frame } = await get(connection, url, listAnswerOf, signal);
  return {
    ...frame,
    offset,
    entries: items.length,
    // Spotify returns null for some playlists, and still counts them in `total` and `offset`.
    rows: items.flatMap((entry) => playlistOf(entry) ?? []),
  };
}

/** Parses a playlist, from a list or alone; a member of the wrong type does not drop the row. */
export function playlistOf(entry: unknown): Playlist | undefined {
  const members = membersOf(entry);
  const id = textIn(members['id']);
  if (!id) return undefined;
  const owner = membersOf(members['owner']);
  const ownerId = textIn(owner['id']);
  return {
    id,
    name: textIn(members['name']) ?? '',
    description: markupToText(textIn(members['description']) ?? '').trim() || null,
    owner: textIn(owner['display_name']) || ownerId || null,
    ownerId,
    // The count's new and old name; the age of the Spotify app decides which one is sent.
    tracksTotal: totalIn(members['items']) ?? totalIn(members['tracks']),
    visibility: visibilityOf(members),
    spotifyUrl: spotifyUrlOf(
      'playlist',
      id,
      textIn(membersOf(members['external_urls'])['spotify']),
    ),
    coverUrl: coverUrlOf(members['images']),
    snapshotId: textIn(members['snapshot_id']),
  };
}

function totalIn(contents: unknown): number | null {
  return countIn(membersOf(contents)['total']);
}

function visibilityOf(members: Members): Visibility {
  if (members['collaborative'] === true) return 'collaborative';
  const isPublic = booleanIn(members['public']);
  if (isPublic === null) return 'unknown';
  return isPublic ? 'public' : 'private';
}

/** Reads all of the person's playlists page by page, private ones included. */
export function playlistPages(connection: PacedConnection): Pages<Playlist> {
  return (known, signal) =>
    remainingPages((offset, either) => getPlaylistsPage(connection, offset, either), known, signal);
}
