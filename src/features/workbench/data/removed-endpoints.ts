/**
 * The endpoints that development mode has lost, most of them in February 2026, with what to call instead; old
 * tutorials still lead to them. In the notation of `parse-endpoints.ts`.
 */
export const REMOVED_ENDPOINTS = `
# Removed from development mode
GET /playlists/{playlist}/tracks | Songs of a playlist
  query fields limit:1..100 offset additional_types market
  use GET /playlists/{playlist}/items
POST /playlists/{playlist}/tracks | Add songs to a playlist
  body uris!:uris..100 position:0..10000
  use POST /playlists/{playlist}/items
PUT /playlists/{playlist}/tracks | Move or replace the songs of a playlist
  body range_start:0..10000 insert_before:0..10000 range_length:1..10000 uris:uris..100 snapshot_id:text
  use PUT /playlists/{playlist}/items
DELETE /playlists/{playlist}/tracks | Remove songs from a playlist
  body tracks!:items..100 snapshot_id:text
  use DELETE /playlists/{playlist}/items
PUT /playlists/{playlist}/followers | Follow a playlist
  body public:flag
  use PUT /me/library
DELETE /playlists/{playlist}/followers | Leave a playlist
  use DELETE /me/library
GET /playlists/{playlist}/followers/contains | Whether you follow a playlist
  query ids
  use GET /me/library/contains
GET /users/{user} | The profile of somebody
GET /users/{user}/playlists | The playlists of somebody
  query limit offset
  use GET /me/playlists
POST /users/{user}/playlists | Create a playlist
  body name!:text description:text public:flag collaborative:flag
  use POST /me/playlists
PUT /me/tracks | Like songs
  query ids!
  use PUT /me/library
DELETE /me/tracks | Unlike songs
  query ids!
  use DELETE /me/library
GET /me/tracks/contains | Whether you like songs
  query ids!
  use GET /me/library/contains
PUT /me/albums | Save albums
  query ids!
  use PUT /me/library
DELETE /me/albums | Remove saved albums
  query ids!
  use DELETE /me/library
GET /me/albums/contains | Whether you saved albums
  query ids!
  use GET /me/library/contains
PUT /me/shows | Save shows
  query ids!
  use PUT /me/library
DELETE /me/shows | Remove saved shows
  query ids!
  use DELETE /me/library
GET /me/shows/contains | Whether you saved shows
  query ids!
  use GET /me/library/contains
PUT /me/episodes | Save episodes
  query ids!
  use PUT /me/library
DELETE /me/episodes | Remove saved episodes
  query ids!
  use DELETE /me/library
GET /me/episodes/contains | Whether you saved episodes
  query ids!
  use GET /me/library/contains
PUT /me/audiobooks | Save audiobooks
  query ids!
  use PUT /me/library
DELETE /me/audiobooks | Remove saved audiobooks
  query ids!
  use DELETE /me/library
GET /me/audiobooks/contains | Whether you saved audiobooks
  query ids!
  use GET /me/library/contains
PUT /me/following | Follow artists or users
  query type!:one(artist,user) ids!
  use PUT /me/library
DELETE /me/following | Unfollow artists or users
  query type!:one(artist,user) ids!
  use DELETE /me/library
GET /me/following/contains | Whether you follow somebody
  query type!:one(artist,user) ids!
  use GET /me/library/contains
GET /tracks | Several songs
  query ids! market
  use GET /tracks/{track}
GET /albums | Several albums
  query ids! market
  use GET /albums/{album}
GET /artists | Several artists
  query ids!
  use GET /artists/{artist}
GET /shows | Several shows
  query ids! market
  use GET /shows/{show}
GET /episodes | Several episodes
  query ids! market
  use GET /episodes/{episode}
GET /audiobooks | Several audiobooks
  query ids! market
  use GET /audiobooks/{audiobook}
GET /chapters | Several chapters
  query ids! market
  use GET /chapters/{chapter}
GET /artists/{artist}/top-tracks | Top songs of an artist
  query market
  use GET /search
GET /artists/{artist}/related-artists | Artists like this one
GET /browse/new-releases | New releases
  query limit offset
GET /browse/featured-playlists | Featured playlists
  query locale limit offset
GET /browse/categories | Categories
  query locale limit offset
GET /browse/categories/{category} | One category
  query locale
GET /browse/categories/{category}/playlists | Playlists of a category
  query limit offset
GET /audio-features | Tempo, key and mood of several songs
  query ids!
GET /audio-features/{track} | Tempo, key and mood of a song
GET /audio-analysis/{track} | Analysis of a song
GET /recommendations | Recommendations
  query seed_artists seed_genres seed_tracks limit:1..100 market
GET /recommendations/available-genre-seeds | Genres for recommendations
GET /markets | Markets of Spotify
`;
