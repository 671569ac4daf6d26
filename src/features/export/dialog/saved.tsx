import { For, type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { formatPlaylists } from '../../../words/number.ts';
import type { SavedExport } from '../job/export-job.ts';

/** The message after a finished export, with the playlists that are missing from the file. */
export function ExportSaved(props: { readonly saved: SavedExport }): JSX.Element {
  const summary = () => {
    const partial = props.saved.missing.filter(({ isPartial }) => isPartial).length;
    const lost = props.saved.missing.length - partial;
    return [
      ...(lost > 0 ? [`${formatPlaylists(lost)} missing`] : []),
      ...(partial > 0 ? [`${formatPlaylists(partial)} not whole`] : []),
    ].join(', ');
  };
  return (
    <div class="export-status">
      <p aria-live="polite">
        <span translate="no">{props.saved.fileName}</span> is in your downloads; if not,{' '}
        <a href={props.saved.url} download={props.saved.fileName}>
          save it again
        </a>
        .
      </p>
      <Show when={props.saved.missing.length > 0}>
        <details>
          <summary>
            <ChangingText text={summary()} />
          </summary>
          <ul>
            <For each={props.saved.missing}>
              {({ playlist, reason }) => (
                <li>
                  <strong translate="no">{formatName(playlist)}</strong>: {reason}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  );
}
