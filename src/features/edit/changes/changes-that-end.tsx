import { createSignal, type JSX, Show } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { formatNumber } from '../../../words/number.ts';
import { downloadText } from '../../export/job/download.ts';
import type { Edits } from '../edits.ts';
import { encodeJobBackups } from '../journal/backup-file.ts';
import { endOf } from '../journal/job-record.ts';

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
          ? 'One change can’t be undone here afterwards.'
          : `${formatNumber(props.edits.jobs().length)} changes can’t be undone here afterwards.`}{' '}
        Their backups end too, so download them first if you may need them.
      </p>
      <Button icon="download" label="Download backups" onClick={() => void download()} />
      <Show when={hasFailed()}>
        <Notice kind="bad" message="This browser could not read the backups." />
      </Show>
    </>
  );
}
