import { type Accessor, type Component, createSignal, type JSX, Show } from 'solid-js';
import type { Action } from '../../../table/action.ts';
import type { ExportDialogProps } from './export-dialog.tsx';
import type { ExportSource } from './source.ts';

/** Says what to do where the dialog does not open. */
const EXPORT_NOT_LOADED = 'The export did not load. Check your network, then try again.';

/** Opens the dialog "Export", whose code loads when it is first opened. */
export interface ExportOpener {
  readonly open: () => Promise<void>;
  /** Whether that code did not load. */
  readonly hasFailed: Accessor<boolean>;
  /** Draws the dialog while it is open; to be put somewhere on the page. */
  readonly dialog: () => JSX.Element;
}

/** Makes the opener of an export. */
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

/** Makes the action of a table that opens an export. */
export function exportAction(opener: ExportOpener, isAvailable: () => boolean): Action {
  return {
    id: 'export',
    label: 'Export',
    run: () => void opener.open(),
    isAvailable,
    problem: () => (opener.hasFailed() ? EXPORT_NOT_LOADED : undefined),
  };
}
