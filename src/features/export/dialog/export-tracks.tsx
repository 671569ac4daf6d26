import { createSignal, type JSX } from 'solid-js';
import { useServices } from '../../../services/services.tsx';
import { formatTracks } from '../../../words/number.ts';
import { formatOf } from '../formats/formats.ts';
import { downloadText } from '../job/download.ts';
import { safeFileName } from '../job/file-names.ts';
import { ExportActions } from './actions.tsx';
import { createFileChoice } from './choice.ts';
import { CsvFields, FormatField } from './file-fields.tsx';
import type { TracksSource } from './source.ts';

/** The form for an export of one list of tracks, which the page has already loaded. */
export function ExportTracks(props: {
  readonly source: TracksSource;
  readonly onClose: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const choice = createFileChoice(() => true);
  const [saved, setSaved] = createSignal<string>();
  const count = () => props.source.list().items.length;

  function save(): void {
    const list = props.source.list();
    const format = formatOf(choice.format());
    const name = `${safeFileName(list.name)}.${format.extension}`;
    downloadText(format.tracks(list, choice.options(clock.now())), name, format.mediaType);
    setSaved(name);
  }

  return (
    <>
      <FormatField choice={choice} />
      <CsvFields choice={choice} />
      <ExportActions
        summary={`${formatTracks(count())}, all of the list, in Spotify’s order.`}
        saved={saved()}
        canDownload={true}
        onDownload={save}
        onClose={props.onClose}
      />
    </>
  );
}
