import type { OrdinaryItem } from './contents.ts';
import type { WireArtist, WireEpisode, WireItem, WireTrack } from './wire-item.ts';

/** A file of the person's own computer, which Spotify knows by its names and its length. */
export function localFile(ordinary: OrdinaryItem): WireItem {
  const { item } = ordinary;
  const [artist = ''] = item.artists.map(({ name }) => name);
  const album = item.album?.name ?? '';
  const seconds = Math.round(item.duration_ms / 1000);
  const nobody = { external_urls: {}, href: null, id: null, uri: null };
  const artists: readonly WireArtist[] = [{ ...nobody, name: artist, type: 'artist' }];
  return {
    ...ordinary,
    is_local: true,
    item: {
      ...item,
      album: {
        ...nobody,
        album_type: null,
        artists: [],
        images: [],
        name: album,
        release_date: null,
        release_date_precision: null,
        type: 'album',
      },
      artists,
      disc_number: 0,
      external_ids: {},
      external_urls: {},
      href: null,
      id: null,
      is_local: true,
      track_number: 0,
      uri: `spotify:local:${[artist, album, item.name].map(escapeName).join(':')}:${seconds}`,
    },
  };
}

function escapeName(name: string): string {
  return encodeURIComponent(name).replaceAll('%20', '+');
}

/** An episode of a podcast, several songs long. */
export function episode({ id, duration_ms }: WireTrack): WireEpisode {
  const place = `episode/${id}`;
  const show = '4wLnLongHallwayTalks00';
  return {
    description: 'A walk through the harbour’s record shops, and what was playing in each.',
    duration_ms: duration_ms * 9,
    explicit: false,
    external_urls: { spotify: `https://open.spotify.com/${place}` },
    href: `https://api.spotify.com/v1/episodes/${id}`,
    id: id ?? '',
    images: [],
    is_playable: true,
    name: 'Episode 41: The Shop with No Door',
    release_date: '2026-03-14',
    release_date_precision: 'day',
    show: {
      external_urls: { spotify: `https://open.spotify.com/show/${show}` },
      href: `https://api.spotify.com/v1/shows/${show}`,
      id: show,
      name: 'Long Hallway Talks',
      type: 'show',
      uri: `spotify:show:${show}`,
    },
    type: 'episode',
    uri: `spotify:episode:${id}`,
  };
}
