const ID = '3cEYpjA9oz9GiPac4AsH4n';
const HREF = `https://api.spotify.com/v1/playlists/${ID}`;

/** Where the playlist below opens in Spotify. */
export const SPOTIFY_URL = `https://open.spotify.com/playlist/${ID}`;

/** A playlist as Spotify sent it in September 2026. */
export const WIRE_PLAYLIST = {
  collaborative: false,
  description: '',
  external_urls: { spotify: SPOTIFY_URL },
  href: HREF,
  id: ID,
  images: [
    { url: 'https://mosaic.scdn.co/640/ab67', height: 640, width: 640 },
    { url: 'https://mosaic.scdn.co/60/ab67', height: 60, width: 60 },
  ],
  items: { href: `${HREF}/items`, total: 9 },
  name: 'Morning Coffee',
  owner: { display_name: 'Ada', external_urls: {}, href: '', id: 'ada', type: 'user', uri: '' },
  primary_color: null,
  public: true,
  snapshot_id: 'AAAAC',
  type: 'playlist',
  uri: `spotify:playlist:${ID}`,
};
