import { countIn, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { type FileList, type FileRow, isLikedName, NO_SONG, type ReadFile } from './read-file.ts';
import { dayIn, isrcIn, textsIn, uriIn, wordsIn } from './values.ts';

/** Reads the text file of spotify-backup: blocks of a name and tab-separated songs; `undefined` for other texts. */
export function readSpotifyBackup(text: string): ReadFile | undefined {
  const body = text.replace(/^\uFEFF/, '');
  if (!/^Playlists: *\r?\n/.test(body)) return undefined;
  const lists: FileList[] = [];
  let albums = 0;
  let rows: FileRow[] | undefined;
  let isAlbums = false;
  for (const line of body.split(/\r?\n/).slice(1)) {
    if (line.trim() === '') rows = undefined;
    else if (/^Liked Albums: *$/.test(line)) isAlbums = true;
    else if (isAlbums) albums += 1;
    else if (rows) rows.push(rowOf(line));
    else {
      rows = [];
      const kind = line.trim() === 'Liked Songs' ? 'liked' : 'playlist';
      lists.push({ name: line.trim(), description: null, kind, rows });
    }
  }
  return {
    format: 'spotify-backup text',
    lists,
    warnings: albums > 0 ? [`Saved albums aren’t restored: the file has ${albums}.`] : [],
  };
}

function rowOf(line: string): FileRow {
  const [title, artists, album, uri = '', day = ''] = line.split('\t');
  return {
    ...NO_SONG,
    uri: uriIn(uri),
    title: wordsIn(title),
    artists: (artists ?? '').split(', ').filter(Boolean),
    album: wordsIn(album),
    addedAt: dayIn(day),
  };
}

/** Reads JSON of spotify-backup: playlists with their entries as Spotify's Web API sends them. */
export function readSpotifyBackupJson(content: Members): ReadFile | undefined {
  const playlists = listIn(content['playlists'])?.map(membersOf);
  if (!playlists?.some(({ tracks, items }) => Array.isArray(tracks) || Array.isArray(items)))
    return undefined;
  const lists = playlists.map((playlist): FileList => {
    const name = textIn(playlist['name']) || 'Playlist';
    return {
      name,
      description: wordsIn(textIn(playlist['description'])),
      kind: isLikedName(name) ? 'liked' : 'playlist',
      rows: (listIn(playlist['tracks'] ?? playlist['items']) ?? []).map(apiRow),
    };
  });
  const albums = listIn(content['albums'])?.length ?? 0;
  const warnings = albums > 0 ? [`Saved albums aren’t restored: the file has ${albums}.`] : [];
  return { format: 'spotify-backup JSON', lists, warnings };
}

function apiRow(entry: unknown): FileRow {
  const members = membersOf(entry);
  const track = membersOf(members['track'] ?? members['item'] ?? entry);
  return {
    uri: uriIn(textIn(track['uri']) ?? ''),
    isrc: isrcIn(textIn(membersOf(track['external_ids'])['isrc']) ?? ''),
    title: wordsIn(textIn(track['name'])),
    artists: textsIn((listIn(track['artists']) ?? []).map((artist) => membersOf(artist)['name'])),
    album: wordsIn(textIn(membersOf(track['album'])['name'])),
    durationMs: countIn(track['duration_ms']),
    addedAt: dayIn(textIn(members['added_at']) ?? ''),
  };
}
