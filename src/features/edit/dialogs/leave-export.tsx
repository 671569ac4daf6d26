import { type JSX, Show } from 'solid-js';
import { PLAYLIST_COLUMNS } from '../../../library/playlist-columns.ts';
import type { Playlist } from '../../../library/types.ts';
import { hasReadableTracks } from '../../../lists/fetch-tracks.ts';
import { useSessionRecord } from '../../../services/services.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatPlaylists } from '../../../words/number.ts';
import { createExportOpener } from '../../export/dialog/opener.tsx';

/** Offers to export the playlists that are about to be left, as far as Spotify gives their songs to apps. */
export function LeaveExport(props: { readonly playlists: readonly Playlist[] }): JSX.Element {
  const userId = useSessionRecord()()?.account?.userId;
  const readable = props.playlists.filter((playlist) => hasReadableTracks(playlist, userId));
  const [only] = readable;
  const rows = () => readable;
  const opener = createExportOpener(() => ({
    shown: rows,
    columns: () => PLAYLIST_COLUMNS,
    all: rows,
  }));
  const open = () => void (only && readable.length === 1 ? opener.exportOf(only) : opener.open());
  return (
    <Show when={only}>
      <p>
        <Button
          icon="download"
          label={`Export ${readable.length === 1 ? 'it' : formatPlaylists(readable.length)} first…`}
          onClick={open}
        />
      </p>
      <Show when={opener.problem('page') ?? opener.problem('row')}>
        {(text) => <Notice kind="bad" message={text()} />}
      </Show>
      {opener.dialog()}
    </Show>
  );
}
