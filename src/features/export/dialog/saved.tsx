import { For, type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import { formatPlaylists } from '../../../words/number.ts';
import type { SavedExport } from '../job/export-job.ts';

/** Says that an export is finished, and what it lacks. */
export function ExportSaved(props: { readonly saved: SavedExport }): JSX.Element {
  return (
    <div class="export-status">
      <p aria-live="polite">
        {props.saved.fileName} is in your downloads; if not,{' '}
        <a href={props.saved.url} download={props.saved.fileName}>
          save it again
        </a>
        .
      </p>
      <Show when={props.saved.missing.length > 0}>
        <details>
          <summary>{formatPlaylists(props.saved.missing.length)} missing</summary>
          <ul>
            <For each={props.saved.missing}>
              {({ playlist, reason }) => (
                <li>
                  <strong>{formatName(playlist)}</strong>: {reason}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
}
