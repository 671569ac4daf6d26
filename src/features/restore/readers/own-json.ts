import { countIn, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { type FileList, type FileRow, ReadError, type ReadFile } from './read-file.ts';
import { dayIn, isrcIn, textsIn, uriIn, wordsIn } from './values.ts';

/** Reads JSON of this app: one list, many lists in one, or a list of a backup. @throws ReadError for a newer version. */
export function readOwnJson(content: Members, name: string): ReadFile | undefined {
  const format = textIn(content['format']);
  const tracks = listIn(content['tracks'])?.map(membersOf);
  if (!format?.startsWith('Liner Notes ') || !tracks) return undefined;
  if (Number(content['version']) > 1) throw new ReadError('newer-version');
  const result = (lists: readonly FileList[]) => ({
    format: 'Liner Notes JSON',
    lists,
    warnings: [],
  });
  if (format !== 'Liner Notes merged tracks') {
    const playlist = membersOf(content['playlist']);
    const kind = content['playlist'] === null ? 'liked' : 'playlist';
    const listName = textIn(content['name']) || name;
    const description = textIn(playlist['description']);
    return result([{ name: listName, description, kind, rows: tracks.map(ownRow) }]);
  }
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
    };
    lists.set(id, list);
    list.rows.push(ownRow(track));
  }
  return result([...lists.values()]);
}

function ownRow(track: Members): FileRow {
  return {
    uri: uriIn(textIn(track['uri']) ?? ''),
    isrc: isrcIn(textIn(track['isrc']) ?? ''),
    title: wordsIn(textIn(track['title'])),
    artists: textsIn(track['artists']),
    album: wordsIn(textIn(track['album'])),
    durationMs: countIn(track['duration_ms']),
    addedAt: dayIn(textIn(track['added_at']) ?? ''),
  };
}
