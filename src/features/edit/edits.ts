import { type Accessor, createMemo, createSignal } from 'solid-js';
import { ensureAccount } from '../../lists/ensure-account.ts';
import { createTimeLeft, type Job, type JobState, useJobs } from '../../services/jobs.ts';
import { libraryChangesOf } from '../../services/library-changes.ts';
import type { Services } from '../../services/services.tsx';
import { spotifyOf } from '../../services/spotify.ts';
import { readUris } from '../../spotify/writes.ts';
import { applyJob } from './apply/apply-job.ts';
import { ensureLogin, isOfLogin } from './apply/ensure-login.ts';
import { outdate } from './apply/outdate.ts';
import { readRows } from './apply/read-rows.ts';
import { EditStop } from './apply/stop.ts';
import { isWriting, withWriteLock } from './apply/write-lock.ts';
import {
  type EditJob,
  endOf,
  idOf,
  isFinished,
  isUnderWay,
  makeJob,
} from './journal/job-record.ts';
import {
  type Backup,
  type Journal,
  makeMemoryJournal,
  openJournal,
} from './journal/journal-store.ts';
import { listsChangedBy, patchOf } from './plan/light.ts';
import { type Plan, scopesOf } from './plan/plan.ts';
import { listsToRead, planUndo } from './plan/undo.ts';
import { editErrorText, HELD_UP } from './words.ts';

/** The changes of an account: the one that runs, and the record of all of them. */
export interface Edits extends Job {
  /** The recorded jobs, the latest first. */
  readonly jobs: Accessor<readonly EditJob[]>;
  /** The job that runs or has stopped; `undefined` without one. */
  readonly current: Accessor<EditJob | undefined>;
  readonly error: Accessor<unknown>;
  /** Whether another tab has been changing something for so long that it may hang. */
  readonly isHeldUp: Accessor<boolean>;
  /** "Send again" where a request did not arrive, to which `resume` then counts as the person's consent. */
  readonly resumeLabel: Accessor<string>;
  /** Whether the record outlives this tab. */
  readonly isKept: () => boolean;
  /** Reads the record of the account, which is asked for where it is unknown. @throws where either fails. */
  readonly open: () => Promise<void>;
  /** Offers a job of the last day that stopped in the middle to be resumed, unless a tab runs one. */
  readonly findStopped: () => Promise<void>;
  /** The scopes of a plan that the login lacks. */
  readonly lacking: (plan: Plan) => readonly string[];
  /** Stores a plan as a job without carrying it out. @throws where it cannot be stored. */
  readonly prepare: (plan: Plan, more?: PrepareOptions) => Promise<EditJob>;
  /** Carries a job out, from its beginning or where it stopped. */
  readonly apply: (id: string, mayResend?: boolean) => Promise<void>;
  /** Plans the undo of a job against the playlists as they are now. */
  readonly planUndo: (id: string) => Promise<Plan>;
  readonly backups: (id: string) => Promise<readonly Backup[]>;
  /** Removes a job from the record, with its backups. */
  readonly remove: (id: string) => Promise<void>;
}

/** What a job has beside its plan. */
export interface PrepareOptions {
  readonly namesakes?: readonly string[];
  readonly undoes?: string;
}

/** Returns the changes of these services; all pages share them. */
export function useEdits(): Edits {
  return useJobs().open(createEdits);
}

