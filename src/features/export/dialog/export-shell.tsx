import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  Match,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { needsLogin } from '../../../words/errors.ts';
import { useExportJob } from '../job/export-job.ts';
import { Finished, type FinishedFile, finishedFile } from './finished.tsx';
import { createStopped, ExportProgress, ExportStopped, takeLostFocus } from './job-status.tsx';
import './export-dialog.css';

/** The dialog "Export" around a form: also shows the export that runs or has stopped, and the end of an export. */
export function ExportShell(props: {
  readonly onClose: () => void;
  /** The current rows of the playlists, with their latest `snapshot_id`; `undefined` where nothing has to be read. */
  readonly rows?: () => readonly Playlist[];
  /** The file that the form has saved without an export job. */
  readonly finished: FinishedFile | undefined;
  /** Forgets `finished`. */
  readonly onAgain: () => void;
  readonly canDownload: boolean;
  readonly onDownload: () => void;
  /** The form. */
  readonly children: JSX.Element;
}): JSX.Element {
  const job = useExportJob();
  const usesJob = props.rows !== undefined;
  const stopped = createStopped(job.exported);
  const [isFormWanted, setFormWanted] = createSignal(false);
  /** Whether the export ran while this dialog is open, so that its end belongs here. */
  const [hasRun, setRun] = createSignal(false);
  if (usesJob) job.putOnScreen();
  onMount(() => void job.find());
  createEffect(() => {
    if (job.state() !== 'running') return;
    setRun(true);
    setFormWanted(false);
  });

  const finished = createMemo(() => {
    const state = job.exported();
    if (props.finished) return props.finished;
    return state.kind === 'saved' && hasRun() ? finishedFile(state.saved) : undefined;
  });
  const view = createMemo(() => {
    if (usesJob && job.state() === 'running') return 'running';
    if (usesJob && stopped() && !isFormWanted()) return 'stopped';
    return finished() ? 'finished' : 'form';
  });

  function again(): void {
    setRun(false);
    job.dismiss();
    props.onAgain();
  }
  function close(): void {
    if (view() === 'finished') job.dismiss();
    props.onClose();
  }

  const actions = (
    <Switch>
      <Match when={view() === 'running'}>
        <Button label="Stop" onClick={() => job.stop()} />
        <Button ref={takeLostFocus} kind="primary" label="Keep browsing" onClick={close} />
      </Match>
      <Match when={view() === 'stopped'}>
        <Button kind="ghost" label="New export" onClick={() => setFormWanted(true)} />
        <Button label="Discard" onClick={() => void job.discard()} />
        <Show when={!needsLogin(stopped()?.error)}>
          <Button
            ref={takeLostFocus}
            kind="primary"
            label="Resume"
            onClick={() => job.resume(props.rows?.())}
          />
        </Show>
      </Match>
      <Match when={finished()}>
        {(file) => (
          <>
            <Button kind="ghost" label="Export something else" onClick={again} />
            <Button label="Save again" onClick={() => file().saveAgain()} />
            <Button ref={takeLostFocus} kind="primary" label="Done" onClick={close} />
          </>
        )}
      </Match>
      <Match when={view() === 'form'}>
        <Button
          ref={takeLostFocus}
          kind="primary"
          icon="download"
          label="Download"
          isDisabled={!props.canDownload}
          onClick={() => props.onDownload()}
        />
      </Match>
    </Switch>
  );

  return (
    <Dialog title="Export" onClose={close} actions={actions}>
      <Switch fallback={props.children}>
        <Match when={view() === 'running'}>
          <ExportProgress />
        </Match>
        <Match when={view() === 'stopped' && stopped()}>
          {(current) => <ExportStopped stopped={current()} />}
        </Match>
        <Match when={view() === 'finished' && finished()}>
          {(file) => <Finished file={file()} />}
        </Match>
      </Switch>
    </Dialog>
  );
}
