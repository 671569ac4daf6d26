import { formatTitle, isUnavailable } from '../../library/item-columns.ts';
import { formatName } from '../../library/playlist-columns.ts';
import { isTwiceInOne, type Song, textOfSong } from '../../library/song.ts';
import { type ProvenGroup, provingSameSongs } from '../../library/song-proof.ts';
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
}

/** Songs that belong together, or one song alone, with the reason why it is listed. */
export interface TidyGroup {
  readonly proof: string | undefined;
  readonly songs: readonly Song[];
}

/** The groups of all lists, by the ids of the lists. */
export type TidyGroups = Readonly<Record<TidyId, readonly TidyGroup[]>>;

/** All lists, in the order of the page. */
export const TIDY_LISTS = [
  {
    id: 'recordings',
    label: 'Same recording',
    meaning: 'One recording under several links: the ISRC is the same and the length agrees.',
    emptyText: 'No recording is in your library under two links.',
  },
  {
    id: 'look-alikes',
    label: 'Look-alikes',
    meaning:
      'Same title, main artist and length, and no word such as “live” or “remaster” sets them apart. Listen before you decide.',
    emptyText: 'No two songs of your library look alike.',
  },
  {
    id: 'twice',
    label: 'Twice in one',
    meaning: 'The very same song more than once in one playlist.',
    emptyText: 'No playlist has a song twice.',
    query: 'twice:yes',
  },
  {
    id: 'liked-only',
    label: 'Liked, in no playlist',
    meaning: 'Liked songs that none of your playlists holds.',
    emptyText: 'Every liked song is in a playlist.',
    query: 'liked:yes in:none',
  },
  {
    id: 'not-liked',
    label: 'In a playlist, not liked',
    meaning: 'Songs of your playlists that you have not liked.',
    emptyText: 'You have liked every song of your playlists.',
    query: 'liked:no kind:track',
  },
  {
    id: 'unavailable',
    label: 'Unavailable',
    meaning:
      'Songs that Spotify has removed, or says you can’t play. Spotify hides most others from apps.',
    emptyText: 'Spotify reports no unavailable song. It hides most of them from apps.',
    query: 'playable:no',
  },
] as const satisfies readonly TidyList[];

type TidyId = (typeof TIDY_LISTS)[number]['id'];

/** Number of songs between two points at which the grouping can pause. */
const STRIDE = 512;

/** Makes the groups of all lists, and yields every few songs, so that the caller can do something else between. */
export function* makingTidyGroups(songs: readonly Song[]): Generator<void, TidyGroups> {
  const twice: TidyGroup[] = [];
  const likedOnly: TidyGroup[] = [];
  const notLiked: TidyGroup[] = [];
  const unavailable: TidyGroup[] = [];
  for (const [at, song] of songs.entries()) {
    if (at % STRIDE === 0) yield;
    const { kind, isLiked, places } = song;
    const alone = { proof: undefined, songs: [song] };
    if (isTwiceInOne(song)) twice.push({ ...alone, proof: twiceProof(song) });
    if (isLiked && places.length === 0) likedOnly.push(alone);
    if (!isLiked && kind === 'track') notLiked.push(alone);
    if (isUnavailable(song)) unavailable.push({ ...alone, proof: unavailableProof(song) });
  }
  const same = yield* provingSameSongs(songs);
  const ofLevel = (wanted: number) => sorted(same.filter(({ level }) => level === wanted));
  return {
    recordings: ofLevel(2),
    'look-alikes': ofLevel(3),
    twice,
    'liked-only': likedOnly,
    'not-liked': notLiked,
    unavailable,
  };
}

/** Puts the groups in the order of their titles. */
function sorted(groups: readonly ProvenGroup[]): readonly ProvenGroup[] {
  const textOf = ({ songs: [song] }: ProvenGroup) => (song ? textOfSong(song) : '');
  return groups.toSorted((one, other) => (textOf(one) < textOf(other) ? -1 : 1));
}

function unavailableProof({ kind }: Song): string {
  return kind === 'unavailable' ? 'Removed from Spotify' : 'Not playable for you';
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
export function tidyTable({ label }: TidyList, groups: readonly TidyGroup[]): RowTable {
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

/** Tells that a list is empty, of a library that is not read whole yet only as far as it is read. */
export function emptyTextOf({ emptyText }: Pick<TidyList, 'emptyText'>, isWhole: boolean): string {
  return isWhole ? emptyText : 'Nothing found so far. Not all of your library is read yet.';
}