function createEdits(services: Services): Edits {
  const { session, clock, database, name } = services;
  const { connection, caches, owner, pace } = spotifyOf(services);
  const [jobs, setJobs] = createSignal<readonly EditJob[]>([]);
  const [currentId, setCurrentId] = createSignal<string>();
  const [state, setState] = createSignal<JobState>('idle');
  const [error, setError] = createSignal<unknown>();
  const [isHeldUp, setHeldUp] = createSignal(false);
  const changes = libraryChangesOf(services);
  const memory = makeMemoryJournal();
  let run = new AbortController();

  const current = createMemo(() => jobs().find(({ id }) => id === currentId()));
  const login = () => {
    const now = session.state();
    return now.kind === 'signed-in' ? now.record : undefined;
  };
  const isKept = () => database !== undefined && login()?.isKept === true;

  function journal(): Journal {
    const now = owner();
    return isKept() && database && now ? openJournal({ database, owner: now, clock }) : memory;
  }

  function keep(job: EditJob): void {
    setJobs((before) => {
      const others = before.filter(({ id }) => id !== job.id);
      return [...others, job].sort((one, other) => other.startedAt - one.startedAt);
    });
  }

  async function save(job: EditJob): Promise<void> {
    // The answer to a request may come after another account has logged in, whose record is not touched.
    if (!isOfLogin(job, login())) throw new EditStop('other-account');
    keep(job);
    await journal().write(job);
  }

  const lacking = (plan: Plan) =>
    scopesOf(plan).filter((scope) => !login()?.grantedScopes.includes(scope));

  const ensureSameAccount = (job: EditJob) => ensureLogin(job, login());

  function forget(): void {
    run.abort();
    setJobs([]);
    setState('idle');
  }
  // The record of one account is never shown to another.
  session.subscribe(() => {
    const now = owner();
    const isOurs = (job: EditJob) =>
      job.accountId === now?.accountId && job.clientId === now.clientId;
    if (session.state().kind === 'signed-out') {
      run.abort();
      setState('idle');
    }
    // While a new login's account is unknown, the jobs stay: `ensureSameAccount` stops the running one.
    if (now || session.state().kind === 'signed-out') setJobs((before) => before.filter(isOurs));
    if (state() === 'stopped' && !current()) setState('idle');
  });

  async function work(begun: EditJob, mayResend: boolean, signal: AbortSignal): Promise<void> {
    const backUp = async (job: EditJob, list: string, stop: AbortSignal) => {
      const rows = await readRows(connection, idOf(job, list), stop);
      await journal().writeBackup(job.id, { list, rows });
    };
    const deps = { connection, clock, ensureSameAccount, save, backUp, mayResend };
    const job = await applyJob(begun, deps, signal);
    const undone = jobs().find(({ id }) => id === job.undoes);
    if (endOf(job) === 'done') changes.patch(job.id, patchOf(job.plan));
    if (undone && endOf(job) === 'done') await save({ ...undone, isUndone: true });
  }

  /** Has the lists of a job read again, by the pages of now and of later. */
  async function reread(id: string): Promise<void> {
    const job = jobs().find((each) => each.id === id);
    if (!job) return;
    const lists = listsChangedBy(job.plan);
    await outdate(caches, lists, clock.now());
    changes.report(lists);
  }

  const find = (id: string): EditJob => {
    const job = jobs().find((each) => each.id === id);
    if (!job) throw new Error('no such change');
    return job;
  };
  /** Reads a job as it is recorded now, since another tab may have carried it on. */
  async function readRecorded(id: string): Promise<EditJob> {
    // The journal is that of the account that is logged in now.
    ensureSameAccount(find(id));
    const recorded = await journal().readAll();
    const job = recorded.find((each) => each.id === id);
    if (!job) throw new Error('no such change');
    keep(job);
    return job;
  }

  async function open(): Promise<void> {
    await ensureAccount(session, connection, new AbortController().signal);
    const stored = await journal().readAll();
    // Another tab may have carried a job on; the one that runs here is further than its record.
    const running = state() === 'running' ? currentId() : undefined;
    for (const job of stored) if (job.id !== running) keep(job);
  }

  async function findStopped(): Promise<void> {
    await open();
    const stopped = jobs().find((job) => isUnderWay(job, clock.now()));
    if (!stopped || state() !== 'idle' || (await isWriting(name)) || state() !== 'idle') return;
    setCurrentId(stopped.id);
    setState('stopped');
  }

  async function apply(id: string, mayResend = false): Promise<void> {
    if (state() === 'running') return;
    run = new AbortController();
    const { signal } = run;
    // Only a retry clears known limits; a new job keeps to them.
    if (error() !== undefined) pace.lift();
    setCurrentId(id);
    setError(undefined);
    setState('running');
    try {
      await withWriteLock({ name, clock, signal, onHeldUp: setHeldUp }, () =>
        // Read only now: the request of a run that was stopped may have ended since, here or in another tab.
        readRecorded(id).then((job) => work(job, mayResend, signal)),
      );
      setState('done');
      await reread(id);
    } catch (thrown) {
      if (signal.aborted) return;
      setError(() => thrown);
      setState('failed');
      await reread(id);
    }
  }

  const count = createMemo(() => {
    const steps = current()?.steps ?? [];
    return { done: steps.filter(isFinished).length, total: steps.length };
  });
  const progress = { state, count };
  const isNotArrived = () => {
    const thrown = state() === 'failed' ? error() : undefined;
    return thrown instanceof EditStop && thrown.kind === 'not-arrived';
  };

  return {
    title: () => current()?.plan.title ?? 'Changes',
    state,
    count,
    text: () => (isHeldUp() ? HELD_UP : textOf(state(), error(), current())),
    timeLeft: createTimeLeft(clock, progress),
    href: () => 'changes',
    // The page that began it says how it ended, with an undo.
    isOnScreen: () => true,
    stop() {
      run.abort();
      if (state() === 'running') setState('stopped');
    },
    resume() {
      const id = currentId();
      if (id !== undefined) void apply(id, isNotArrived());
    },
    resumeLabel: () => (isNotArrived() ? 'Send again' : 'Resume'),
    forget,
    jobs,
    current,
    error,
    isHeldUp,
    isKept,
    open,
    findStopped,
    lacking,
    async prepare(plan, more = {}) {
      await ensureAccount(session, connection, new AbortController().signal);
      const now = owner();
      if (!now) throw new EditStop('other-account');
      const id = crypto.randomUUID();
      const job = makeJob(plan, now, { id, now: clock.now(), ...more });
      await save(job);
      return job;
    },
    apply,
    async planUndo(id) {
      const job = find(id);
      const { signal } = new AbortController();
      const entries = await Promise.all(
        listsToRead(job).map(async (list) => {
          const rows = await readUris(connection, list, signal);
          return [list, { name: job.plan.names[list] ?? '', rows }] as const;
        }),
      );
      return planUndo(job, Object.fromEntries(entries));
    },
    backups: (id) => journal().readBackups(id),
    async remove(id) {
      await journal().remove(id);
      setJobs((before) => before.filter((job) => job.id !== id));
      if (currentId() === id) setState('idle');
    },
  };
}

function textOf(state: JobState, error: unknown, job: EditJob | undefined): string {
  if (state === 'failed') return editErrorText(error);
  if (state === 'stopped') return 'Stopped. Nothing is lost; you can continue.';
  if (state === 'done' && job)
    return endOf(job) === 'done' ? 'Done, and read back.' : 'Done, but Spotify refused a part.';
  return '';
}
