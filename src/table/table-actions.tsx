import { type Accessor, type JSX, Show } from 'solid-js';
import { createExportOpener, EXPORT_NOT_LOADED } from '../features/export/dialog/opener.tsx';
import type { ExportSource } from '../features/export/dialog/source.ts';
import { createNow } from '../services/now.ts';
import { useServices } from '../services/services.tsx';
import { shownAge } from '../words/age.ts';
import type { ColumnChoiceProps } from './column-choice.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { createSearchKey } from './search-key.ts';

/** What a table offers beside its load: its age, its export once it is complete, its columns, and `/` for its search. */
export default function TableActions(props: {
  readonly savedAt: Accessor<number | undefined>;
  readonly columns: ColumnChoiceProps['columns'];
  readonly choice: ColumnChoiceProps['choice'];
  readonly source: () => ExportSource;
}): JSX.Element {
  createSearchKey();
  return (
    <>
      <Show when={props.savedAt() !== undefined}>
        <AgeAndExport savedAt={() => props.savedAt() ?? 0} source={() => props.source()} />
      </Show>
      <ColumnMenu columns={props.columns} choice={props.choice} />
    </>
  );
}

function AgeAndExport(props: {
  readonly savedAt: Accessor<number>;
  readonly source: () => ExportSource;
}): JSX.Element {
  const { clock } = useServices();
  const now = createNow(clock);
  const opener = createExportOpener(() => props.source());
  return (
    <>
      <Show
        when={opener.hasFailed()}
        fallback={<span class="hint">As of {shownAge(now() - props.savedAt())}</span>}
      >
        <span class="hint" role="alert">
          {EXPORT_NOT_LOADED}
        </span>
      </Show>
      <button type="button" class="button quiet small export" onClick={() => void opener.open()}>
        Export
      </button>
      {opener.dialog()}
    </>
  );
}
