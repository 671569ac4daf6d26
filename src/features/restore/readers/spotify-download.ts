import type { SavedKind } from '../../../library/saved.ts';
import { markupToText } from '../../../spotify/decode-entities.ts';
import { isObject, listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import {
  type FileList,
  type FileRow,
  type FileSaved,
  NO_SONG,
  type ReadFile,
} from './read-file.ts';
import { savedItemOf } from './saved.ts';
import { dayIn, textsIn, uriIn, wordsIn } from './values.ts';

/** Reads `Playlist1.json` of Spotify's data download. */
export function readDownloadedPlaylists(content: Members): ReadFile | undefined {
  const playlists = listIn(content['playlists'])?.map(membersOf);
  if (!playlists?.some(({ items }) => Array.isArray(items) && items.some(isDownloaded)))
    return undefined;
  const lists = playlists.map((playlist): FileList => {
    const description = textIn(playlist['description']);
    return {
      name: textIn(playlist['name']) || 'Playlist',
      description: description && wordsIn(markupToText(description)),
      kind: 'playlist',
      rows: (listIn(playlist['items']) ?? []).map(downloadedRow),
    };
  });
  return { format: 'Spotify data download', lists, warnings: [] };
}

function isDownloaded(item: unknown): boolean {
  return (
    isObject(item) &&
    ('addedDate' in item || 'localTrack' in item || 'trackName' in membersOf(item['track']))
  );
}

function downloadedRow(item: unknown): FileRow {
  const { track, episode, localTrack, addedDate } = membersOf(item);
  const local = membersOf(localTrack);
  const about =
    [track, episode, localTrack].map(membersOf).find((each) => Object.keys(each).length > 0) ?? {};
  const words = (...names: readonly string[]) =>
    names.map((name) => wordsIn(textIn(about[name]))).find(Boolean) ?? null;
  const artist = words('artistName', 'artist');
  return {
    ...NO_SONG,
    uri: uriIn(
      words('trackUri', 'episodeUri', 'uri') ??
        (isObject(localTrack) ? `spotify:local:${textIn(local['uri']) ?? ''}` : ''),
    ),
    title: words('trackName', 'episodeName', 'name', 'title'),
    artists: artist ? [artist] : [],
    album: words('albumName', 'showName', 'album'),
    addedAt: dayIn(textIn(addedDate) ?? ''),
  };
}

/** Reads `YourLibrary.json` of Spotify's data download. */
export function readDownloadedLibrary(content: Members): ReadFile | undefined {
  const tracks = listIn(content['tracks'])?.map(membersOf);
  if (!tracks || !['albums', 'shows', 'artists'].some((name) => Array.isArray(content[name])))
    return undefined;
  const rows = tracks.map(
    ({ artist, album, track, uri }): FileRow => ({
      ...NO_SONG,
      uri: uriIn(textIn(uri) ?? ''),
      title: wordsIn(textIn(track)),
      artists: textsIn([artist]),
      album: wordsIn(textIn(album)),
    }),
  );
  const kinds = SAVED_KINDS.map((kind) => savedOf(kind, listIn(content[`${kind}s`]) ?? []));
  const artists = listIn(content['artists'])?.length ?? 0;
  return {
    format: 'Spotify data download',
    lists: [{ name: 'Liked songs', description: null, kind: 'liked', rows }],
    saved: kinds.map(({ saved }) => saved),
    warnings: [
      ...kinds.flatMap(({ warning }) => warning ?? []),
      ...(artists > 0 ? [`Followed artists aren’t restored: the file has ${artists}.`] : []),
    ],
  };
}

const SAVED_KINDS: readonly SavedKind[] = ['album', 'show', 'episode', 'audiobook'];

/** Reads what is saved of one kind; the names of the members differ by kind. */
function savedOf(
  kind: SavedKind,
  entries: readonly unknown[],
): { readonly saved: FileSaved; readonly warning?: string } {
  const items = entries.map(membersOf).flatMap((entry) => {
    const { uri, name, artist, publisher, show, author } = entry;
    const by = textsIn([artist ?? publisher ?? show ?? author]);
    return savedItemOf(uri, entry[kind] ?? name, by);
  });
  const saved = { kind, items };
  const without = entries.length - items.length;
  return without === 0 ? { saved } : { saved, warning: withoutLink(kind, without) };
}

function withoutLink(kind: SavedKind, count: number): string {
  return count === 1
    ? `1 saved ${kind} has no link, so it isn’t restored.`
    : `${count} saved ${kind}s have no link, so they aren’t restored.`;
}
