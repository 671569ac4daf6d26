import * as v from 'valibot';
import { SPOTIFY_API } from '../config.ts';
import type { Playlist, Visibility } from '../library/types.ts';
import { type Connection, get } from './http.ts';
import { coverUrlOf } from './images.ts';
import { PAGE_LIMIT, type Page, PageFrame } from './paging.ts';

/** One odd member must not cost the row, so each has a fallback; only the id is needed. */
const Count = v.fallback(v.nullish(v.object({ total: v.nullish(v.number()) })), null);
const Text = v.fallback(v.nullish(v.string()), null);

const Entry = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.fallback(v.string(), ''),
  owner: v.fallback(v.nullish(v.object({ id: Text, display_name: Text })), null),
  public: v.fallback(v.nullish(v.boolean()), null),
  collaborative: v.fallback(v.boolean(), false),
  external_urls: v.fallback(v.object({ spotify: Text }), { spotify: null }),
  images: v.fallback(v.array(v.object({ url: v.string() })), []),
  // The count's old and new name; which one comes depends on the age of the Spotify app.
  items: Count,
  tracks: Count,
});

const PlaylistsPage = v.object({
  ...PageFrame,
  // Spotify lists some playlists as null, and still counts them in `total` and `offset`.
  items: v.array(v.fallback(v.nullable(Entry), null)),
});

/** Gets one page of the person's playlists, private ones included (Spotify: `GET /me/playlists`). */
export async function getPlaylistsPage(
  connection: Connection,
  offset: number,
  signal: AbortSignal,
): Promise<Page<Playlist>> {
  const url = `${SPOTIFY_API}/v1/me/playlists?limit=${PAGE_LIMIT}&offset=${offset}`;
  const body = await get(connection, url, PlaylistsPage, signal);
  return {
    offset,
    limit: body.limit,
    total: body.total,
    entries: body.items.length,
    hasNext: typeof body.next === 'string',
    rows: body.items.filter((entry) => entry !== null).map(playlistOf),
  };
}

function playlistOf(entry: v.InferOutput<typeof Entry>): Playlist {
  return {
    id: entry.id,
    name: entry.name,
    owner: entry.owner?.display_name || entry.owner?.id || null,
    ownerId: entry.owner?.id ?? null,
    tracksTotal: entry.items?.total ?? entry.tracks?.total ?? null,
    visibility: visibilityOf(entry),
    spotifyUrl: spotifyUrlOf(entry),
    coverUrl: coverUrlOf(entry.images),
  };
}

function visibilityOf(entry: v.InferOutput<typeof Entry>): Visibility {
  if (entry.collaborative) return 'collaborative';
  if (entry.public === null || entry.public === undefined) return 'unknown';
  return entry.public ? 'public' : 'private';
}

/** Never a link that leads anywhere but to Spotify, whatever the answer says. */
function spotifyUrlOf(entry: v.InferOutput<typeof Entry>): string {
  const given = entry.external_urls.spotify ?? '';
  if (URL.canParse(given) && new URL(given).origin === 'https://open.spotify.com') return given;
  return `https://open.spotify.com/playlist/${encodeURIComponent(entry.id)}`;
}
