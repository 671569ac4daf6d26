import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { type Edits, useEdits } from '../../features/edit/edits.ts';
import { encodeJobBackups } from '../../features/edit/journal/backup-file.ts';
import { endOf } from '../../features/edit/journal/job-record.ts';
import { downloadText } from '../../features/export/job/download.ts';
import { useServices } from '../../services/services.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Dialog } from '../../ui/overlays/dialog.tsx';
import { formatNumber } from '../../words/number.ts';

/** Time within which the recorded changes have to be read, in ms; then the log-out goes on. */
const OPEN_LIMIT_MS = 3_000;

/** Names the recorded changes that end with a log-out; without any, the log-out goes on at once. */
export function ChangesAtLogOut(props: {
  readonly goOn: () => void;
  readonly cancel: () => void;
}): JSX.Element {
  const { clock } = useServices();
  const edits = useEdits();
  const [isRead, setRead] = createSignal(false);

  onMount(async () => {
    const limit = clock.sleep(OPEN_LIMIT_MS, new AbortController().signal);
    await Promise.race([edits.open(), limit]).catch(() => undefined);
    if (edits.jobs().length === 0) props.goOn();
    else setRead(true);
  });

  return (
    <Show when={isRead()}>
      <Dialog
        title="Log out?"
        onClose={props.cancel}
        actions={
          <>
            <Button label="Cancel" onClick={props.cancel} />
            <Button kind="danger" icon="log-out" label="Log out anyway" onClick={props.goOn} />
          </>
        }
      >
        <p>Logging out removes the record of your changes from this browser.</p>
        <ChangesThatEnd edits={edits} />
      </Dialog>
    </Show>
  );
}

/** Names the recorded changes that are about to be removed, and offers their backups as a file. */
export function ChangesThatEnd(props: { readonly edits: Edits }): JSX.Element {
  const [hasFailed, setFailed] = createSignal(false);
  const unfinished = () => props.edits.jobs().filter((job) => endOf(job) === 'unfinished');

  async function download(): Promise<void> {
    setFailed(false);
    try {
      const { jobs, backups } = props.edits;
      const entries = await Promise.all(
        jobs().map(async (job) => ({ job, backups: await backups(job.id) })),
      );
      downloadText(
        encodeJobBackups(entries),
        'liner-notes-before-changes.json',
        'application/json',
      );
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <Show when={unfinished()[0]}>
        {(job) => (
          <Notice kind="warn" message={`This change isn’t finished: ${job().plan.title}.`} />
        )}
      </Show>
      <p>
        {props.edits.jobs().length === 1
          ? 'One change can’t be undone here afterwards, and its backup ends too.'
          : `${formatNumber(props.edits.jobs().length)} changes can’t be undone here afterwards, and their backups end too.`}
      </p>
      <Button icon="download" label="Download backups" onClick={() => void download()} />
      <Show when={hasFailed()}>
        <Notice kind="bad" message="This browser could not read the backups." />
      </Show>
    </>
  );
}
