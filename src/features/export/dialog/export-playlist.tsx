import { type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import { hasReadableTracks } from '../../../lists/fetch-tracks.ts';
import { useServices, useSessionRecord } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatSongs } from '../../../words/number.ts';
import { useExportJob } from '../job/export-job.ts';
import { createFileChoice } from './choice.ts';
import { ExportShell } from './export-shell.tsx';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { PlaylistSource } from './source.ts';

/** The form for an export of one playlist, whose songs are still to be read. */
export function ExportPlaylist(props: {
  readonly source: PlaylistSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const record = useSessionRecord();
  const choice = createFileChoice(() => true);
  const job = useExportJob();
  const { playlist } = props.source;
  const isByName = () => !hasReadableTracks(playlist, record()?.account?.userId);
  const isUnfinished = () => job.exported().kind === 'stopped';
  const note = () => {
    if (isByName()) return 'Spotify doesn’t share the songs of this playlist with apps.';
    if (isUnfinished()) return 'Resume or discard the unfinished export first.';
    return playlist.tracksTotal === null
      ? 'All its songs.'
      : `${formatSongs(playlist.tracksTotal)}.`;
  };

  function save(): void {
    const now = clock.now();
    job.start({
      ...choice.options(now),
      playlists: [playlist],
      format: choice.formatId(),
      files: 'zip',
      startedAt: now,
      liked: null,
      isBackup: false,
    });
  }

  return (
    <ExportShell
      rows={() => [playlist]}
      finished={undefined}
      onAgain={() => undefined}
      canDownload={!isByName() && !isUnfinished()}
      onDownload={save}
      onClose={props.onClose}
    >
      <p class="export-name" translate="no">
        {formatName(playlist)}
      </p>
      <Show when={!isByName()}>
        <FormatField choice={choice} />
        <CsvFields choice={choice} />
      </Show>
      <p class="export-summary">
        <Icon name="info" />
        <ChangingText text={note()} />
      </p>
    </ExportShell>
  );
}
