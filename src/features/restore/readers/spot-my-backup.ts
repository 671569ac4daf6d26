import { isObject, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { type FileList, type FileRow, NO_SONG, type ReadFile } from './read-file.ts';
import { uriIn, uriOfId } from './values.ts';

/** Reads JSON of SpotMyBackup: playlists by name, with ids and URIs alone. */
export function readSpotMyBackup(content: Members): ReadFile | undefined {
  const { playlists, saved, starred } = content;
  const isKnown = (isObject(playlists) && !Array.isArray(playlists)) || Array.isArray(saved);
  if (!isKnown) return undefined;
  const rowsOf = (tracks: unknown) => (listIn(tracks) ?? []).map(bareRow);
  const lists = Object.entries(membersOf(playlists)).map(
    ([name, playlist]): FileList => ({
      name,
      description: null,
      kind: 'playlist',
      rows: rowsOf(membersOf(playlist)['tracks']),
    }),
  );
  const liked = rowsOf([...(listIn(saved) ?? []), ...(listIn(starred) ?? [])]);
  return {
    format: 'SpotMyBackup JSON',
    lists:
      liked.length > 0
        ? [...lists, { name: 'Liked songs', description: null, kind: 'liked', rows: liked }]
        : lists,
    warnings: [],
  };
}

function bareRow(track: unknown): FileRow {
  const { uri, id } = membersOf(track);
  return { ...NO_SONG, uri: uriIn(textIn(uri) ?? '') ?? uriOfId(textIn(id) ?? '') };
}
