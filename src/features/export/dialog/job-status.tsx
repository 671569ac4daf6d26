import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js';
import { createWaitingUntil, useSpotify } from '../../../services/spotify.ts';
import { SlowNotice } from '../../../table/load-notices.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { formatTimeLeft } from '../../../words/duration.ts';
import { needsLogin, wayOf } from '../../../words/errors.ts';
import { AskForScopes } from '../../login/ask-for-scopes.tsx';
import { LogInAgain } from '../../login/log-in-again.tsx';
import { type ExportState, useExportJob } from '../job/export-job.ts';
import { exportErrorText, listsText, progressText } from '../job/job-words.ts';
import './job-status.css';

/** The state of a running export: how far it is, and the time that is left. */
export function ExportProgress(): JSX.Element {
  const job = useExportJob();
  const { pace } = useSpotify();
  const waitingUntil = createWaitingUntil(pace);
  const text = () => {
    const state = job.exported();
    return state.kind === 'running' ? progressText(state.asked, job.progress()) : '';
  };
  const timeLeft = () => {
    const left = formatTimeLeft(job.timeLeft());
    return left === undefined ? 'You can keep browsing.' : `${left}; you can keep browsing.`;
  };
  return (
    <div class="export-progress">
      <p>
        <ChangingText text={text()} />
      </p>
      <ProgressBar label={job.title()} max={job.count().total} value={job.count().done} />
      <Show
        when={waitingUntil() > 0}
        fallback={
          <p class="export-hint">
            <ChangingText text={timeLeft()} />
          </p>
        }
      >
        <SlowNotice until={waitingUntil()} />
      </Show>
    </div>
  );
}

/** Why an export has stopped, with a way to log in again where only that helps. */
export function ExportStopped(props: {
  readonly stopped: Extract<ExportState, { readonly kind: 'stopped' }>;
}): JSX.Element {
  const error = () => props.stopped.error;
  const message = () => {
    const { asked } = props.stopped;
    const what = `${asked.isBackup ? 'The backup' : 'The export'} of ${listsText(asked)}`;
    const kept = 'This browser keeps what has arrived for 7 days.';
    if (error() === undefined) return `${what} isn’t finished. ${kept}`;
    return `${exportErrorText(error())} ${what} has stopped. ${kept}`;
  };
  return (
    <Switch
      fallback={
        <div
          class="export-stopped"
          classList={{ 'export-stopped-bad': error() !== undefined }}
          role={error() === undefined ? undefined : 'alert'}
        >
          <Icon name={error() === undefined ? 'info' : 'circle-alert'} />
          <p>
            <ChangingText text={message()} />
          </p>
        </div>
      }
    >
      <Match when={wayOf(error()) === 'ask-scope'}>
        <AskForScopes message={message()} needed={[]} />
      </Match>
      <Match when={needsLogin(error())}>
        <LogInAgain message={message()} />
      </Match>
    </Switch>
  );
}

/** Gives the export if it is stopped. */
export function createStopped(exported: Accessor<ExportState>) {
  return () => {
    const state = exported();
    return state.kind === 'stopped' ? state : undefined;
  };
}

/** Focuses a button if its predecessor was removed while focused, so that keyboard users keep their place. */
export function takeLostFocus(button: HTMLElement): void {
  queueMicrotask(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement.tagName === 'DIALOG')
      button.focus();
  });
}
