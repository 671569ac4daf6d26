import { type Component, createSignal, type JSX, Show } from 'solid-js';
import { useJobs } from '../../services/jobs.ts';
import { useCommands } from '../../ui/command.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FIND_SONGS } from './find-songs.ts';
import './restore-section.css';

/** The part of a page that opens the restore dialog, whose code loads on first use. */
export function RestoreSection(): JSX.Element {
  const [Dialog, setDialog] = createSignal<Component<{ readonly onClose: () => void }>>();
  const [hasFailed, setFailed] = createSignal(false);

  function open(): void {
    setFailed(false);
    // Late, because a press opens the dialog, with its readers of files.
    import('./dialog/restore-dialog.tsx').then(
      ({ RestoreDialog }) => setDialog(() => RestoreDialog),
      () => setFailed(true),
    );
  }

  const jobs = useJobs();
  /** The search of a file whose dialog was closed. */
  const search = () =>
    Dialog() === undefined
      ? jobs.all().find((job) => job.title() === FIND_SONGS && job.state() !== 'idle')
      : undefined;

  useCommands().register(() => [
    {
      id: 'restore-from-a-file',
      label: 'Restore from a file',
      icon: 'rotate-ccw',
      group: 'Back up',
      run: open,
    },
  ]);

  return (
    <section class="restore-section">
      <h2>Restore</h2>
      <p>
        Bring playlists back from a backup, from Spotify’s data download, or from another program.
        You see every change before it’s made.
      </p>
      <Button icon="rotate-ccw" label="Restore from a file" onClick={open} />
      <Show when={search()}>
        {(job) => (
          <Notice
            kind="info"
            message={`The search for songs continues in the background. ${job().text()}.`}
            action="Open"
            onAction={open}
          />
        )}
      </Show>
      <Show when={hasFailed()}>
        <Notice
          kind="bad"
          message="The dialog didn’t load. Check your network, then try again."
          action="Try again"
          onAction={open}
        />
      </Show>
      <Show when={Dialog()} keyed>
        {(Opened) => <Opened onClose={() => setDialog(undefined)} />}
      </Show>
    </section>
  );
}
