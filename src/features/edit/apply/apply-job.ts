import type { Clock } from '../../../clock.ts';
import { isSpotifyError, SpotifyError } from '../../../spotify/errors.ts';
import type { PacedConnection, WriteOutcome } from '../../../spotify/http.ts';
import {
  addItems,
  changeDetails,
  changeLibrary,
  createPlaylist,
  readUris,
  removeItems,
} from '../../../spotify/writes.ts';
import {
  type EditJob,
  hasWritten,
  idOf,
  isFinished,
  listOf,
  rowsAt,
  type Step,
  withHalves,
  withRefused,
  withStep,
} from '../journal/job-record.ts';
import {
  areSame,
  changedList,
  halvesOf,
  isIdempotent,
  isNewList,
  type Operation,
} from '../plan/operation.ts';
import { tooLarge } from '../plan/plan.ts';
import { decide } from './decide.ts';
import { EditStop } from './stop.ts';
import { verify } from './verify.ts';

/** What a job needs beside itself. */
export interface ApplyDependencies {
  readonly connection: PacedConnection;
  readonly clock: Clock;
  /** @throws EditStop where the job's account and app are not the ones logged in, or a permission is missing. */
  readonly ensureSameAccount: (job: EditJob) => void;
  /** Stores the job; called before each request and after its answer. */
  readonly save: (job: EditJob) => Promise<void>;
  /** Stores the rows of a playlist as they are, before its first change. */
  readonly backUp: (job: EditJob, list: string, signal: AbortSignal) => Promise<void>;
  /** Whether the person has agreed to send again what did not arrive. */
  readonly mayResend?: boolean;
}

/** How often one request is sent again after Spotify asked to slow down. */
const MOST_WAITS = 5;

/**
 * Carries out the steps of a job that are not finished, one request at a time, and reads back what they did. Each step
 * is stored before and after its request. @throws EditStop; whatever the requests throw; the signal's reason after
 * the running request. The job that `save` was given last says how far it came.
 */
