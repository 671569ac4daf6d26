import { createMemo, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { Button, ButtonLink } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { formatTimeLeft } from '../../../words/duration.ts';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import { useEdits } from '../../edit/edits.ts';
import {
  encodeReport,
  REPORT_NAME,
  type ReportRow,
  ROW_ENDS,
  reportOf,
} from '../../edit/journal/report.ts';
import { editErrorText } from '../../edit/words.ts';
import { downloadText } from '../../export/job/download.ts';

/** Most songs of one reason that are named. */
const MOST_NAMED = 200;

/** Shows how far a restore is, and at its end what came, and what did not and why. */
export function RestoreReport(props: {
  readonly jobId: string;
  readonly onClose: () => void;
}): JSX.Element {
  const edits = useEdits();
  const job = createMemo(() => edits.jobs().find(({ id }) => id === props.jobId));
  const isRunning = () => edits.state() === 'running';
  const isStopped = () => edits.state() === 'failed' || edits.state() === 'stopped';
  const report = createMemo((): readonly ReportRow[] => {
    const now = job();
    // While it runs, each answer would count all rows again.
    return now && !isRunning() ? reportOf(now) : [];
  });
  const came = () => report().filter(({ end }) => end === 'restored').length;
  const groups = createMemo(() => {
    const others = report().filter(({ end }) => end !== 'restored');
    return [...new Set(others.map(({ end }) => end))].map((end) => ({
      end,
      rows: others.filter((row) => row.end === end),
    }));
  });
  let heading: HTMLParagraphElement | undefined;
  onMount(() => heading?.focus());

  function download(): void {
    downloadText(encodeReport(report(), navigator.language), REPORT_NAME, 'text/csv');
  }

  return (
    <Dialog
      title={isRunning() ? 'Restoring' : isStopped() ? 'Restore stopped' : 'Restored'}
      size="wide"
      onClose={props.onClose}
      actions={
        <Switch>
          <Match when={isRunning()}>
            <Button label="Stop" onClick={() => edits.stop()} />
            <Button kind="primary" label="Continue in the background" onClick={props.onClose} />
          </Match>
          <Match when={isStopped()}>
            <Button label="Close" onClick={props.onClose} />
            <Button kind="primary" label={edits.resumeLabel()} onClick={() => edits.resume()} />
          </Match>
          <Match when={true}>
            <Button icon="download" label="Download report" onClick={download} />
            <ButtonLink label="See changes" href={`${BASE_PATH}changes`} />
            <Button kind="primary" label="Done" onClick={props.onClose} />
          </Match>
        </Switch>
      }
    >
      <p ref={heading} tabIndex={-1} class="restore-title" translate="no">
        {job()?.plan.title}
      </p>
      <Switch>
        <Match when={isRunning()}>
          <ProgressBar label="Restoring" max={edits.count().total} value={edits.count().done} />
          <p class="restore-hint">
            {`${formatNumber(edits.count().done)} of ${formatNumber(edits.count().total)} requests read back. ${formatTimeLeft(edits.timeLeft()) ?? 'You can keep browsing'}.`}
          </p>
        </Match>
        <Match when={isStopped()}>
          <Notice
            kind={edits.state() === 'failed' ? 'bad' : 'info'}
            message={
              edits.state() === 'failed'
                ? editErrorText(edits.error())
                : 'Stopped. Nothing is lost; “Resume” continues.'
            }
          />
        </Match>
        <Match when={true}>
          <ul class="restore-sums" role="status">
            <li class="restore-came">
              <Icon name="circle-check" />
              {`${formatSongs(came())} restored, and read back.`}
            </li>
            <Show when={report().length > came()}>
              <li>
                <Icon name="circle-minus" />
                {`${formatSongs(report().length - came())} not restored.`}
              </li>
            </Show>
          </ul>
          <For each={job()?.deviations}>{(text) => <Notice kind="info" message={text} />}</For>
          <For each={groups()}>{(group) => <ReportGroup {...group} />}</For>
        </Match>
      </Switch>
    </Dialog>
  );
}

/** The rows that did not come for one reason. */
function ReportGroup(props: {
  readonly end: ReportRow['end'];
  readonly rows: readonly ReportRow[];
}): JSX.Element {
  const named = () => props.rows.filter(({ song }) => song !== '');
  return (
    <details class="restore-group">
      <summary>
        <span>{ROW_ENDS[props.end]}</span>
        <span class="restore-note restore-group-count">{formatNumber(props.rows.length)}</span>
      </summary>
      <ul translate="no">
        <For each={named().slice(0, MOST_NAMED)}>
          {({ song, from, position }) => (
            <li>
              {song} <span class="restore-note">{`${from}, ${formatNumber(position)}`}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={named().length > MOST_NAMED}>
        <p class="restore-hint">{`and ${formatNumber(named().length - MOST_NAMED)} more, in the report`}</p>
      </Show>
    </details>
  );
}
