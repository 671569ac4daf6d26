import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js';
import type { Playlist } from '../../library/types.ts';
import { Button } from '../../ui/controls/button.tsx';
import { needsLogin } from '../../words/errors.ts';
import { Finished, finishedFile } from '../export/dialog/finished.tsx';
import {
  createStopped,
  ExportProgress,
  ExportStopped,
  takeLostFocus,
} from '../export/dialog/job-status.tsx';
import { useExportJob } from '../export/job/export-job.ts';

/** The backup or export that runs, has stopped, or is saved. */
export function BackupJob(props: {
  /** The current rows of the playlists, with their latest `snapshot_id`. */
  readonly rows: Accessor<readonly Playlist[]>;
}): JSX.Element {
  const job = useExportJob();
  job.putOnScreen();
  const stopped = createStopped(job.exported);
  const saved = () => {
    const state = job.exported();
    return state.kind === 'saved' ? state.saved : undefined;
  };
  return (
    <Switch>
      <Match when={job.state() === 'running'}>
        <div class="backup-job">
          <ExportProgress />
          <div class="backup-actions">
            <Button ref={takeLostFocus} label="Stop" onClick={() => job.stop()} />
          </div>
        </div>
      </Match>
      <Match when={stopped()}>
        {(current) => (
          <div class="backup-job">
            <ExportStopped stopped={current()} />
            <div class="backup-actions">
              <Show when={!needsLogin(current().error)}>
                <Button
                  ref={takeLostFocus}
                  kind="primary"
                  label="Resume"
                  onClick={() => job.resume(props.rows())}
                />
              </Show>
              <Button label="Discard" onClick={() => void job.discard()} />
            </div>
          </div>
        )}
      </Match>
      <Match when={saved()}>
        {(file) => (
          <div class="backup-job">
            <Finished file={finishedFile(file())} />
            <div class="backup-actions">
              <Button
                ref={takeLostFocus}
                label="Save again"
                onClick={() => finishedFile(file()).saveAgain()}
              />
              <Button kind="ghost" label="Done" onClick={() => job.dismiss()} />
            </div>
          </div>
        )}
      </Match>
    </Switch>
  );
}
