import type { SavedContents } from './saved.ts';

type SavedRow = SavedContents[keyof SavedContents][number];

/** Whether an album, show, episode or audiobook is among what is saved. */
export function hasSaved(saved: SavedContents, uri: string): boolean {
  return Object.values(saved).flat().some(isOf(uri));
}

/** Saves something again that was saved at first: on top of its list, with a new time, as Spotify does it. */
export function withSaved(
  now: SavedContents,
  first: SavedContents,
  uri: string,
  at: number,
): SavedContents {
  const again = <Row extends SavedRow>(rows: readonly Row[], known: readonly Row[]) => [
    ...known.filter(isOf(uri)).map((row) => withTime(row, at)),
    ...rows,
  ];
  return {
    albums: again(now.albums, first.albums),
    shows: again(now.shows, first.shows),
    episodes: again(now.episodes, first.episodes),
    audiobooks: again(now.audiobooks, first.audiobooks),
  };
}

/** Removes something from what is saved. */
export function withoutSaved(now: SavedContents, uri: string): SavedContents {
  const isOther = (row: SavedRow) => !isOf(uri)(row);
  return {
    albums: now.albums.filter(isOther),
    shows: now.shows.filter(isOther),
    episodes: now.episodes.filter(isOther),
    audiobooks: now.audiobooks.filter(isOther),
  };
}

/** Gives a time as Spotify writes it. */
export function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Audiobooks alone come without the time of saving. */
function withTime<Row extends SavedRow>(row: Row, at: number): Row {
  return row !== null && 'added_at' in row ? { ...row, added_at: timeOf(at) } : row;
}

function isOf(uri: string): (row: SavedRow) => boolean {
  return (row) => uriOf(row) === uri;
}

function uriOf(row: SavedRow): string | null | undefined {
  if (row === null) return null;
  if ('album' in row) return row.album?.uri;
  if ('show' in row) return row.show?.uri;
  if ('episode' in row) return row.episode?.uri;
  return row.uri;
}
