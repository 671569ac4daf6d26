import type { SavedKind } from '../../../library/saved.ts';
import { listIn, type Members, membersOf, textIn } from '../../../spotify/wire.ts';
import { ownRow } from './own-json.ts';
import {
  type FileList,
  type FileRow,
  type FileSaved,
  ReadError,
  type ReadFile,
} from './read-file.ts';
import { uriIn, wordsIn } from './values.ts';

const FORMAT = 'Liner Notes backup before a change';
const SAVED: readonly SavedKind[] = ['album', 'show', 'audiobook'];

/**
 * Reads what this app backs up before it changes something: one change, or an array of several, the latest first.
 *
 * @throws ReadError for a newer version.
 */
export function readBeforeChange(content: unknown): ReadFile | undefined {
  const changes = (listIn(content) ?? [content]).map(membersOf);
  if (changes.length === 0 || changes.some(({ format }) => format !== FORMAT)) return undefined;
  if (changes.some(({ version }) => Number(version) > 1)) throw new ReadError('newer-version');
  const playlists = changes.flatMap(playlistsOf);
  const ids = playlists.map(({ list }) => list.id);
  const lists = playlists.map(({ list, change }) => {
    // Several states of one playlist are told apart by the change that came after.
    const isOne = ids.indexOf(list.id) === ids.lastIndexOf(list.id);
    return isOne ? list : { ...list, name: `${list.name} (before: ${change})` };
  });
  const entries = changes.flatMap(({ library }) => listIn(library) ?? []).map(membersOf);
  // What a change saved was not saved before.
  const lost = entries.filter(({ was }) => was !== 'not saved');
  const liked = lost.flatMap(likedRow);
  const all: readonly FileList[] =
    liked.length > 0
      ? [...lists, { name: 'Liked songs', description: null, kind: 'liked', rows: liked }]
      : lists;
  const followed = lost.filter(({ uri }) => typeOf(uri) === 'playlist').length;
  const exportedAt = Date.parse(String(changes[0]?.['madeAt']));
  return {
    format: 'Liner Notes backup before a change',
    lists: all,
    warnings: followed > 0 ? [`Playlists you left aren’t followed again: ${followed}.`] : [],
    saved: SAVED.map((kind) => savedOf(kind, lost)).filter(({ items }) => items.length > 0),
    exportedAt: Number.isNaN(exportedAt) ? undefined : exportedAt,
  };
}

function playlistsOf({ change, playlists }: Members) {
  return (listIn(playlists) ?? []).map(membersOf).map(({ id, name, tracks }) => {
    const list: FileList = {
      id: textIn(id),
      name: textIn(name) || 'Restored playlist',
      description: null,
      kind: 'playlist',
      rows: (listIn(tracks) ?? []).map((track) => rowOf(membersOf(track))),
    };
    return { list, change: textIn(change) ?? '' };
  });
}

/** Reads one row, whose members have the names of the app's own type and not those of its JSON. */
function rowOf({ durationMs, addedAt, isPlayable, ...track }: Members): FileRow {
  return ownRow({ ...track, duration_ms: durationMs, added_at: addedAt, is_playable: isPlayable });
}

function typeOf(uri: unknown): string | undefined {
  return typeof uri === 'string' ? uri.split(':')[1] : undefined;
}

function likedRow({ uri, title, savedAt }: Members): FileRow[] {
  const known = uriIn(textIn(uri) ?? '');
  return known === null ? [] : [{ ...rowOf({ title, addedAt: savedAt }), uri: known }];
}

function savedOf(kind: SavedKind, entries: readonly Members[]): FileSaved {
  return {
    kind,
    items: entries.flatMap(({ uri, title }) =>
      typeof uri === 'string' && typeOf(uri) === kind
        ? [{ uri, title: wordsIn(textIn(title)), artists: [] }]
        : [],
    ),
  };
}
