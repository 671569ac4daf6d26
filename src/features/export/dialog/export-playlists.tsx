import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { ensureAccount } from '../../../lists/ensure-account.ts';
import { useServices } from '../../../services/services.tsx';
import { useSpotify } from '../../../services/spotify.ts';
import { PAGE_LIMIT } from '../../../spotify/paging.ts';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { formatNumber, formatPlaylists, formatTracks } from '../../../words/number.ts';
import { formatOf } from '../formats/formats.ts';
import { downloadText } from '../job/download.ts';
import { useExportJob } from '../job/export-job.ts';
import { dayOf } from '../job/write-export.ts';
import { ExportActions } from './actions.tsx';
import { createPlaylistsChoice, type What, type Which } from './choice.ts';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { PlaylistsSource } from './source.ts';

const WHAT: readonly { readonly value: What; readonly label: string }[] = [
  { value: 'table', label: 'This table' },
  { value: 'tracks', label: 'Tracks of the playlists' },
];
const WHICH: readonly { readonly value: Which; readonly label: string }[] = [
  { value: 'shown', label: 'Shown' },
  { value: 'selected', label: 'Selected' },
  { value: 'all', label: 'All' },
  { value: 'mine', label: 'Only mine' },
];

/** The form for an export of playlists: the table, or the tracks of each playlist. */
export function ExportPlaylists(props: {
  readonly source: PlaylistsSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock, session } = useServices();
  const { connection } = useSpotify();
  const { source } = props;
  const choice = createPlaylistsChoice(source);
  const trackExport = useExportJob();
  const rows = () => choice.rowsOf(choice.which());
  const isTable = () => choice.what() === 'table';
  const isUnfinished = () => trackExport.state().kind === 'stopped';

  /**
   * Name of the last file. Each set of options has a signal of its own, because a saved file confirms only the options
   * that it was saved with.
   */
  const saved = createMemo(() => {
    choice.what();
    choice.which();
    choice.format();
    choice.files();
    const [fileName, setFileName] = createSignal<string>();
    return { fileName, setFileName };
  });

  function saveTable(): void {
    const now = clock.now();
    const format = formatOf(choice.format());
    const name = `liner-notes-playlists-${dayOf(now)}.${format.extension}`;
    const text = format.table?.(rows(), source.columns(), choice.options(now)) ?? '';
    downloadText(text, name, format.mediaType);
    saved().setFileName(name);
  }

  async function saveTracks(): Promise<void> {
    const now = clock.now();
    const asked = { format: choice.format(), files: choice.files(), playlists: rows() };
    const options = choice.options(now);
    // Responses are cached under the account; while the account is unknown, the cache is the memory of the page.
    const { signal } = new AbortController();
    await ensureAccount(session, connection, signal).catch(() => undefined);
    trackExport.start({ ...asked, ...options, startedAt: now });
  }

  return (
    <Show when={trackExport.state().kind !== 'running'}>
      <RadioGroup label="What" options={WHAT} value={choice.what()} onChange={choice.setWhat} />
      <RadioGroup
        label="Which"
        options={WHICH.map(({ value, label }) => {
          const count = choice.rowsOf(value).length;
          return { value, label, note: formatNumber(count), isDisabled: count === 0 };
        })}
        value={choice.which()}
        onChange={choice.setWhich}
      />
      <FormatField choice={choice} />
      <Show when={!isTable()}>
        <RadioGroup
          label="Files"
          options={[
            { value: 'zip', label: 'One zip' },
            { value: 'one', label: 'One file', isDisabled: !choice.canMerge() },
          ]}
          value={choice.files()}
          onChange={choice.setFiles}
        />
      </Show>
      <CsvFields choice={choice} />
      <ExportActions
        summary={
          isTable() ? tableSummary(rows(), choice.format()) : tracksSummary(rows(), isUnfinished())
        }
        saved={saved().fileName()}
        canDownload={rows().length > 0 && (isTable() || !isUnfinished())}
        onDownload={() => (isTable() ? saveTable() : void saveTracks())}
        onClose={props.onClose}
      />
    </Show>
  );
}

function tableSummary(rows: readonly Playlist[], format: string): string {
  if (rows.length === 0) return 'There is nothing here to export.';
  const columns = format === 'csv' ? 'with the columns you see' : 'with all that is known of each';
  return `${formatPlaylists(rows.length)} in the order you see, ${columns}.`;
}

function tracksSummary(rows: readonly Playlist[], isUnfinished: boolean): string {
  if (isUnfinished) return 'Resume or discard the unfinished export first.';
  if (rows.length === 0) return 'There is nothing here to export.';
  const totals = rows.map(({ tracksTotal }) => tracksTotal ?? 0);
  const tracks = totals.reduce((sum, total) => sum + total, 0);
  const requests = totals.reduce((sum, total) => sum + Math.ceil(total / PAGE_LIMIT), 0);
  return `${formatPlaylists(rows.length)} with ${formatTracks(tracks)}: at most ${formatNumber(requests)} requests to Spotify.`;
}
