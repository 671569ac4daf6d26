import { type Component, createSignal, type JSX, Show } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import type { Action } from '../../../table/action.ts';
import type { ExportDialogProps } from './export-dialog.tsx';
import type { ExportSource } from './source.ts';

/** Error message for a dialog whose code fails to load. */
const EXPORT_NOT_LOADED = 'The export did not load. Check your network, then try again.';

/** Part of the page that opens the dialog, and shows the error message if it does not load. */
type Place = 'page' | 'selection' | 'row';

/** Opener of the dialog "Export" of one page, whose code loads on first use. */
export interface ExportOpener {
  /** Opens the dialog for everything on the page. */
  readonly open: () => Promise<void>;
  /** Opens the dialog with the selected rows chosen. */
  readonly openSelected: () => Promise<void>;
  /** Opens the dialog for one playlist, as from the tools of its row. */
  readonly exportOf: (playlist: Playlist) => Promise<void>;
  /** Error message of the last attempt from this part of the page; `undefined` once the dialog has opened. */
  readonly problem: (place: Place) => string | undefined;
  /** Renders the dialog while it is open; the page places it anywhere in its markup. */
  readonly dialog: () => JSX.Element;
}

/** Makes the opener of the dialog "Export" for one page. */
export function createExportOpener(source: () => ExportSource): ExportOpener {
  const [opened, setOpened] = createSignal<{
    readonly Dialog: Component<ExportDialogProps>;
    readonly source: ExportSource;
  }>();
  const [failedAt, setFailedAt] = createSignal<Place>();

  async function openFrom(place: Place, wanted: ExportSource): Promise<void> {
    try {
      // Late, because a press opens the dialog.
      const { ExportDialog } = await import('./export-dialog.tsx');
      setFailedAt(undefined);
      setOpened({ Dialog: ExportDialog, source: wanted });
    } catch {
      setFailedAt(place);
    }
  }

  return {
    open: () => openFrom('page', source()),
    openSelected: () => openFrom('selection', { ...source(), isOfSelection: true }),
    exportOf: (playlist) => openFrom('row', { playlist }),
    problem: (place) => (failedAt() === place ? EXPORT_NOT_LOADED : undefined),
    dialog: () => (
      <Show when={opened()} keyed>
        {({ Dialog, source: wanted }) => (
          <Dialog source={wanted} onClose={() => setOpened(undefined)} />
        )}
      </Show>
    ),
  };
}

/** Makes the table action that opens the dialog "Export"; it also reports a failure of the tools of a row. */
export function exportAction(opener: ExportOpener, isAvailable: () => boolean): Action {
  return {
    id: 'export',
    label: 'Export',
    icon: 'download',
    keys: 'e',
    run: () => void opener.open(),
    isAvailable,
    problem: () => opener.problem('page') ?? opener.problem('row'),
  };
}

/** Makes the action on selected rows that opens the dialog "Export". */
export function exportSelectionAction(opener: ExportOpener): Action {
  return {
    id: 'export',
    label: 'Export',
    icon: 'download',
    run: () => void opener.openSelected(),
    isAvailable: () => true,
    problem: () => opener.problem('selection'),
  };
}
