import { For, type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import type { GatheredSaved } from '../../../lists/gather-saved.ts';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { savedReason } from '../../../words/flaw.ts';
import { formatBytes, formatNumber, formatPlaylists, formatSongs } from '../../../words/number.ts';
import type { Missing } from '../formats/format.ts';
import { download } from '../job/download.ts';
import type { SavedExport } from '../job/export-job.ts';
import './finished.css';

/** A file that was saved, as the end of an export shows it. */
export interface FinishedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** What is in it, such as "94 playlists, 24,909 songs". */
  readonly counts: string;
  readonly missing: readonly Missing[];
  /** What is saved, in a backup. */
  readonly saved?: readonly GatheredSaved[];
  readonly saveAgain: () => void;
}

/** Describes the file of a finished job. */
export function finishedFile(saved: SavedExport): FinishedFile {
  const { asked, fileName, size, missing } = saved;
  const lists = asked.liked === null ? saved.playlists : saved.playlists - 1;
  const liked = asked.liked === null ? '' : ' and liked songs';
  return {
    name: fileName,
    size,
    counts: `${formatPlaylists(Math.max(0, lists))}${liked}, ${formatSongs(saved.songs)}`,
    missing,
    saved: saved.saved,
    saveAgain: () => download(saved.url, fileName),
  };
}

/** The end of an export: name, size and content of the file, and what is missing from it. */
export function Finished(props: { readonly file: FinishedFile }): JSX.Element {
  return (
    <div class="export-finished">
      <Icon name="circle-check" />
      <div class="export-finished-text" aria-live="polite">
        <p class="export-finished-name">
          <span translate="no">{props.file.name}</span> is in your downloads.
        </p>
        <p class="export-hint">
          {formatBytes(props.file.size)} · {props.file.counts}
        </p>
        <For each={savedTexts(props.file.saved ?? [])}>
          {(text) => <p class="export-hint">{text}</p>}
        </For>
        <Show when={props.file.missing.length > 0}>
          <MissingLists missing={props.file.missing} />
        </Show>
      </div>
    </div>
  );
}

/** Says what is saved in a file, and what of it is missing and why. */
function savedTexts(saved: readonly GatheredSaved[]): readonly string[] {
  const there = saved.flatMap(({ kind, items }) =>
    items.length > 0
      ? [`${formatNumber(items.length)} ${items.length === 1 ? kind : `${kind}s`}`]
      : [],
  );
  const failed = saved.flatMap(({ kind, error }) =>
    error === undefined ? [] : [`Saved ${kind}s: ${savedReason(error)}`],
  );
  return there.length > 0 ? [`Saved: ${there.join(', ')}`, ...failed] : failed;
}

function MissingLists(props: { readonly missing: readonly Missing[] }): JSX.Element {
  const count = (isMeant: (missing: Missing) => boolean, text: string) => {
    const number = props.missing.filter(isMeant).length;
    return number > 0 ? [`${formatPlaylists(number)} ${text}`] : [];
  };
  const summary = () =>
    [
      ...count(({ isWithheld }) => isWithheld, 'by name only'),
      ...count(({ isWithheld, isPartial }) => !isWithheld && !isPartial, 'missing'),
      ...count(({ isPartial }) => isPartial, 'not whole'),
    ].join(', ');
  return (
    <details class="export-missing">
      <summary>
        <ChangingText text={summary()} />
      </summary>
      <ul>
        <For each={props.missing}>
          {({ playlist, reason }) => (
            <li>
              <strong translate="no">{formatName(playlist)}</strong>: {reason}
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
