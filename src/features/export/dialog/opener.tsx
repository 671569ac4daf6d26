import { type Accessor, type Component, createSignal, type JSX, Show } from 'solid-js';
import type { Action } from '../../../table/action.ts';
import type { ExportDialogProps } from './export-dialog.tsx';
import type { ExportSource } from './source.ts';

/** Error message for a dialog whose code fails to load. */
const EXPORT_NOT_LOADED = 'The export did not load. Check your network, then try again.';

/** Opener of the dialog "Export", whose code loads on first use. */
export interface ExportOpener {
  readonly open: () => Promise<void>;
  /** Whether the code of the dialog failed to load. */
  readonly hasFailed: Accessor<boolean>;
  /** Renders the dialog while it is open; the page places it anywhere in its markup. */
  readonly dialog: () => JSX.Element;
}

/** Makes the opener of the dialog "Export" for one page. */
export function createExportOpener(source: () => ExportSource): ExportOpener {
  const [opened, setOpened] = createSignal<Component<ExportDialogProps>>();
  const [hasFailed, setFailed] = createSignal(false);
  return {
    hasFailed,
    async open() {
      try {
        const { ExportDialog } = await import('./export-dialog.tsx');
        setFailed(false);
        setOpened(() => ExportDialog);
      } catch {
        setFailed(true);
      }
    },
    dialog: () => (
      <Show when={opened()} keyed>
        {(Dialog) => <Dialog source={source()} onClose={() => setOpened(undefined)} />}
      </Show>
    ),
  };
}

/** Makes the table action that opens the dialog "Export". */
export function exportAction(opener: ExportOpener, isAvailable: () => boolean): Action {
  return {
    id: 'export',
    label: 'Export',
    run: () => void opener.open(),
    isAvailable,
    problem: () => (opener.hasFailed() ? EXPORT_NOT_LOADED : undefined),
  };
}
