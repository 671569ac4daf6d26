import { For, type JSX, Show } from 'solid-js';
import type { Command } from '../../../ui/command.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Menu } from '../../../ui/overlays/menu.tsx';
import { formatDate } from '../../../words/day.ts';
import { downloadText } from '../../export/job/download.ts';
import type { Edits } from '../edits.ts';
import { encodeJobBackup } from '../journal/backup-file.ts';
import { type EditJob, endOf, hasWritten } from '../journal/job-record.ts';
import { encodeReport, REPORT_NAME, reportOf } from '../journal/report.ts';
import { formatEnd, formatOperation, formatState } from '../words.ts';

/** One job in the table "Changes": what it did request by request, and what can be done with it now. */
export function ChangeRow(props: {
  readonly job: EditJob;
  readonly edits: Edits;
  readonly onUndo: () => void;
  readonly onError: (error: unknown) => void;
}): JSX.Element {
  const isRunning = () =>
    props.edits.state() === 'running' && props.edits.current()?.id === props.job.id;
  const isUnfinished = () => endOf(props.job) === 'unfinished' && !isRunning();
  const canUndo = () => hasWritten(props.job) && !props.job.isUndone && !isRunning();

  async function downloadBackup(): Promise<void> {
    try {
      const backups = await props.edits.backups(props.job.id);
      const text = encodeJobBackup(props.job, backups);
      downloadText(text, 'liner-notes-before-change.json', 'application/json');
    } catch (error) {
      props.onError(error);
    }
  }

  const commands = (): readonly Command[] => [
    {
      id: `${props.job.id} backup`,
      label: 'Download backup',
      icon: 'download',
      run: () => void downloadBackup(),
    },
    {
      id: `${props.job.id} report`,
      label: 'Download report',
      icon: 'list-checks',
      isAvailable: () => props.job.plan.rows !== undefined && !isRunning(),
      run: () =>
        downloadText(
          encodeReport(reportOf(props.job), navigator.language),
          REPORT_NAME,
          'text/csv',
        ),
    },
    {
      id: `${props.job.id} remove`,
      label: 'Remove from this list',
      icon: 'trash-2',
      isDangerous: true,
      isAvailable: () => !isRunning(),
      run: () => void props.edits.remove(props.job.id).catch(props.onError),
    },
  ];

  return (
    <tr>
      <td class="changes-when">
        <time datetime={new Date(props.job.startedAt).toISOString()}>
          {formatDate(new Date(props.job.startedAt).toISOString())}
        </time>
      </td>
      <td>
        <details class="changes-steps">
          <summary>{props.job.plan.title}</summary>
          <ol>
            <For each={props.job.steps}>
              {(step) => (
                <li>
                  {formatOperation(step.operation, props.job.plan)}{' '}
                  <span class="changes-state">{formatState(step.state)}</span>
                </li>
              )}
            </For>
          </ol>
          <For each={props.job.deviations}>{(text) => <p>{text}</p>}</For>
        </details>
      </td>
      <td>{isRunning() ? 'Running' : formatEnd(props.job)}</td>
      <td class="changes-actions">
        <Show when={isRunning()}>
          <Button size="small" label="Stop" onClick={() => props.edits.stop()} />
        </Show>
        <Show when={isUnfinished()}>
          <Button
            size="small"
            label="Resume"
            onClick={() => void props.edits.apply(props.job.id)}
          />
        </Show>
        <Show when={canUndo()}>
          <Button size="small" label="Undo" onClick={props.onUndo} />
        </Show>
        <Menu
          kind="ghost"
          size="small"
          icon="ellipsis"
          isIconOnly
          label="More"
          name={`More about ${props.job.plan.title}`}
          commands={commands()}
        />
      </td>
    </tr>
  );
}
