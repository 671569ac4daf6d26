import { type Accessor, createMemo, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { createWaitingUntil, useSpotify } from '../../../services/spotify.ts';
import { SlowNotice } from '../../../table/load-notices.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { errorText, needsLogin, wayOf } from '../../../words/errors.ts';
import { formatNumber, formatPlaylists, formatTracks } from '../../../words/number.ts';
import { AskForScopes } from '../../login/ask-for-scopes.tsx';
import { LogInAgain } from '../../login/log-in-again.tsx';
import { ExportElsewhereError, type ExportJob, totalOf, useExportJob } from '../job/export-job.ts';
import { type ExportRequest, TracksGoneError } from '../job/write-export.ts';
import { ExportSaved } from './saved.tsx';

/** State of an export of tracks: progress, reason of a stop, or the link to the file. */
export function ExportJobStatus(props: {
  /** The current rows of the playlists, with their latest `snapshot_id`. */
  readonly rows: Accessor<readonly Playlist[]>;
  /** Closes the dialog; `undefined` where another part of the dialog has the close button. */
  readonly onClose: (() => void) | undefined;
}): JSX.Element {
  const trackExport = useExportJob();
  const { state } = trackExport;
  onMount(() => void trackExport.find());
  const running = createMemo(() => {
    const current = state();
    return current.kind === 'running' ? current : undefined;
  });
  const stopped = createMemo(() => {
    const current = state();
    return current.kind === 'stopped' ? current : undefined;
  });
  const saved = createMemo(() => {
    const current = state();
    return current.kind === 'saved' ? current.saved : undefined;
  });
  return (
    <Switch>
      <Match when={running()}>
        {(current) => (
          <Running asked={current().asked} trackExport={trackExport} onClose={props.onClose} />
        )}
      </Match>
      <Match when={stopped()}>
        {(current) => (
          <Stopped
            asked={current().asked}
            error={current().error}
            trackExport={trackExport}
            rows={props.rows}
          />
        )}
      </Match>
      <Match when={saved()}>{(current) => <ExportSaved saved={current()} />}</Match>
    </Switch>
  );
}

function Running(props: {
  readonly asked: ExportRequest;
  readonly trackExport: ExportJob;
  readonly onClose: (() => void) | undefined;
}): JSX.Element {
  const { pace } = useSpotify();
  const waitingUntil = createWaitingUntil(pace);
  const progress = () => props.trackExport.progress();
  const tracks = createMemo(() => totalOf(props.asked.playlists));
  const progressText = () => {
    const { playlists, tracks: came } = progress();
    const all = formatPlaylists(props.asked.playlists.length);
    return `${formatNumber(playlists)} of ${all}, ${formatNumber(came)} of ${formatTracks(Math.max(tracks(), came))}`;
  };
  return (
    <div class="export-status">
      <p>
        <ChangingText text={progressText()} />
      </p>
      <progress
        aria-label={props.trackExport.title}
        max={props.trackExport.count().total}
        value={props.trackExport.count().done}
      />
      <Show when={waitingUntil() > 0}>
        <SlowNotice until={waitingUntil()} />
      </Show>
      <p class="hint">It goes on while you look around in this tab, and can be resumed later.</p>
      <div class="actions">
        <button
          ref={takeLostFocus}
          type="button"
          class="button"
          onClick={() => props.trackExport.stop()}
        >
          Cancel export
        </button>
        <Show when={props.onClose}>
          <button type="button" class="button quiet" onClick={() => props.onClose?.()}>
            Close
          </button>
        </Show>
      </div>
    </div>
  );
}

function Stopped(props: {
  readonly asked: ExportRequest;
  readonly error: unknown;
  readonly trackExport: ExportJob;
  readonly rows: Accessor<readonly Playlist[]>;
}): JSX.Element {
  const message = () => {
    const what = `the tracks of ${formatPlaylists(props.asked.playlists.length)}`;
    const kept =
      'What came is kept in this browser until you resume or discard it, for 7 days at most.';
    if (props.error === undefined) return `The export of ${what} is not finished. ${kept}`;
    return `${exportErrorMessage(props.error)} The export of ${what} has stopped. ${kept}`;
  };
  return (
    <div class="export-status">
      <Switch
        fallback={
          <p aria-live="polite">
            <ChangingText text={message()} />
          </p>
        }
      >
        <Match when={wayOf(props.error) === 'ask-scope'}>
          <AskForScopes message={message()} needed={[]} />
        </Match>
        <Match when={needsLogin(props.error)}>
          <LogInAgain message={message()} />
        </Match>
      </Switch>
      <div class="actions">
        <Show when={!needsLogin(props.error)}>
          <button
            ref={takeLostFocus}
            type="button"
            class="button primary"
            onClick={() => props.trackExport.resume(props.rows())}
          >
            Resume export
          </button>
        </Show>
        <button type="button" class="button quiet" onClick={() => void props.trackExport.discard()}>
          Discard export
        </button>
      </div>
    </div>
  );
}

/** Focuses a button if its predecessor was removed while focused, so that keyboard users keep their place. */
function takeLostFocus(button: HTMLElement): void {
  queueMicrotask(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement.tagName === 'DIALOG')
      button.focus();
  });
}

/** Gives the error message of a stopped export; it never contains text of a server. */
function exportErrorMessage(error: unknown): string {
  if (error instanceof ExportElsewhereError)
    return 'An export runs in another tab. Wait until it is finished there, or cancel it there.';
  if (error instanceof TracksGoneError)
    return 'A part of what came has been removed from this browser. Resuming asks Spotify for it again.';
  // The disk is full, or the browser's storage quota for this origin is used up.
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'This browser has no room left for the file. Free some space, then resume.';
  return errorText(error);
}
