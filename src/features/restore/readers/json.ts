import { isObject, listIn, type Members, membersOf } from '../../../spotify/wire.ts';
import { readBeforeChange } from './before-change.ts';
import { findColumns, holdsSongs } from './columns.ts';
import { readOwnJson } from './own-json.ts';
import { ReadError, type ReadFile } from './read-file.ts';
import { readSavedFile } from './saved.ts';
import { readSpotMyBackup } from './spot-my-backup.ts';
import { readSpotifyBackupJson } from './spotify-backup.ts';
import { readDownloadedLibrary, readDownloadedPlaylists } from './spotify-download.ts';
import { collectTable } from './table.ts';

/** The kinds of JSON, each recognised by its members. */
const KINDS: readonly ((content: Members, name: string) => ReadFile | undefined)[] = [
  readOwnJson,
  readSavedFile,
  readDownloadedPlaylists,
  readDownloadedLibrary,
  readSpotifyBackupJson,
  readSpotMyBackup,
];

/**
 * Reads a JSON file: of this app, of Spotify's data download, of spotify-backup and SpotMyBackup, or an array of
 * objects with members like the columns of a table. `undefined` for other JSON.
 *
 * @throws ReadError where it is no JSON, or holds no songs.
 */
export function readJson(text: string, name: string): ReadFile | undefined {
  const content = parsed(text);
  const before = readBeforeChange(content);
  if (before) return before;
  const members = membersOf(content);
  if (members['format'] === 'Liner Notes playlists') throw new ReadError('playlists-only');
  const known = Array.isArray(content)
    ? undefined
    : KINDS.map((read) => read(members, name)).find(Boolean);
  return known ?? tableOf(listIn(content) ?? listIn(members['rows']), name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ReadError('broken-json');
  }
}

/** An array of flat objects, read as a table with their members as columns. */
function tableOf(rows: readonly unknown[] | null, name: string): ReadFile | undefined {
  if (!rows?.length || !rows.every(isObject)) return undefined;
  const headings = [...new Set(rows.slice(0, 200).flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headings.map((heading) => String(row[heading] ?? '')));
  const columns = findColumns(headings, cells);
  if (!holdsSongs(columns)) return undefined;
  const table = collectTable({ headings, columns, isOwn: false, name });
  table.add(cells);
  return { format: 'JSON', lists: table.lists(), warnings: [] };
}
