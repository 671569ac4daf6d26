import { createMemo, createSignal, For, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import { createWaitingUntil, useSpotify } from '../../../services/spotify.ts';
import { SlowNotice } from '../../../table/load-notices.tsx';
import { ChangingText } from '../../../ui/changing-text.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Chip } from '../../../ui/controls/chip.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice, RetryNotice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { formatTimeLeft } from '../../../words/duration.ts';
import { errorText, needsLogin } from '../../../words/errors.ts';
import { formatNumber } from '../../../words/number.ts';
import { createExportOpener } from '../../export/dialog/opener.tsx';
import { LogInAgain } from '../../login/log-in-again.tsx';
import { contentsOf, FileDrop } from '../../restore/dialog/file-drop.tsx';
import { ReadError } from '../../restore/readers/read-file.ts';
import { readErrorText } from '../../restore/words.ts';
import { type CompareJob, useCompareJob } from './compare-job.ts';
import { AddedPlaylists, ComparedListView } from './compared-list.tsx';
import { isDifferent } from './comparison.ts';
import { aboutFile, costText, differenceTable, formatLists, summaryText } from './words.ts';
import './compare.css';

/** The comparison of a backup with the library: the file, what is to be read, and the differences list by list. */
export default function CompareView(): JSX.Element {
  const job = useCompareJob();
  job.watch();
  return (
    <Show when={job.file()} fallback={<ChooseBackup job={job} />}>
      <FileLine job={job} />
      <Show
        when={job.phase() !== 'looking'}
        fallback={
          <p class="compare-looking" role="status">
            Looking at your playlists…
          </p>
        }
      >
        <Reading job={job} />
        <Show when={job.lists().length > 0}>
          <Differences job={job} />
        </Show>
      </Show>
    </Show>
  );
}

function ChooseBackup(props: { readonly job: CompareJob }): JSX.Element {
  const [reading, setReading] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });

  async function read(file: File): Promise<void> {
    setProblem(undefined);
    setReading(file.name);
    try {
      const found = await contentsOf(file);
      const { lists, named = [], saved = [] } = found;
      if (lists.length + named.length + saved.length === 0) throw new ReadError('unknown');
      if (!isGone) props.job.open({ name: file.name, read: found });
    } catch (error) {
      setProblem(readErrorText(error));
    } finally {
      setReading(undefined);
    }
  }

  return (
    <section class="compare-choose" aria-label="Choose a backup">
      <p class="backup-lead">
        Choose an earlier backup to see what was added, removed or moved since, and which songs have
        become unavailable.
      </p>
      <FileDrop label="Backup to compare" reading={reading()} onFile={(file) => void read(file)} />
      <Show when={problem()}>{(message) => <Notice kind="bad" message={message()} />}</Show>
      <p class="backup-hint">
        A zip or JSON file of Liner Notes fits best, or Playlist1.json of Spotify’s data download.
        Other exports with links work too.
      </p>
    </section>
  );
}

function FileLine(props: { readonly job: CompareJob }): JSX.Element {
  return (
    <Show when={props.job.file()}>
      {(file) => (
        <>
          <div class="compare-file">
            <Icon name="archive" />
            <p>
              <strong translate="no">{file().name}</strong>
              <span class="compare-about">{aboutFile(file().read)}</span>
            </p>
            <Button label="Another file" onClick={() => props.job.close()} />
          </div>
          <Show when={props.job.isOfAnother()}>
            <Notice
              kind="warn"
              message={`This backup belongs to another account: ${file().read.account?.displayName}. Its playlists may be missing here.`}
            />
          </Show>
        </>
      )}
    </Show>
  );
}

