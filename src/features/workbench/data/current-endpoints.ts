/**
 * The endpoints of the Web API that apps in development mode can call, from Spotify's OpenAPI document of
 * 2026-05-30, corrected where Spotify answers otherwise. `parse-endpoints.ts` describes the notation.
 */
export const CURRENT_ENDPOINTS = `
# Your account
GET /me | Your profile
  note In development mode without country, email, product and followers; account_id identifies the account.
GET /me/top/{type} | Your top artists or songs
  needs user-top-read
  path type:one(artists,tracks)
  query time_range:one(long_term,medium_term,short_term) limit offset
GET /me/following | Artists you follow
  needs user-follow-read
  query type!:one(artist) after limit
  note Pages by after, the id of the last artist, and not by offset.

# Playlists
GET /me/playlists | Your playlists, own and followed
  needs playlist-read-private
  query limit offset
  note Collaborative ones come with playlist-read-collaborative only. An entry may be null.
POST /me/playlists | Create a playlist
  one playlist-modify-private playlist-modify-public
  body name!:text description:text public:flag collaborative:flag
  note public is true unless you say otherwise. Sent twice, it makes two playlists.
  check GET /me/playlists
GET /playlists/{playlist} | One playlist
  query fields additional_types market
  note Only of your own and collaborative ones with items; of others the facts alone.
PUT /playlists/{playlist} | Rename or describe a playlist
  one playlist-modify-private playlist-modify-public
  body name:text description:text public:flag collaborative:flag
  note public decides what your profile shows, not who has access. An empty description is refused.
  check GET /playlists/{playlist}
GET /playlists/{playlist}/items | Songs and episodes of a playlist
  needs playlist-read-private
  query fields limit offset additional_types market
  note Others’ playlists answer 403. fields must say item(…): with track(…) the rows come empty.
POST /playlists/{playlist}/items | Add songs to a playlist
  one playlist-modify-private playlist-modify-public
  body uris!:uris..100 position:0..10000
  note Not idempotent: sent twice, the songs are in it twice.
  check GET /playlists/{playlist}/items
PUT /playlists/{playlist}/items | Move or replace the songs of a playlist
  one playlist-modify-private playlist-modify-public
  body range_start:0..10000 insert_before:0..10000 range_length:1..10000 uris:uris..100 snapshot_id:text
  note Moves with range_start and insert_before. With uris it replaces everything: dates and local files are lost.
  check GET /playlists/{playlist}/items
DELETE /playlists/{playlist}/items | Remove songs from a playlist
  one playlist-modify-private playlist-modify-public
  body items!:items..100 snapshot_id:text
  note The key is items, not tracks. All copies of a song go.
  check GET /playlists/{playlist}/items
GET /playlists/{playlist}/images | The cover of a playlist
  note Its addresses expire within a day.
PUT /playlists/{playlist}/images | Upload the cover of a playlist
  needs ugc-image-upload
  one playlist-modify-private playlist-modify-public
  body jpeg!:jpeg
  note A JPEG as base64, 256 kB at most, without line breaks.
  check GET /playlists/{playlist}/images

# Your library
GET /me/tracks | Your liked songs
  needs user-library-read
  query limit offset market
GET /me/albums | Your saved albums
  needs user-library-read
  query limit offset market
GET /me/shows | Your saved shows
  needs user-library-read
  query limit offset
GET /me/episodes | Your saved episodes
  needs user-library-read user-read-playback-position
  query limit offset market
GET /me/audiobooks | Your saved audiobooks
  needs user-library-read
  query limit offset
PUT /me/library | Save songs, albums, shows or playlists
  needs user-library-modify
  query uris!:uris..40
  note uris stands in the query; in the body Spotify refuses it. Users need user-follow-modify too, playlists playlist-modify-public.
  check GET /me/library/contains
DELETE /me/library | Remove what you saved
  needs user-library-modify
  query uris!:uris..40
  note Of a playlist: leaves it, or deletes your own from your library.
  check GET /me/library/contains
GET /me/library/contains | Whether you saved something
  one user-library-read user-follow-read playlist-read-private
  query uris!:uris..40
  note Songs and albums need user-library-read, users and artists user-follow-read, playlists playlist-read-private.

# Catalogue
GET /search | Search the catalogue
  query q!:text type!:list(album,artist,audiobook,episode,playlist,show,track) limit:1..10 offset:0..1000 market include_external:one(audio)
  note At most 10 hits of each type; 11 is refused. Filters: isrc: artist: track: album: year: upc:
GET /tracks/{track} | One song
  query market
GET /albums/{album} | One album
  query market
GET /albums/{album}/tracks | Songs of an album
  query limit offset market
GET /artists/{artist} | One artist
  note Without followers and popularity in development mode.
GET /artists/{artist}/albums | Albums of an artist
  query include_groups:list(album,single,appears_on,compilation) limit:1..10 offset market
  note At most 10 a page; 20 is refused.
GET /shows/{show} | One show
  needs user-read-playback-position
  query market
GET /shows/{show}/episodes | Episodes of a show
  needs user-read-playback-position
  query limit offset market
GET /episodes/{episode} | One episode
  needs user-read-playback-position
  query market
GET /audiobooks/{audiobook} | One audiobook
  query market
  note Only in markets that have audiobooks.
GET /audiobooks/{audiobook}/chapters | Chapters of an audiobook
  query limit offset market
GET /chapters/{chapter} | One chapter
  query market

# Player
GET /me/player | What plays, where and how
  needs user-read-playback-state
  query additional_types market
  note 204 without a body where nothing plays.
GET /me/player/devices | Your devices
  needs user-read-playback-state
GET /me/player/currently-playing | The song that plays
  needs user-read-currently-playing
  query additional_types market
  note 204 without a body where nothing plays.
GET /me/player/queue | What plays next
  one user-read-currently-playing user-read-playback-state
GET /me/player/recently-played | What you played last
  needs user-read-recently-played
  query limit after:moment before:moment
  note after or before, not both. Songs only, no episodes.
PUT /me/player | Move playback to a device
  needs user-modify-playback-state
  body device_ids!:texts..1 play:flag
  note Needs Premium, as all that steers the player.
  check GET /me/player
PUT /me/player/play | Play
  needs user-modify-playback-state
  query device_id
  body context_uri:uri uris:uris..100 offset:json position_ms:0..86400000
  check GET /me/player
PUT /me/player/pause | Pause
  needs user-modify-playback-state
  query device_id
  check GET /me/player
POST /me/player/next | Next song
  needs user-modify-playback-state
  query device_id
  check GET /me/player
POST /me/player/previous | Previous song
  needs user-modify-playback-state
  query device_id
  check GET /me/player
PUT /me/player/seek | Go to a position in the song
  needs user-modify-playback-state
  query position_ms!:0..86400000 device_id
  check GET /me/player
PUT /me/player/repeat | Repeat
  needs user-modify-playback-state
  query state!:one(track,context,off) device_id
  check GET /me/player
PUT /me/player/volume | Volume
  needs user-modify-playback-state
  query volume_percent!:0..100 device_id
  check GET /me/player
PUT /me/player/shuffle | Shuffle
  needs user-modify-playback-state
  query state!:flag device_id
  check GET /me/player
POST /me/player/queue | Add to the queue
  needs user-modify-playback-state
  query uri!:uri device_id
  check GET /me/player/queue
`;
