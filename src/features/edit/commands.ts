import type { Playlist } from '../../library/types.ts';
import type { Action } from '../../table/action.ts';
import type { ChosenSong, EditOpener } from './opener.tsx';

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

/** Gives the changes that songs offer, chosen in a table or in the menu of one. */
export function songEdits(
  opener: EditOpener,
  songs: () => readonly ChosenSong[],
): readonly Action[] {
  return [
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
}
