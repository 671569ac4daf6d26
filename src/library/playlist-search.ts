import { findsByCount } from './count-search.ts';
import { foldedOnce } from './fold.ts';
import { PLAYLIST_COLUMNS } from './playlist-columns.ts';
import { isFollowed, isOwn, shownVisibility } from './playlist-visibility.ts';
import { type Condition, yesOrNo } from './query.ts';
import { type Searchable, searchedText } from './search.ts';
import type { Playlist, Visibility } from './types.ts';

const textOf = searchedText(PLAYLIST_COLUMNS);
const ownerOf = foldedOnce((playlist: Playlist) => playlist.owner);

/**
 * Makes the search rules for playlists of the user with this id; while the id is `null`, `owner:me`
 * and `followed:yes` match no playlist. A collaborative playlist counts as not public, because Spotify allows only
 * playlists that are not public to become collaborative.
 */
export function playlistSearch(meId: string | null): Searchable<Playlist> {
  return {
    textOf,
    addressesOf: (playlist) => [playlist.id],
    operators: {
      owner: (value) =>
        value === 'me'
          ? (playlist) => isOwn(playlist, meId)
          : (playlist) => ownerOf(playlist).includes(value),
      followed(value) {
        const wanted = yesOrNo(value);
        return wanted === null ? null : (playlist) => isFollowed(playlist, meId) === wanted;
      },
      profile(value) {
        const wanted = yesOrNo(value);
        if (wanted === null) return null;
        const shown = wanted ? 'on-profile' : 'not-on-profile';
        return (playlist) => shownVisibility(playlist, meId) === shown;
      },
      public: (value) => isOrNot('public', value),
      collaborative: (value) => isOrNot('collaborative', value),
      tracks: findsByCount(({ tracksTotal }) => tracksTotal),
    },
  };
}

function isOrNot(asked: Visibility, value: string): Condition<Playlist> | null {
  const wanted = yesOrNo(value);
  if (wanted === null) return null;
  return ({ visibility }) => visibility !== 'unknown' && (visibility === asked) === wanted;
}
