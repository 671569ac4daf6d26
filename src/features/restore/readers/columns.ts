import { fold } from '../../../library/fold.ts';
import { dayIn, isrcIn, uriIn, uriOfId } from './values.ts';

/** What a column of a table is about. */
export type Role =
  | 'uri'
  | 'id'
  | 'isrc'
  | 'title'
  | 'artists'
  | 'album'
  | 'duration'
  | 'addedAt'
  | 'playlist'
  | 'playlistId'
  | 'type';

/** Index of the column of each role that was found. */
export type Columns = Readonly<Partial<Record<Role, number>>>;

/** Headings by role, folded and without signs; earlier ones win. */
const HEADINGS: Readonly<Record<Role, readonly string[]>> = {
  uri: ['uri', 'trackuri', 'spotifyuri', 'url', 'trackurl', 'spotifyurl', 'spotifylink', 'link'],
  id: ['spotifytrackid', 'spotifyid', 'trackid', 'id'],
  isrc: ['isrc', 'isrccode'],
  title: ['title', 'trackname', 'tracktitle', 'songname', 'songtitle', 'song', 'track', 'name'],
  artists: [
    'artistnames',
    'artists',
    'artistname',
    'artist',
    'trackartist',
    'performer',
    'creator',
  ],
  album: ['album', 'albumname', 'albumtitle', 'release'],
  duration: ['trackdurationms', 'durationms', 'duration', 'length', 'time'],
  addedAt: ['addedat', 'addedon', 'addeddate', 'dateadded', 'added'],
  playlist: ['playlistname', 'playlist'],
  playlistId: ['playlistid', 'playlistbrowseid'],
  type: ['type'],
};

/** Number of cells of a column that are looked at. */
const SAMPLE = 50;

/** Folds a heading to its letters and digits. */
export function foldHeading(heading: string): string {
  return fold(heading).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Finds the columns by their headings, else by their contents; rows are those below the headings. */
export function findColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Columns {
  const folded = headings.map(foldHeading);
  const width = Math.max(headings.length, rows[0]?.length ?? 0);
  const cellsOf = (column: number) =>
    rows
      .map((row) => row[column]?.trim() ?? '')
      .filter(Boolean)
      .slice(0, SAMPLE);
  const withContents = (test: (cell: string) => unknown, isAllowed = (_at: number) => true) =>
    Array.from({ length: width }, (_, at) => at).find((at) => {
      const cells = cellsOf(at);
      return isAllowed(at) && cells.length > 0 && cells.filter(test).length * 2 > cells.length;
    });
  const named = (role: Role): number | undefined => {
    const found = HEADINGS[role].map((heading) => folded.indexOf(heading)).find((at) => at >= 0);
    return found;
  };
  const isSpotify = (cell: string) => uriIn(cell) !== null;
  const namedUri = named('uri');
  const uri =
    namedUri !== undefined && cellsOf(namedUri).some(isSpotify)
      ? namedUri
      : withContents(isSpotify);
  const places: Partial<Record<Role, number | undefined>> = {
    uri,
    id: withContents(
      uriOfId,
      (at) => /id$|kennung|識別子/.test(folded[at] ?? '') && folded[at] !== 'playlistid',
    ),
    isrc: named('isrc') ?? withContents(isrcIn),
    title: named('title'),
    artists: named('artists'),
    album: named('album'),
    duration: named('duration'),
    addedAt: named('addedAt') ?? withContents((cell) => /T\d{2}:/.test(cell) && dayIn(cell)),
    playlist: named('playlist'),
    playlistId: named('playlistId'),
    type: named('type'),
    ...translated(),
  };
  return Object.fromEntries(Object.entries(places).filter(([, at]) => at !== undefined)) as Columns; // `fromEntries` forgets the keys of its entries.

  /**
   * The columns of exportify.app, whose headings are translated: each name follows its URI, and the length is the only
   * large number.
   */
  function translated(): Partial<Record<Role, number>> {
    const artistUri = withContents((cell) => cell.startsWith('spotify:artist:'));
    const albumUri = withContents((cell) => cell.startsWith('spotify:album:'));
    if (uri === undefined || artistUri === undefined || albumUri === undefined) return {};
    const length = withContents((cell) => /^\d{5,7}$/.test(cell));
    return {
      title: uri + 1,
      artists: artistUri + 1,
      album: albumUri + 1,
      ...(length === undefined ? {} : { duration: length }),
    };
  }
}

/** Whether the columns name songs: by link, by ISRC, or by title and artists. */
export function holdsSongs({ uri, id, isrc, title, artists }: Columns): boolean {
  const isNamed = title !== undefined && artists !== undefined;
  return isNamed || [uri, id, isrc].some((at) => at !== undefined);
}
