import { isAddedAt, isReleaseDate } from '../library/dates.ts';
import type { PlaylistItem } from '../library/types.ts';
import { LOCAL_FILE, localFileOf, spotifyUrlOf } from './addresses.ts';
import { smallCoverUrlOf } from './images.ts';
import { booleanIn, countIn, isObject, listIn, type Members, membersOf, textIn } from './wire.ts';

type Contents = Omit<PlaylistItem, 'position' | 'addedAt' | 'addedBy'>;

/** Content of a row whose track Spotify has removed. */
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
  coverUrl: null,
};

/** Parses an entry of a playlist or of the liked songs; never fails. */
export function itemOf(entry: unknown, position: number): PlaylistItem {
  const { added_at, added_by, is_local, item, track } = membersOf(entry);
  // New and old name of the content.
  const content = membersOf(isObject(item) ? item : track);
  return {
    position,
    addedAt: isAddedAt(added_at) ? added_at : null,
    addedBy: wordsIn(membersOf(added_by)['id']),
    ...contentsOf(content, is_local === true),
  };
}

/** Parses a track or an episode; a member of the wrong type does not drop the row. */
function contentsOf(content: Members, isLocal: boolean): Contents {
  const track = trackOf(content);
  const { title, uri } = track;
  const id = wordsIn(content['id']);
  if (!uri && !id && !title) return GAP;
  if (isLocal || uri?.startsWith(LOCAL_FILE)) return localFile(track);
  const isEpisode = content['type'] === 'episode' || uri?.startsWith('spotify:episode:');
  const kind = isEpisode ? 'episode' : 'track';
  const given = wordsIn(membersOf(content['external_urls'])['spotify']);
  const isBarred = content['is_playable'] === false || isObject(content['restrictions']);
  const linked: Contents = {
    ...track,
    kind,
    id,
    spotifyUrl: id && spotifyUrlOf(kind, id, given),
    ...(isBarred && { isPlayable: false }),
  };
  if (!isEpisode) return linked;
  return {
    ...linked,
    album: nameIn(content['show']),
    releaseDate: dateIn(content),
    coverUrl: smallCoverUrlOf(content['images']),
  };
}

/** A local file has no page in Spotify; members that Spotify omits are parsed from its URI. */
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
  return {
    ...GAP,
    title: nameIn(content),
    artists: (listIn(content['artists']) ?? []).flatMap((artist) => nameIn(artist) ?? []),
    album: nameIn(content['album']),
    durationMs: countIn(content['duration_ms']),
    releaseDate: dateIn(content['album']),
    explicit: booleanIn(content['explicit']),
    isrc: wordsIn(membersOf(content['external_ids'])['isrc']),
    uri: wordsIn(content['uri']),
    coverUrl: smallCoverUrlOf(membersOf(content['album'])['images']),
  };
}

function nameIn(value: unknown): string | null {
  return wordsIn(membersOf(value)['name']);
}

function dateIn(value: unknown): string | null {
  // Months and days of `00` are unknown ones.
  const date = textIn(membersOf(value)['release_date'])?.replace(/(-00)+$/, '');
  return isReleaseDate(date) ? date : null;
}

/** Gives a non-empty string, else `null`. */
function wordsIn(value: unknown): string | null {
  return textIn(value) || null;
}
