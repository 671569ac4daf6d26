import { formatTitle, isUnavailable } from '../../library/item-columns.ts';
import { formatName } from '../../library/playlist-columns.ts';
import { isTwiceInOne, type Song } from '../../library/song.ts';
import { type ProvenGroup, proveSameSongs } from '../../library/song-proof.ts';
import type { RowTable } from '../export/formats/format.ts';

/** One list of the page "Tidy up". */
export interface TidyList {
  readonly id: string;
  readonly label: string;
  /** What stands in it, and what Spotify leaves out. */
  readonly meaning: string;
  readonly emptyText: string;
  /** The same songs in the table of all songs, as a query; absent for groups. */
  readonly query?: string;
  readonly groups: readonly TidyGroup[];
}

/** Songs that belong together, or one song alone, with the reason why it is listed. */
export interface TidyGroup {
  readonly proof: string | undefined;
  readonly songs: readonly Song[];
}

/** Makes all lists of a library. */
export function makeTidyLists(songs: readonly Song[]): readonly TidyList[] {
  const same = proveSameSongs(songs);
  const ofLevel = (wanted: number) => same.filter(({ level }) => level === wanted);
  const alone = (isListed: (song: Song) => boolean, proofOf?: (song: Song) => string) =>
    songs.filter(isListed).map((song) => ({ proof: proofOf?.(song), songs: [song] }));
  return [
    {
      id: 'recordings',
      label: 'Same recording',
      meaning: 'One recording under several links: the ISRC is the same and the length agrees.',
      emptyText: 'No recording is in your library under two links.',
      groups: sorted(ofLevel(2)),
    },
    {
      id: 'look-alikes',
      label: 'Look-alikes',
      meaning:
        'Same title, main artist and length, and no word such as “live” or “remaster” sets them apart. Listen before you decide.',
      emptyText: 'No two songs of your library look alike.',
      groups: sorted(ofLevel(3)),
    },
    {
      id: 'twice',
      label: 'Twice in one',
      meaning: 'The very same song more than once in one playlist.',
      emptyText: 'No playlist has a song twice.',
      query: 'twice:yes',
      groups: alone(isTwiceInOne, twiceProof),
    },
    {
      id: 'liked-only',
      label: 'Liked, in no playlist',
      meaning: 'Liked songs that none of your playlists holds.',
      emptyText: 'Every liked song is in a playlist.',
      query: 'liked:yes in:none',
      groups: alone(({ isLiked, places }) => isLiked && places.length === 0),
    },
    {
      id: 'not-liked',
      label: 'In a playlist, not liked',
      meaning: 'Songs of your playlists that you have not liked.',
      emptyText: 'You have liked every song of your playlists.',
      query: 'liked:no kind:track',
      groups: alone(({ isLiked, kind }) => !isLiked && kind === 'track'),
    },
    {
      id: 'unavailable',
      label: 'Unavailable',
      meaning:
        'Songs that Spotify has removed, or says you can’t play. Spotify hides most others from apps.',
      emptyText: 'Spotify reports no unavailable song. It hides most of them from apps.',
      query: 'playable:no',
      groups: alone(isUnavailable, ({ kind }) =>
        kind === 'unavailable' ? 'Removed from Spotify' : 'Not playable for you',
      ),
    },
  ];
}

/** Puts the groups in the order of their titles. */
function sorted(groups: readonly ProvenGroup[]): readonly ProvenGroup[] {
  const textOf = ({ songs }: ProvenGroup) => songs[0]?.text ?? '';
  return groups.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function twiceProof({ places }: Song): string {
  return places
    .filter(({ positions }) => positions.length > 1)
    .map(({ playlist, positions }) => `No. ${positions.join(', ')} in ${formatName(playlist)}`)
    .join('; ');
}

const COLUMNS = [
  { id: 'group', heading: 'Group' },
  { id: 'reason', heading: 'Reason' },
  { id: 'title', heading: 'Title' },
  { id: 'artists', heading: 'Artists' },
  { id: 'album', heading: 'Album' },
  { id: 'duration-ms', heading: 'Duration (ms)' },
  { id: 'isrc', heading: 'ISRC' },
  { id: 'playlists', heading: 'Playlists' },
  { id: 'liked', heading: 'Liked' },
  { id: 'uri', heading: 'URI' },
] as const;

/** Gives a list as rows of a file, one for each song. */
export function tidyTable({ label, groups }: TidyList): RowTable {
  const rows = groups.flatMap(({ proof, songs }, at) =>
    songs.map((song) => [
      at + 1,
      proof ?? null,
      song.kind === 'unavailable' ? null : formatTitle(song),
      song.artists.join(', ') || null,
      song.album,
      song.durationMs,
      song.isrc,
      song.places.map(placeText).join('; ') || null,
      song.isLiked ? 'Yes' : 'No',
      song.uri,
    ]),
  );
  return { name: `Tidy up - ${label}`, columns: COLUMNS, rows };
}

function placeText({ playlist, positions }: Song['places'][number]): string {
  return `${formatName(playlist)} (${positions.join(', ')})`;
}
