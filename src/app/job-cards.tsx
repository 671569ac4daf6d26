import { promisifyRequest } from 'idb-keyval';
import {
  createEffect,
  For,
  getOwner,
  type JSX,
  onCleanup,
  onMount,
  runWithOwner,
  Show,
  untrack,
} from 'solid-js';
import { type Job, useJobs } from '../services/jobs.ts';
import { useServices, useSessionRecord } from '../services/services.tsx';
import { KEYS, keysFrom, PREFIXES } from '../storage/keys.ts';
import { JobCard } from '../ui/job-card.tsx';
import { useToast } from '../ui/overlays/toast.tsx';
import { formatTimeLeft } from '../words/duration.ts';
import './job-cards.css';

/** The percentage in front of a document's title. */
const PERCENT = /^\(\d+ %\) /;

/**
 * The cards of all jobs on every page; also says the progress in the document's title, the end of a job in a toast, and
 * asks before a tab closes while a job runs.
 */
export function JobCards(): JSX.Element {
  const jobs = useJobs();
  const shown = () =>
    jobs.all().filter(({ state }) => ['running', 'stopped', 'failed'].includes(state()));
  createTitle(() => jobs.running()[0]);
  askBeforeLeaving(() => jobs.running().length > 0);
  toastAtEnd(jobs.all);
  findUnfinished();
  return (
    <Show when={shown().length > 0}>
      <div class="job-cards">
        <For each={shown()}>
          {(job) => (
            <JobCard
              title={job.title()}
              href={job.href()}
              text={job.text()}
              timeLeft={formatTimeLeft(job.timeLeft())}
              share={shareOf(job)}
              isRunning={job.state() === 'running'}
              hasFailed={job.state() === 'failed'}
              onStop={() => job.stop()}
              resumeLabel={job.resumeLabel?.() ?? 'Resume'}
              onResume={() => job.resume()}
            />
          )}
        </For>
      </div>
    </Show>
  );
}

function shareOf({ count }: Job): number {
  const { done, total } = count();
  return total > 0 ? Math.min(1, done / total) : 0;
}

/** Puts the progress of a job in front of the document's title, whichever page sets that. */
function createTitle(running: () => Job | undefined): void {
  function show(job: Job | undefined): void {
    const plain = document.title.replace(PERCENT, '');
    const title = job ? `(${Math.floor(shareOf(job) * 100)} %) ${plain}` : plain;
    if (document.title !== title) document.title = title;
  }
  createEffect(() => show(running()));
  createEffect(() => {
    const job = running();
    if (!job) return;
    const pages = new MutationObserver(() => untrack(() => show(job)));
    pages.observe(document.head, { childList: true, subtree: true, characterData: true });
    onCleanup(() => pages.disconnect());
  });
}

function askBeforeLeaving(isRunning: () => boolean): void {
  createEffect(() => {
    if (!isRunning()) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    onCleanup(() => removeEventListener('beforeunload', ask));
  });
}

/** Says the end of each job, unless the page shows it. */
function toastAtEnd(all: () => readonly Job[]): void {
  const toast = useToast();
  createEffect(() => {
    for (const job of all()) {
      createEffect<string>((before) => {
        const state = job.state();
        if (state === 'done' && before === 'running' && !untrack(job.isOnScreen))
          toast({ text: untrack(job.text) });
        return state;
      }, untrack(job.state));
    }
  });
}

/** Looks for an unfinished export or change of an earlier visit; only then is their code needed. */
function findUnfinished(): void {
  const { database } = useServices();
  const record = useSessionRecord();
  const owner = getOwner();

  const count = (key: IDBValidKey | IDBKeyRange) =>
    database?.('readonly', (store) => promisifyRequest(store.count(key)));

  async function findExport(): Promise<void> {
    if (!(await count(KEYS.unfinishedExport))) return;
    const { useExportJob } = await import('../features/export/job/export-job.ts');
    await runWithOwner(owner, useExportJob)?.find();
  }

  async function findChange(): Promise<void> {
    if (!(await count(keysFrom(PREFIXES.edit)))) return;
    const { useEdits } = await import('../features/edit/edits.ts');
    await runWithOwner(owner, useEdits)?.findStopped();
  }

  onMount(() =>
    createEffect(() => {
      // Without it, the export is found in its dialog.
      if (!record()?.account) return;
      for (const find of [findExport, findChange]) find().catch(() => undefined);
    }),
  );
}
