import { type Accessor, type JSX, Show } from 'solid-js';
import { createNow } from '../state/now.ts';
import { useServices } from '../state/services.tsx';
import { createExportOpener } from './export-opener.tsx';
import type { ExportSource } from './export-source.ts';
import { shownAge } from './shown-age.ts';

/** What only a complete list has: how old it is, and its export. */
export default function AgeAndExport(props: {
  readonly savedAt: Accessor<number | undefined>;
  readonly source: () => ExportSource;
}): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  const opener = createExportOpener(() => props.source());
  return (
    <>
      <Show
        when={opener.hasFailed()}
        fallback={<span class="hint">As of {shownAge(now() - (props.savedAt() ?? 0))}</span>}
      >
        <span class="hint" role="alert">
          The export did not load. Check your network, then try again.
        </span>
      </Show>
      <button type="button" class="button quiet small" onClick={() => void opener.open()}>
        Export
      </button>
      {opener.dialog()}
    </>
  );
}
