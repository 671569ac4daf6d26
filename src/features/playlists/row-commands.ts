import { BASE_PATH } from '../../deployment.ts';
import { formatName } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { type Action, workbenchActions } from '../../table/action.ts';
import type { ExportOpener } from '../export/dialog/opener.tsx';

/** Gives the menu of a playlist that changes nothing. */
export function rowCommands(
  playlist: Playlist,
  opener: ExportOpener,
  copy: (text: string, what: string) => void,
): readonly Action[] {
  const name = formatName(playlist);
  return [
    {
      id: 'open',
      label: 'Open',
      icon: 'list-music',
      href: `${BASE_PATH}playlists/${encodeId(playlist.id)}`,
    },
    {
      id: 'open-in-spotify',
      label: 'Open in Spotify',
      icon: 'external-link',
      href: playlist.spotifyUrl,
    },
    {
      id: 'export-row',
      label: 'Export…',
      icon: 'download',
      run: () => void opener.exportOf(playlist),
    },
    {
      id: 'copy-link',
      label: 'Copy link',
      icon: 'link',
      run: () => copy(playlist.spotifyUrl, `link to ${name}`),
    },
    {
      id: 'copy-uri',
      label: 'Copy URI',
      icon: 'code',
      run: () => copy(`spotify:playlist:${playlist.id}`, `URI of ${name}`),
    },
    {
      id: 'copy-id',
      label: 'Copy ID',
      icon: 'hash',
      keys: 'c',
      run: () => copy(playlist.id, `ID of ${name}`),
    },
    ...workbenchActions(`spotify:playlist:${playlist.id}`),
  ];
}
