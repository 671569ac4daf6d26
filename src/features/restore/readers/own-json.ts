import { countIn, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { accountOf } from './backup.ts';
import {
  type FileList,
  type FileRow,
  type NamedList,
  ReadError,
  type ReadFile,
} from './read-file.ts';
import { dayIn, isrcIn, textsIn, uriIn, wordsIn } from './values.ts';

/** Reads JSON of this app: one list, many lists in one, or a list of a backup. @throws ReadError for a newer version. */
export function readOwnJson(content: Members, name: string): ReadFile | undefined {
  const format = textIn(content['format']);
  const tracks = listIn(content['tracks'])?.map(membersOf);
  if (!format?.startsWith('Liner Notes ') || !tracks) return undefined;
  if (Number(content['version']) > 1) throw new ReadError('newer-version');
  const exportedAt = Date.parse(String(content['exported_at']));
  const result = (lists: readonly FileList[], named: readonly NamedList[] = []) => ({
    format: 'Liner Notes JSON',
    lists,
    warnings: [],
    named,
    account: accountOf(content['account']),
    exportedAt: Number.isNaN(exportedAt) ? undefined : exportedAt,
  });
  if (format !== 'Liner Notes merged tracks') {
    const playlist = membersOf(content['playlist']);
    const kind = content['playlist'] === null ? 'liked' : 'playlist';
    const listName = textIn(content['name']) || name;
    const description = textIn(playlist['description']);
    const about = versionOf(playlist);
    return result([{ name: listName, description, kind, rows: tracks.map(ownRow), ...about }]);
  }
  return result(...mergedLists(content, tracks, name));
}

/** Reads a list that a file names without its rows. */
export function namedListOf({ id, name, reason }: Members): NamedList {
  return { id: textIn(id), name: textIn(name) ?? '', reason: textIn(reason) };
}

/** Reads id and version of a playlist; the liked songs have none. */
export function versionOf({ id, snapshot_id }: Members): Pick<FileList, 'id' | 'snapshotId'> {
  return typeof id === 'string' ? { id, snapshotId: textIn(snapshot_id) } : {};
}

/** Reads one row of this app's JSON. */
export function ownRow(track: Members): FileRow {
  return {
    uri: uriIn(textIn(track['uri']) ?? ''),
    isrc: isrcIn(textIn(track['isrc']) ?? ''),
    title: wordsIn(textIn(track['title'])),
    artists: textsIn(track['artists']),
    album: wordsIn(textIn(track['album'])),
    durationMs: countIn(track['duration_ms']),
    addedAt: dayIn(textIn(track['added_at']) ?? ''),
    ...(track['is_playable'] === false ? { isPlayable: false } : {}),
  };
}

/** Gives the lists of a file of many, and those of which it has the name alone. */
function mergedLists(
  content: Members,
  tracks: readonly Members[],
  name: string,
): readonly [readonly FileList[], readonly NamedList[]] {
  const missing = (listIn(content['missing']) ?? []).map(membersOf);
  const partial = new Set(missing.flatMap(({ id, is_partial }) => (is_partial === true ? id : [])));
  const about = new Map(
    (listIn(content['playlists']) ?? []).map(membersOf).map((each) => [each['id'], each]),
  );
  const lists = new Map<unknown, FileList & { readonly rows: FileRow[] }>();
  for (const track of tracks) {
    const id = track['playlist_id'];
    const list = lists.get(id) ?? {
      name: textIn(track['playlist_name']) || name,
      description: textIn(about.get(id)?.['description']),
      kind: id === null ? ('liked' as const) : ('playlist' as const),
      rows: [],
      ...versionOf(about.get(id) ?? {}),
      ...(partial.has(id) ? { isPartial: true } : {}),
    };
    lists.set(id, list);
    list.rows.push(ownRow(track));
  }
  const named = missing.filter(({ id }) => !partial.has(id)).map(namedListOf);
  return [[...lists.values()], named];
}
