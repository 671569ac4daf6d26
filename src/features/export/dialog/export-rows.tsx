import { createSignal, type JSX } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { safeFileName } from '../job/file-names.ts';
import { createFileChoice } from './choice.ts';
import { ExportShell } from './export-shell.tsx';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { FinishedFile } from './finished.tsx';
import { saveText } from './save-text.ts';
import type { RowsSource } from './source.ts';

/** The form for an export of the rows of a table that is neither of songs nor of playlists. */
export function ExportRows(props: {
  readonly source: RowsSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const choice = createFileChoice((format) => format.rows !== undefined);
  const [finished, setFinished] = createSignal<FinishedFile>();
  const count = () => props.source.formatCount(props.source.table().rows.length);

  function save(): void {
    const format = choice.format();
    const table = props.source.table();
    const text = format.rows?.(table, choice.options(clock.now())) ?? '';
    const name = `${safeFileName(table.name)}.${format.extension}`;
    setFinished(saveText(text, name, format.mediaType, count()));
  }

  return (
    <ExportShell
      finished={finished()}
      onAgain={() => setFinished(undefined)}
      canDownload={true}
      onDownload={save}
      onClose={props.onClose}
    >
      <FormatField choice={choice} />
      <CsvFields choice={choice} />
      <p class="export-summary" aria-live="polite">
        <Icon name="info" />
        <ChangingText text={`${count()}, in the order you see.`} />
      </p>
    </ExportShell>
  );
}