/** What is still to be read with its price, the reading that runs, or why it has stopped. */
function Reading(props: { readonly job: CompareJob }): JSX.Element {
  const { job } = props;
  const [isThorough, setThorough] = createSignal(false);
  const unread = createMemo(() => job.costOf('unread'));
  const same = createMemo(() => job.costOf('same-version'));
  return (
    <Switch>
      <Match when={job.phase() === 'running'}>
        <Progress job={job} />
      </Match>
      <Match when={job.phase() === 'failed' && needsLogin(job.error())}>
        <LogInAgain message={errorText(job.error())} />
      </Match>
      <Match when={job.phase() === 'failed'}>
        <Notice
          kind="bad"
          message={errorText(job.error())}
          action={job.lists().length > 0 ? 'Resume' : 'Try again'}
          onAction={() => job.resume()}
        />
      </Match>
      <Match when={job.phase() === 'stopped'}>
        <Notice
          kind="info"
          message={`Stopped. ${formatLists(unread().lists)} still to read: ${costText(unread())}.`}
          action="Resume"
          onAction={() => job.resume()}
        />
      </Match>
      <Match when={unread().lists + same().lists > 0}>
        <section class="compare-price" aria-label="What is read">
          <p>
            <Show
              when={unread().lists > 0}
              fallback={`${formatLists(same().lists)} not changed since. Songs can become unavailable all the same.`}
            >
              {`${formatLists(unread().lists)} may have changed since, and ${unread().lists === 1 ? 'is' : 'are'} read from Spotify: ${costText(unread())}. You can keep browsing.`}
            </Show>
          </p>
          <Show when={unread().lists > 0 && same().lists > 0}>
            <label class="compare-thorough">
              <input
                type="checkbox"
                checked={isThorough()}
                onChange={(event) => setThorough(event.currentTarget.checked)}
              />
              <span>{`Look for unavailable songs in ${formatLists(same().lists)} not changed, too: ${costText(same())}`}</span>
            </label>
          </Show>
          <Show
            when={unread().lists > 0}
            fallback={
              <Button label={`Check them: ${costText(same())}`} onClick={() => job.start(true)} />
            }
          >
            <Button
              kind="primary"
              size="large"
              label="Compare"
              onClick={() => job.start(isThorough())}
            />
          </Show>
        </section>
      </Match>
    </Switch>
  );
}

function Progress(props: { readonly job: CompareJob }): JSX.Element {
  const { pace } = useSpotify();
  const waitingUntil = createWaitingUntil(pace);
  const left = () => formatTimeLeft(props.job.timeLeft());
  return (
    <section class="compare-price" aria-label="What is read">
      <p role="status">
        <ChangingText
          text={`${props.job.text()} read. ${left() ? `${left()}; you` : 'You'} can keep browsing.`}
        />
      </p>
      <ProgressBar
        label={props.job.title()}
        max={props.job.count().total}
        value={props.job.count().done}
      />
      <Show when={waitingUntil() > 0}>
        <SlowNotice until={waitingUntil()} />
      </Show>
      <Button label="Stop" onClick={() => props.job.stop()} />
    </section>
  );
}

function Differences(props: { readonly job: CompareJob }): JSX.Element {
  const { job } = props;
  const [isOnly, setOnly] = createSignal(true);
  const different = createMemo(() => job.lists().filter(isDifferent));
  const shown = () => (isOnly() ? different() : job.lists());
  const warnings = () => job.file()?.read.warnings ?? [];
  const opener = createExportOpener(() => ({
    table: () => differenceTable(job.lists(), job.added()),
    formatCount: (count) => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`,
  }));
  return (
    <section class="compare-result" aria-label="Differences">
      <p class="compare-summary" role="status">
        <ChangingText text={summaryText(job.lists())} />
      </p>
      <div class="compare-tools">
        <Chip
          label="Only differences"
          count={formatNumber(different().length)}
          isOn={isOnly()}
          onToggle={() => setOnly((before) => !before)}
        />
        <Button icon="download" label="Export" onClick={() => void opener.open()} />
      </div>
      <Show
        when={shown().length > 0}
        fallback={
          <EmptyState text="Your library is as in the file.">
            <Button label="Show all lists" onClick={() => setOnly(false)} />
          </EmptyState>
        }
      >
        <ul class="compare-lists">
          <For each={shown()}>{(list) => <ComparedListView list={list} job={job} />}</For>
        </ul>
      </Show>
      <AddedPlaylists job={job} />
      <Show when={warnings().length > 0}>
        <details class="compare-warnings">
          <summary>What the file leaves out</summary>
          <ul>
            <For each={warnings()}>{(text) => <li>{text}</li>}</For>
          </ul>
        </details>
      </Show>
      <RetryNotice message={opener.problem('page')} onRetry={() => void opener.open()} />
      {opener.dialog()}
    </section>
  );
}
