import { createUniqueId, type JSX, onMount } from 'solid-js';
import { ExportPlaylists } from './export-playlists.tsx';
import { ExportTracks } from './export-tracks.tsx';
import { ExportJobStatus } from './job-status.tsx';
import type { ExportSource } from './source.ts';
import './export-dialog.css';

/** Props of the dialog "Export". */
export interface ExportDialogProps {
  readonly source: ExportSource;
  readonly onClose: () => void;
}

/** The dialog "Export": content, format and options of a file. */
export function ExportDialog(props: ExportDialogProps): JSX.Element {
  let dialog: HTMLDialogElement | undefined;
  const title = createUniqueId();
  const { source } = props;
  onMount(() => dialog?.showModal());
  const close = () => dialog?.close();
  return (
    <dialog ref={dialog} class="export" aria-labelledby={title} onClose={() => props.onClose()}>
      <h2 id={title}>Export</h2>
      <ExportJobStatus
        rows={'all' in source ? source.all : () => []}
        onClose={'all' in source ? close : undefined}
      />
      {'all' in source ? (
        <ExportPlaylists source={source} onClose={close} />
      ) : (
        <ExportTracks source={source} onClose={close} />
      )}
    </dialog>
  );
}
