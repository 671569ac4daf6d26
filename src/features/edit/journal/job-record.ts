import { changedList, type Operation, type Rows, rowsAfter, shifted } from '../plan/operation.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * State of one request of a job. It is stored before the request is sent, so that a page that closes leaves `sent`,
 * whose outcome is then unknown.
 */
export type StepState =
  | 'planned'
  | 'sent'
  | 'acknowledged'
  | 'verified'
  | 'unknown'
  | 'refused'
  | 'skipped';

/** One request of a job. */
export interface Step {
  readonly operation: Operation;
  readonly state: StepState;
  /** Time of the last change of the state, in ms since the epoch; `null` while planned. */
  readonly at: number | null;
  /** The short word of the error that refused it. */
  readonly reason?: string;
}

/** A plan that is carried out, with everything needed to go on after a reload, and to undo it. */
export interface EditJob {
  readonly id: string;
  readonly accountId: string;
  readonly clientId: string;
  /** In ms since the epoch. */
  readonly startedAt: number;
  readonly plan: Plan;
  readonly steps: readonly Step[];
  /** Ids of the playlists that were created, by their keys. */
  readonly created: Readonly<Record<string, string>>;
  /** Ids of playlists that had the name of a new one before. */
  readonly namesakes: readonly string[];
  /** What Spotify keeps differently from what was asked for, as sentences. */
  readonly deviations: readonly string[];
  /** Id of the job that this one undoes. */
  readonly undoes?: string;
  /** Whether its undo was carried out. */
  readonly isUndone?: boolean;
}

/** Makes the job of a plan. */
export function makeJob(
  plan: Plan,
  owner: Pick<EditJob, 'accountId' | 'clientId'>,
  {
    id,
    now,
    namesakes = [],
    undoes,
  }: {
    readonly id: string;
    readonly now: number;
    readonly namesakes?: readonly string[];
    readonly undoes?: string;
  },
): EditJob {
  return {
    ...owner,
    id,
    startedAt: now,
    plan,
    steps: plan.operations.map((operation) => ({ operation, state: 'planned', at: null })),
    created: {},
    namesakes,
    deviations: [],
    ...(undoes === undefined ? {} : { undoes }),
  };
}

/** Whether nothing is left to do for a step. */
export function isFinished({ state }: Step): boolean {
  return state === 'verified' || state === 'refused' || state === 'skipped';
}

/** How a job stands as a whole. */
export type JobEnd = 'unfinished' | 'done' | 'partly' | 'nothing';

/** Tells how a job has ended: everything came, a part was refused, or nothing was changed. */
export function endOf({ steps }: Pick<EditJob, 'steps'>): JobEnd {
  if (!steps.every(isFinished)) return 'unfinished';
  const verified = steps.filter(({ state }) => state === 'verified').length;
  if (verified === steps.length) return 'done';
  return verified > 0 ? 'partly' : 'nothing';
}

/** Whether a request of the job may have changed something. */
export function hasWritten({ steps }: Pick<EditJob, 'steps'>): boolean {
  return steps.some(
    ({ state }) => state !== 'planned' && state !== 'refused' && state !== 'skipped',
  );
}

/** Time after which a job that stopped in the middle is no longer brought to mind, in ms. */
const REMINDED_MS = 86_400_000;

/** Whether a job stopped in the middle not long before a time, in ms since the epoch. */
export function isUnderWay(job: Pick<EditJob, 'startedAt' | 'steps'>, now: number): boolean {
  const last = Math.max(job.startedAt, ...job.steps.map(({ at }) => at ?? 0));
  return hasWritten(job) && endOf(job) === 'unfinished' && now - last < REMINDED_MS;
}

/** Gives the rows that a playlist has when the steps before an index, as far as they were not refused, are carried out. */
export function rowsAt(
  { plan, steps }: Pick<EditJob, 'plan' | 'steps'>,
  index: number,
  list: string,
): Rows {
  const start: Rows = plan.from[list]?.rows ?? [];
  return steps
    .slice(0, index)
    .filter(
      ({ operation, state }) =>
        changedList(operation) === list && state !== 'refused' && state !== 'skipped',
    )
    .reduce((rows, { operation }) => rowsAfter(rows, operation), start);
}

/** Changes one step. */
export function withStep(job: EditJob, index: number, change: Partial<Step>): EditJob {
  return {
    ...job,
    steps: job.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
  };
}

/** Replaces a refused step by two halves, which are planned. */
export function withHalves(
  job: EditJob,
  index: number,
  halves: readonly [Operation, Operation],
): EditJob {
  const planned = halves.map((operation): Step => ({ operation, state: 'planned', at: null }));
  return {
    ...job,
    steps: [...job.steps.slice(0, index), ...planned, ...job.steps.slice(index + 1)],
  };
}

/**
 * Marks a step as refused. Later additions to the same playlist count one row less for each of its URIs; the other
 * steps of a playlist that cannot be edited at all are skipped.
 */
export function withRefused(
  job: EditJob,
  index: number,
  {
    reason,
    at,
    isWholeList,
  }: { readonly reason: string; readonly at: number; readonly isWholeList: boolean },
): EditJob {
  const refused = withStep(job, index, { state: 'refused', at, reason });
  const { operation } = job.steps[index] ?? {};
  if (!operation) return refused;
  const list = listOf(operation);
  const count = 'uris' in operation ? operation.uris.length : 0;
  return {
    ...refused,
    steps: refused.steps.map((step, place) => {
      if (
        place <= index ||
        isFinished(step) ||
        list === undefined ||
        listOf(step.operation) !== list
      )
        return step;
      return isWholeList
        ? { ...step, state: 'skipped', at, reason }
        : { ...step, operation: shifted(step.operation, count) };
    }),
  };
}

/** The playlist that an operation creates or changes in any way. */
export function listOf(operation: Operation): string | undefined {
  return 'list' in operation ? operation.list : undefined;
}

/** The id of a playlist at Spotify, also of one that the job has created. */
export function idOf({ created }: Pick<EditJob, 'created'>, list: string): string {
  return created[list] ?? list;
}
