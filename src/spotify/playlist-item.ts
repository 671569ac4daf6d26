import type { PlaylistItem } from '../library/types.ts';
import { LOCAL_FILE, localFileOf, spotifyUrlOf } from './addresses.ts';
import { booleanIn, isObject, listIn, type Members, membersOf, numberIn, textIn } from './wire.ts';

/** A date as exact as it is known; Spotify writes `0000` where it does not know it. */
const RELEASE_DATE = /^(?!0000)\d{4}(-\d\d){0,2}$/;

type Contents = Omit<PlaylistItem, 'position' | 'addedAt' | 'addedBy'>;

/** What a row holds where Spotify has removed the content. */
const GAP: Contents = {
  kind: 'unavailable',
  title: null,
  artists: [],
  album: null,
  durationMs: null,
  releaseDate: null,
  explicit: null,
  isrc: null,
  id: null,
  uri: null,
  spotifyUrl: null,
};

/** Puts an entry of a playlist, or one of the liked songs, into the app's own form, whatever it holds. */
export function itemOf(entry: unknown, position: number): PlaylistItem {
  const { added_at, added_by, is_local, item, track } = membersOf(entry);
  const addedAt = wordsIn(added_at);
  // The content's new and its old name.
  const content = membersOf(isObject(item) ? item : track);
  return {
    position,
    addedAt: Number.isNaN(Date.parse(addedAt ?? '')) ? null : addedAt,
    addedBy: wordsIn(membersOf(added_by)['id']),
    ...contentsOf(content, is_local === true),
  };
}

/** Reads a track or an episode; one odd member must not cost the row. */
function contentsOf(content: Members, isLocal: boolean): Contents {
  const track = trackOf(content);
  const { title, uri } = track;
  const id = wordsIn(content['id']);
  if (!uri && !id && !title) return GAP;
  if (isLocal || uri?.startsWith(LOCAL_FILE)) return localFile(track);
  const isEpisode = content['type'] === 'episode' || uri?.startsWith('spotify:episode:');
  const kind = isEpisode ? 'episode' : 'track';
  const given = wordsIn(membersOf(content['external_urls'])['spotify']);
  const linked: Contents = { ...track, kind, id, spotifyUrl: id && spotifyUrlOf(kind, id, given) };
  if (!isEpisode) return linked;
  return { ...linked, album: nameIn(content['show']), releaseDate: dateIn(content) };
}

/** A file of the person's own has no page in Spotify; what Spotify left out stands in its URI. */
function localFile(track: Contents): Contents {
  const { title, artist, album } = localFileOf(track.uri ?? '');
  return {
    ...track,
    kind: 'local',
    title: track.title ?? title,
    artists: track.artists.length === 0 && artist !== null ? [artist] : track.artists,
    album: track.album ?? album,
  };
}

function trackOf(content: Members): Contents {
  const duration = numberIn(content['duration_ms']);
  return {
    ...GAP,
    title: nameIn(content),
    artists: (listIn(content['artists']) ?? []).flatMap((artist) => nameIn(artist) ?? []),
    album: nameIn(content['album']),
    durationMs: duration !== null && duration >= 0 ? duration : null,
    releaseDate: dateIn(content['album']),
    explicit: booleanIn(content['explicit']),
    isrc: wordsIn(membersOf(content['external_ids'])['isrc']),
    uri: wordsIn(content['uri']),
  };
}

function nameIn(value: unknown): string | null {
  return wordsIn(membersOf(value)['name']);
}

function dateIn(value: unknown): string | null {
  const date = textIn(membersOf(value)['release_date']);
  return RELEASE_DATE.test(date ?? '') ? date : null;
}

/** Gives text that says something, else `null`. */
function wordsIn(value: unknown): string | null {
  return textIn(value) || null;
}
