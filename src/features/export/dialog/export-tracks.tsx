import { createSignal, type JSX, Show } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import { safeFileName } from '../job/file-names.ts';
import { createFileChoice, type Which } from './choice.ts';
import { ExportShell } from './export-shell.tsx';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { FinishedFile } from './finished.tsx';
import { saveText } from './save-text.ts';
import type { TracksSource } from './source.ts';

/** The form for an export of one list of tracks, which the page has already loaded. */
export function ExportTracks(props: {
  readonly source: TracksSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const { source } = props;
  const choice = createFileChoice(() => true);
  const [finished, setFinished] = createSignal<FinishedFile>();
  const [which, setWhich] = createSignal<Which>(source.isOfSelection ? 'selected' : 'all');
  const selected = () => source.selected?.() ?? [];
  const isSelected = () => which() === 'selected' && selected().length > 0;
  const list = () => (isSelected() ? { ...source.list(), items: selected() } : source.list());

  function save(): void {
    const format = choice.format();
    const name = `${safeFileName(list().name)}.${format.extension}`;
    const text = format.tracks(list(), choice.options(clock.now()));
    setFinished(saveText(text, name, format.mediaType, formatSongs(list().items.length)));
  }

  return (
    <ExportShell
      finished={finished()}
      onAgain={() => setFinished(undefined)}
      canDownload={true}
      onDownload={save}
      onClose={props.onClose}
    >
      <Show when={selected().length > 0}>
        <RadioGroup
          label="Which"
          options={[
            { value: 'selected', label: 'Selected', note: formatNumber(selected().length) },
            { value: 'all', label: 'All', note: formatNumber(source.list().items.length) },
          ]}
          value={isSelected() ? 'selected' : 'all'}
          onChange={setWhich}
        />
      </Show>
      <FormatField choice={choice} />
      <CsvFields choice={choice} />
      <p class="export-summary" aria-live="polite">
        <Icon name="info" />
        <ChangingText
          text={
            isSelected()
              ? `${formatSongs(list().items.length)}, in the order you see.`
              : `${formatSongs(list().items.length)}, the whole list in Spotify’s order.`
          }
        />
      </p>
    </ExportShell>
  );
}
