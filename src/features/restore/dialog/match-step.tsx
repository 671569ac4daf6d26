import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { createWaitingUntil, useSpotify } from '../../../services/spotify.ts';
import { SlowNotice } from '../../../table/load-notices.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Chip } from '../../../ui/controls/chip.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { formatTimeLeft } from '../../../words/duration.ts';
import { errorText } from '../../../words/errors.ts';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import { useMatchJob } from '../match/match-job.ts';
import type { Outcome } from '../match/outcome.ts';
import type { FileRow } from '../readers/read-file.ts';
import { type Chosen, resolveList, urisOf } from '../restore-plan.ts';
import { MatchRow } from './match-row.tsx';
import './match-step.css';

/** Rows that are drawn at a time. */
const PAGE = 30;

/** The groups of the outcomes, in the order of their chips. */
const GROUPS = [
  { name: 'check', label: 'To check', states: ['check'] },
  { name: 'found', label: 'Found', states: ['found'] },
  { name: 'none', label: 'Not found', states: ['none', 'skipped'] },
] as const satisfies readonly {
  readonly name: string;
  readonly label: string;
  readonly states: readonly Outcome['state'][];
}[];

type GroupName = (typeof GROUPS)[number]['name'];

const EMPTY: Readonly<Record<GroupName, string>> = {
  check: 'Nothing to check.',
  found: 'Nothing found yet.',
  none: 'Nothing is missing.',
};

/** Searches for the songs without a link, and shows file and find side by side, for the person to decide. */
export function MatchStep(props: {
  readonly chosen: Chosen;
  readonly onBack: () => void;
  readonly onContinue: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const job = useMatchJob();
  const { pace } = useSpotify();
  const waitingUntil = createWaitingUntil(pace);
  const [chosenGroup, setGroup] = createSignal<GroupName>();
  const [shown, setShown] = createSignal(PAGE);
  let list: HTMLUListElement | undefined;

  const groups = createMemo(() => {
    const byState = new Map<Outcome['state'], FileRow[]>();
    for (const row of job.songs()) {
      const { state } = job.outcomeOf(row);
      byState.set(state, [...(byState.get(state) ?? []), row]);
    }
    return byState;
  });
  const rowsOf = (name: GroupName) =>
    GROUPS.find((each) => each.name === name)?.states.flatMap(
      (state) => groups().get(state) ?? [],
    ) ?? [];
  const group = () => chosenGroup() ?? (rowsOf('check').length > 0 ? 'check' : 'found');
  const rows = createMemo(() => rowsOf(group()));
  const isRunning = () => job.state() === 'running';
  const isStopped = () => job.state() === 'stopped' || job.state() === 'failed';
  const ready = createMemo(() => {
    // Each answer would count all rows again.
    if (isRunning()) return undefined;
    return props.chosen.lists.reduce(
      (sum, each) => sum + urisOf(resolveList(each, job.outcomeOf)).length,
      0,
    );
  });

  createEffect(() => {
    group();
    setShown(PAGE);
  });

  /** Takes the best find of all songs that wait for a look. */
  function useAll(): void {
    for (const row of rowsOf('check')) {
      const outcome = job.outcomeOf(row);
      const [best] = outcome.state === 'check' ? outcome.match.hits : [];
      if (best) job.choose(row, best.hit);
    }
  }

  /** A row that was decided leaves the list; the focus goes to the next one. */
  function keepFocus(at: number): void {
    setTimeout(() => {
      const items = list?.querySelectorAll<HTMLElement>(':scope > li') ?? [];
      const next = items[Math.min(at, items.length - 1)];
      if (!list?.contains(document.activeElement)) next?.querySelector('button')?.focus();
    });
  }

  return (
    <Dialog
      title="Find songs"
      size="large"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Back" onClick={props.onBack} />
          <Button
            kind="primary"
            label={ready() === undefined ? 'Review' : `Review ${formatSongs(ready() ?? 0)}`}
            isDisabled={isRunning() || ready() === 0}
            onClick={props.onContinue}
          />
        </>
      }
    >
      <div class="match-progress">
        <ProgressBar
          label="Songs searched"
          max={Math.max(1, job.count().total)}
          value={job.count().done}
        />
        <p class="restore-hint" role="status">
          {`${formatNumber(job.count().done)} of ${formatSongs(job.count().total)} searched`}
          {isRunning() ? `. ${formatTimeLeft(job.timeLeft()) ?? 'You can keep browsing'}.` : '.'}
        </p>
        <Button
          size="small"
          label={isStopped() ? 'Resume' : 'Stop'}
          isDisabled={!isRunning() && !isStopped()}
          onClick={() => (isStopped() ? job.resume() : job.stop())}
        />
      </div>
      <Show when={job.state() === 'failed'}>
        <Notice
          kind="bad"
          message={`${errorText(job.error())} What was found is kept for a week.`}
          action="Resume"
          onAction={() => job.resume()}
        />
      </Show>
      <Show when={isRunning() && waitingUntil() > 0}>
        <SlowNotice until={waitingUntil()} />
      </Show>
      <div class="match-chips">
        <For each={GROUPS}>
          {({ name, label }) => (
            <Chip
              label={label}
              count={formatNumber(rowsOf(name).length)}
              isOn={group() === name}
              onToggle={() => setGroup(name)}
            />
          )}
        </For>
        <Show when={group() === 'check' && rows().length > 1}>
          <Button
            size="small"
            kind="ghost"
            class="match-all"
            label={`Use all ${formatNumber(rows().length)}`}
            onClick={useAll}
          />
        </Show>
      </div>
      <p class="match-heads" aria-hidden="true">
        <span>File</span>
        <span>Spotify</span>
      </p>
      <ul
        ref={list}
        class="match-rows"
        aria-label={GROUPS.find(({ name }) => name === group())?.label}
      >
        <For
          each={rows().slice(0, shown())}
          fallback={<li class="match-empty">{EMPTY[group()]}</li>}
        >
          {(row, at) => <MatchRow row={row} job={job} onDecided={() => keepFocus(at())} />}
        </For>
      </ul>
      <Show when={rows().length > shown()}>
        <Button
          label={`Show ${formatNumber(Math.min(PAGE, rows().length - shown()))} more`}
          onClick={() => setShown((count) => count + PAGE)}
        />
      </Show>
    </Dialog>
  );
}
