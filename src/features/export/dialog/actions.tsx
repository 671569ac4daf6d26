import { type JSX, Show } from 'solid-js';
import { ChangingText } from '../../../ui/changing-text.tsx';

/** The footer of the dialog: summary of the export, confirmation of the last file, and the buttons. */
export function ExportActions(props: {
  readonly summary: string;
  /** Name of the last saved file. */
  readonly saved: string | undefined;
  readonly canDownload: boolean;
  readonly onDownload: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <div class="export-end">
      <p class="hint" aria-live="polite">
        <Show when={props.saved} fallback={<ChangingText text={props.summary} />}>
          {(name) => (
            <span>
              <span translate="no">{name()}</span> is in your downloads.
            </span>
          )}
        </Show>
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={!props.canDownload}
          onClick={() => props.onDownload()}
        >
          Download
        </button>
        <button type="button" class="button" onClick={() => props.onClose()}>
          Close
        </button>
      </div>
    </div>
  );
}
