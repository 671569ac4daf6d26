import { isAddable } from '../../library/addable.ts';
import type { Playlist, PlaylistItem } from '../../library/types.ts';
import type { Action } from '../../table/action.ts';
import type { ChosenEntry, ChosenSong, EditOpener, LoadedSongs } from './opener.tsx';

/** Gives the changes that the menu of a playlist offers; a followed one can only be left. */
export function playlistEdits(
  opener: EditOpener,
  playlist: Playlist,
  meId: string | null,
): readonly Action[] {
  const isOwn = meId !== null && playlist.ownerId === meId;
  return [
    {
      id: 'rename',
      label: 'Rename…',
      icon: 'pencil',
      isAvailable: () => isOwn,
      run: () => opener.open({ kind: 'rename', playlist }),
    },
    {
      id: 'split',
      label: 'Split…',
      icon: 'split',
      isAvailable: () => isOwn || playlist.visibility === 'collaborative',
      run: () => opener.open({ kind: 'split', from: playlist }),
    },
    {
      id: 'leave',
      label: 'Leave…',
      icon: 'circle-minus',
      isDangerous: true,
      run: () => opener.open({ kind: 'leave', playlists: [playlist] }),
    },
  ];
}

/** Gives the changes that selected playlists offer. */
export function selectedPlaylistEdits(
  opener: EditOpener,
  selected: () => readonly Playlist[],
): readonly Action[] {
  return [
    {
      id: 'merge',
      label: 'Merge…',
      icon: 'merge',
      isAvailable: () => selected().length > 1,
      run: () => opener.open({ kind: 'merge', playlists: selected() }),
    },
    {
      id: 'leave',
      label: 'Leave…',
      icon: 'circle-minus',
      run: () => opener.open({ kind: 'leave', playlists: selected() }),
      problem: opener.problem,
    },
  ];
}

/** Gives the command that creates an empty playlist. */
export function newPlaylistAction(opener: EditOpener): Action {
  return {
    id: 'new-playlist',
    label: 'New playlist',
    icon: 'plus',
    run: () => opener.open({ kind: 'new-playlist', songs: [] }),
    problem: opener.problem,
  };
}

/** Gives the change that liked albums, shows, episodes or audiobooks offer. */
export function savedEdits(
  opener: EditOpener,
  entries: () => readonly ChosenEntry[],
): readonly Action[] {
  return [
    {
      id: 'unlike',
      label: 'Unlike…',
      icon: 'heart-off',
      isAvailable: () => entries().some(isAddable),
      run: () => opener.open({ kind: 'unlike', songs: entries() }),
      problem: opener.problem,
    },
  ];
}

/**
 * Gives the changes that songs offer, chosen in a table or in the menu of one; none where Spotify takes none of them.
 * Where the page knows whether all are liked, it offers only what changes that.
 */
export function songEdits(
  opener: EditOpener,
  songs: () => readonly (ChosenSong & Pick<ChosenEntry, 'saved'>)[],
  isLiked?: boolean,
): readonly Action[] {
  const edits: readonly Action[] = [
    {
      id: 'add-to',
      label: 'Add to…',
      icon: 'list-plus',
      run: () => opener.open({ kind: 'add', songs: songs() }),
      problem: opener.problem,
    },
    {
      id: 'new-playlist',
      label: 'New playlist',
      icon: 'plus',
      run: () => opener.open({ kind: 'new-playlist', songs: songs() }),
    },
    {
      id: 'like',
      label: 'Like',
      icon: 'heart',
      run: () => opener.open({ kind: 'like', songs: songs() }),
    },
    {
      id: 'unlike',
      label: 'Unlike…',
      icon: 'heart-off',
      run: () => opener.open({ kind: 'unlike', songs: songs() }),
    },
  ];
  const isAvailable = () => songs().some(isAddable);
  const useless = isLiked === undefined ? undefined : isLiked ? 'like' : 'unlike';
  return edits.filter(({ id }) => id !== useless).map((edit) => ({ ...edit, isAvailable }));
}

/** Gives the change that saves the album of a song, or the show of an episode; none where Spotify names neither. */
export function releaseEdits(
  opener: EditOpener,
  { kind, id }: Pick<PlaylistItem, 'kind' | 'id'>,
): readonly Action[] {
  if (id === null || (kind !== 'track' && kind !== 'episode')) return [];
  return [
    {
      id: 'save-release',
      label: kind === 'track' ? 'Save the album' : 'Save the show',
      icon: 'library',
      run: () => opener.open({ kind: 'save-release', of: { kind, id } }),
    },
  ];
}

/**
 * Gives the changes that a list of songs offers as a whole, or the part of it that a search shows; `undefined` until
 * the list is complete.
 */
export function listEdits(
  opener: EditOpener,
  list: () => LoadedSongs | undefined,
): readonly Action[] {
  const has = (least: number) => () => (list()?.songs.length ?? 0) >= least;
  return [
    {
      id: 'new-from-shown',
      label: 'New playlist of these songs',
      icon: 'plus',
      isAvailable: has(1),
      run() {
        const { name = '', songs = [] } = list() ?? {};
        opener.open({ kind: 'new-playlist', songs, name });
      },
      problem: opener.problem,
    },
    {
      id: 'split',
      label: 'Split…',
      icon: 'split',
      isAvailable: has(2),
      run() {
        const from = list();
        if (from) opener.open({ kind: 'split', from });
      },
    },
  ];
}

/** Names what a list shows: the list itself, or what is searched for in it. */
export function nameOfShown(list: string, query: string): string {
  return query.trim() === '' ? list : `${list}: ${query.trim()}`;
}
