import { createMemo, For, type JSX, Show } from 'solid-js';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import type { FileList } from '../readers/read-file.ts';
import { sortRows } from '../sort-rows.ts';
import { leftOutTexts, rowText } from '../words.ts';

/** Most songs that are named. */
const MOST_NAMED = 200;

/** Says what of a file cannot be restored, and why; nothing where all can. */
export function LeftOut(props: {
  readonly lists: readonly FileList[];
  readonly warnings: readonly string[];
}): JSX.Element {
  const texts = createMemo(() => [...leftOutTexts(props.lists), ...props.warnings]);
  const local = createMemo(() => sortRows(props.lists.flatMap(({ rows }) => rows)).local);
  return (
    <Show when={texts().length > 0}>
      <div class="restore-report">
        <h3>What’s left out</h3>
        <ul>
          <For each={texts()}>{(text) => <li translate="no">{text}</li>}</For>
        </ul>
        <Show when={local().length > 0}>
          <details>
            <summary>{`Show ${formatSongs(local().length)}`}</summary>
            <ul translate="no">
              <For each={local().slice(0, MOST_NAMED)}>{(row) => <li>{rowText(row)}</li>}</For>
            </ul>
            <Show when={local().length > MOST_NAMED}>
              <p class="restore-hint">{`and ${formatNumber(local().length - MOST_NAMED)} more`}</p>
            </Show>
          </details>
        </Show>
      </div>
    </Show>
  );
}
