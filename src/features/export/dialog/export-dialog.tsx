import type { JSX } from 'solid-js';
import { ExportPlaylist } from './export-playlist.tsx';
import { ExportPlaylists } from './export-playlists.tsx';
import { ExportRows } from './export-rows.tsx';
import { ExportTracks } from './export-tracks.tsx';
import type { ExportSource } from './source.ts';

/** Props of the dialog "Export". */
export interface ExportDialogProps {
  readonly source: ExportSource;
  readonly onClose: () => void;
}

/** The dialog "Export": content, format and options of a file. */
export function ExportDialog(props: ExportDialogProps): JSX.Element {
  const { source } = props;
  if ('all' in source) return <ExportPlaylists source={source} onClose={props.onClose} />;
  if ('list' in source) return <ExportTracks source={source} onClose={props.onClose} />;
  if ('table' in source) return <ExportRows source={source} onClose={props.onClose} />;
  return <ExportPlaylist source={source} onClose={props.onClose} />;
}
