import type { Playlist } from './types.ts';

/**
 * Where a playlist is seen, for the person who is logged in: `followed` for a playlist of somebody else, whose owner
 * decides that.
 */
export type ShownVisibility =
  | 'on-profile'
  | 'not-on-profile'
  | 'collaborative'
  | 'followed'
  | 'unknown';

/** Labels of the shown visibilities; Spotify keeps nothing private, so none says so. */
export const VISIBILITY_WORDS: Readonly<
  Record<ShownVisibility, { readonly label: string; readonly meaning: string }>
> = {
  'on-profile': {
    label: 'On profile',
    meaning: 'Shown on your profile, where everybody can find it.',
  },
  'not-on-profile': {
    label: 'Not on profile',
    meaning: 'Not shown on your profile. Anyone with the link can still open it.',
  },
  collaborative: {
    label: 'Collaborative',
    meaning: 'Several people can edit it.',
  },
  followed: {
    label: 'Followed',
    meaning: 'Someone else’s playlist that you follow.',
  },
  unknown: { label: '–', meaning: 'Spotify doesn’t say whether it is on your profile.' },
};

/** Whether a playlist belongs to the user with this id; while the id is `null`, none does. */
export function isOwn({ ownerId }: Playlist, meId: string | null): boolean {
  return ownerId !== null && ownerId === meId;
}

/** Whether a playlist belongs to somebody else, who alone edits it; while the id is `null`, none does. */
export function isFollowed(playlist: Playlist, meId: string | null): boolean {
  return meId !== null && !isOwn(playlist, meId) && playlist.visibility !== 'collaborative';
}

/** Gives the visibility of a playlist as the user with this id sees it. */
export function shownVisibility(playlist: Playlist, meId: string | null): ShownVisibility {
  if (isFollowed(playlist, meId)) return 'followed';
  const { visibility } = playlist;
  if (visibility === 'public') return 'on-profile';
  return visibility === 'private' ? 'not-on-profile' : visibility;
}