export async function applyJob(
  begun: EditJob,
  deps: ApplyDependencies,
  signal: AbortSignal,
): Promise<EditJob> {
  const { connection, clock } = deps;
  let job = begun;
  const checked = new Set<string>();

  async function keep(next: EditJob): Promise<void> {
    job = next;
    await deps.save(job);
  }
  const mark = (index: number, change: Partial<Step>) =>
    keep(withStep(job, index, { at: clock.now(), ...change }));

  /** Compares a playlist with the plan before its first change in this run, and backs it up. */
  async function check(index: number, list: string): Promise<void> {
    if (checked.has(list)) return;
    checked.add(list);
    const isBegun = job.steps.some(
      ({ operation, state }) => listOf(operation) === list && state !== 'planned',
    );
    const rows = await readUris(connection, idOf(job, list), signal);
    if (!areSame(rows, rowsAt(job, index, list))) throw new EditStop('changed-elsewhere');
    if (!isNewList(list) && !isBegun) await deps.backUp(job, list, signal);
  }

  /** Decides what became of a request without an answer; returns whether it has to be sent. */
  async function isToBeSent(index: number, operation: Operation): Promise<boolean> {
    if (isIdempotent(operation)) return true;
    const found = await decide(job, index, { connection, clock }, signal);
    if (found.kind === 'arrived') {
      const created =
        operation.kind === 'create' && found.id !== undefined
          ? { ...job.created, [operation.list]: found.id }
          : job.created;
      await keep(withStep({ ...job, created }, index, { state: 'acknowledged', at: clock.now() }));
      return false;
    }
    if (found.kind === 'unclear') throw new EditStop('undecided');
    if (!deps.mayResend) throw new EditStop('not-arrived');
    return true;
  }

  async function settle(index: number, operation: Operation, error: unknown): Promise<void> {
    const isBadRequest = isSpotifyError(error, 'unexpected-answer') && error.code === 'status_400';
    const halves = isBadRequest ? halvesOf(operation) : undefined;
    if (halves) return keep(withHalves(job, index, halves));
    const isRefused = isBadRequest || isSpotifyError(error, 'forbidden', 'not-found');
    if (isRefused) {
      const { code } = error;
      const isWholeList = !isBadRequest || operation.kind === 'create';
      return keep(withRefused(job, index, { reason: code, at: clock.now(), isWholeList }));
    }
    // Nothing was changed, so that the step is as planned.
    await mark(index, { state: 'planned', at: null });
    if (isSpotifyError(error, 'insufficient-scope')) throw new EditStop('needs-permission');
    throw error;
  }

  /** Stores the answer to a step. */
  function keepAnswer(index: number, answer: WriteOutcome<Confirmed>): Promise<void> {
    const at = clock.now();
    if (answer.outcome === 'unknown') return keep(withStep(job, index, { state: 'unknown', at }));
    const created = { ...job.created, ...answer.value };
    return keep(withStep({ ...job, created }, index, { state: 'acknowledged', at }));
  }

  /** Sends one step; a request that Spotify asked to slow down for has changed nothing, and is sent again. */
  async function run(index: number, operation: Operation): Promise<void> {
    for (let waits = 0; ; waits += 1) {
      signal.throwIfAborted();
      deps.ensureSameAccount(job);
      await mark(index, { state: 'sent' });
      const ended = await request(connection, job, operation, signal).catch((error: unknown) => ({
        error,
      }));
      if ('outcome' in ended) {
        // A playlist that was just created is empty.
        if (operation.kind === 'create' && ended.outcome === 'done') checked.add(operation.list);
        return keepAnswer(index, ended);
      }
      const isSlowed = isSpotifyError(ended.error, 'rate-limited') && waits < MOST_WAITS;
      if (!isSlowed) return settle(index, operation, ended.error);
      await mark(index, { state: 'planned', at: null });
    }
  }

  if (!hasWritten(job)) await begin(job, deps, signal);
  for (let index = 0; index < job.steps.length; ) {
    const step = job.steps[index];
    if (!step || isFinished(step) || step.state === 'acknowledged') {
      index += 1;
      continue;
    }
    signal.throwIfAborted();
    deps.ensureSameAccount(job);
    const { operation, state } = step;
    const list = changedList(operation);
    if (state === 'planned' && list !== undefined) await check(index, list);
    if (state === 'planned' || (await isToBeSent(index, operation))) await run(index, operation);
  }
  return verify(job, { ...deps, keep }, signal);
}

/** Checks a job and backs up the playlists that it leaves, before its first request. */
async function begin(
  job: EditJob,
  { backUp }: Pick<ApplyDependencies, 'backUp'>,
  signal: AbortSignal,
): Promise<void> {
  if (tooLarge(job.plan).length > 0) throw new EditStop('too-large');
  for (const list of job.plan.leaves ?? []) await backUp(job, list, signal);
}

/** What Spotify confirmed: the id of a new playlist by its key, or nothing else. */
type Confirmed = Readonly<Record<string, string>> | null;

async function request(
  connection: PacedConnection,
  job: EditJob,
  operation: Operation,
  signal: AbortSignal,
): Promise<WriteOutcome<Confirmed>> {
  switch (operation.kind) {
    case 'create': {
      const answer = await createPlaylist(connection, operation, signal);
      if (answer.outcome === 'unknown') return answer;
      return { outcome: 'done', value: { [operation.list]: answer.value.id } };
    }
    case 'add': {
      const { uris, position } = operation;
      return addItems(connection, existing(job, operation.list), uris, position, signal);
    }
    case 'remove':
      return removeItems(connection, existing(job, operation.list), operation.uris, signal);
    case 'details': {
      const { name, description, isPublic, isCollaborative } = operation.change;
      const details = {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(isPublic === undefined ? {} : { public: isPublic }),
        ...(isCollaborative === undefined ? {} : { collaborative: isCollaborative }),
      };
      return changeDetails(connection, existing(job, operation.list), details, signal);
    }
    case 'save':
      return changeLibrary(connection, 'PUT', operation.uris, signal);
    case 'unsave':
      return changeLibrary(connection, 'DELETE', operation.uris, signal);
  }
}

/** @throws SpotifyError where the playlist was not created, so that nothing can be added to it. */
function existing(job: EditJob, list: string): string {
  const id = idOf(job, list);
  if (isNewList(id)) throw new SpotifyError('not-found');
  return id;
}
