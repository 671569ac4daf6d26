import { createSignal, type JSX, Show } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { hasReadableTracks } from '../../../lists/fetch-tracks.ts';
import { lacksScope } from '../../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatNumber, formatPlaylists, formatSongs } from '../../../words/number.ts';
import { useExportJob } from '../job/export-job.ts';
import { durationText, totalOf } from '../job/job-words.ts';
import { dayOf } from '../job/write-export.ts';
import { createPlaylistsChoice, type What, type Which } from './choice.ts';
import { ExportShell } from './export-shell.tsx';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { FinishedFile } from './finished.tsx';
import { createLikedCount } from './liked-count.ts';
import { saveText } from './save-text.ts';
import type { PlaylistsSource } from './source.ts';

const WHAT: readonly { readonly value: What; readonly label: string }[] = [
  { value: 'songs', label: 'Songs' },
  { value: 'list', label: 'List' },
];
const WHICH: readonly { readonly value: Which; readonly label: string }[] = [
  { value: 'shown', label: 'Shown' },
  { value: 'selected', label: 'Selected' },
  { value: 'all', label: 'All' },
  { value: 'mine', label: 'Mine' },
];

/** The form for an export of playlists: the songs of each, or the table. */
export function ExportPlaylists(props: {
  readonly source: PlaylistsSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const login = useLogin();
  const record = useSessionRecord();
  const { source } = props;
  const choice = createPlaylistsChoice(source);
  const job = useExportJob();
  const likedCount = createLikedCount();
  const [finished, setFinished] = createSignal<FinishedFile>();
  const rows = () => choice.rowsOf(choice.which());
  const isList = () => choice.what() === 'list';
  const isUnfinished = () => job.exported().kind === 'stopped';
  const liked = () => (choice.hasLiked() ? (likedCount() ?? 0) : null);
  const isReadable = (row: Playlist) => hasReadableTracks(row, record()?.account?.userId);

  function saveList(): void {
    const now = clock.now();
    const format = choice.format();
    const name = `liner-notes-playlists-${dayOf(now)}.${format.extension}`;
    const text = format.table?.(rows(), source.columns(), choice.options(now)) ?? '';
    setFinished(saveText(text, name, format.mediaType, formatPlaylists(rows().length)));
  }

  function saveSongs(): void {
    const now = clock.now();
    job.start({
      ...choice.options(now),
      playlists: rows(),
      format: choice.formatId(),
      files: choice.files(),
      startedAt: now,
      liked: liked(),
      isBackup: false,
    });
  }

  const summary = () => {
    if (rows().length === 0) return 'There is nothing to export.';
    if (isList()) {
      const what =
        choice.formatId() === 'csv' ? 'the columns you see' : 'all that is known of each';
      return `${formatPlaylists(rows().length)} in the order you see, with ${what}.`;
    }
    if (isUnfinished()) return 'Resume or discard the unfinished export first.';
    const read = rows().filter(isReadable);
    const totals = [...read.map(({ tracksTotal }) => tracksTotal ?? 0), liked() ?? 0];
    const songs = formatSongs(totalOf(read) + (liked() ?? 0));
    const time = `${durationText(totals)}; you can keep browsing.`;
    const others = rows().length - read.length;
    if (others === 0) return `${formatPlaylists(rows().length)}, ${songs}. ${time}`;
    return `${formatNumber(read.length)} with songs, ${formatNumber(others)} by name only. ${songs}. ${time}`;
  };

  return (
    <ExportShell
      rows={source.all}
      finished={finished()}
      onAgain={() => setFinished(undefined)}
      canDownload={rows().length > 0 && (isList() || !isUnfinished())}
      onDownload={() => (isList() ? saveList() : saveSongs())}
      onClose={props.onClose}
    >
      <RadioGroup label="What" options={WHAT} value={choice.what()} onChange={choice.setWhat} />
      <RadioGroup
        label="Which"
        options={WHICH.flatMap(({ value, label }) => {
          const count = choice.rowsOf(value).length;
          return count > 0 ? { value, label, note: formatNumber(count) } : [];
        })}
        value={choice.which()}
        onChange={choice.setWhich}
      />
      <FormatField choice={choice} />
      <Show when={!isList()}>
        <RadioGroup
          label="Files"
          options={[
            { value: 'zip', label: 'One zip' },
            { value: 'one', label: 'One file', isDisabled: !choice.canMerge() },
          ]}
          value={choice.files()}
          onChange={choice.setFiles}
        />
        <Show when={!lacksScope(login(), 'user-library-read')}>
          <label class="export-tick">
            <input
              type="checkbox"
              checked={choice.hasLiked()}
              onChange={(event) => choice.setLiked(event.currentTarget.checked)}
            />
            Liked songs
            <Show when={likedCount()}>
              {(count) => <span class="export-tick-note">{formatNumber(count())}</span>}
            </Show>
          </label>
        </Show>
      </Show>
      <CsvFields choice={choice} />
      <p class="export-summary" aria-live="polite">
        <Icon name="info" />
        <ChangingText text={summary()} />
      </p>
    </ExportShell>
  );
}
