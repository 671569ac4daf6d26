import type { Clock } from '../../clock.ts';
import type { Simulation } from '../../demo/simulate.ts';
import { ensureAccount } from '../../lists/ensure-account.ts';
import type { Session } from '../../session/session.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import { readUris } from '../../spotify/writes.ts';
import { applyJob } from '../edit/apply/apply-job.ts';
import { ensureLogin } from '../edit/apply/ensure-login.ts';
import { type EditJob, endOf, idOf, type JobEnd, makeJob } from '../edit/journal/job-record.ts';
import { changedList, type Rows } from '../edit/plan/operation.ts';
import type { ListBefore, Plan } from '../edit/plan/plan.ts';
import { listsToRead, planUndo } from '../edit/plan/undo.ts';
import { editErrorText, formatEnd } from '../edit/words.ts';
import type { Journal } from './journal.ts';
import type { End } from './lab-case.ts';

/** Dependencies of the changes of an experiment. */
export interface WriterOptions {
  readonly connection: PacedConnection;
  /** The clock of the waits between readings. */
  readonly clock: Clock;
  readonly session: Session;
  readonly spotify: Simulation;
  readonly journal: Journal;
  /** Called with the error that stopped a change, and its words. */
  readonly fail: (error: unknown, words: (error: unknown) => string) => void;
  /** Called with what the app says of a difference. */
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/** What happens while a change is carried out. */
export interface ApplyEvents {
  /** Called before a state of the job is stored; returns whether the tab closes instead. */
  readonly onStore?: (job: EditJob) => Promise<boolean> | boolean;
}

/** Changes playlists by the app's own engine: plan, journal, requests, reading back. */
export interface Writer {
  /** Reads a short playlist of one's own, as the review does. */
  readList(): Promise<ListBefore & { readonly id: string }>;
  /** URIs of songs that are not in that playlist. */
  songs(count: number): readonly string[];
  /** Presses "Apply" and waits until the change is complete or has stopped. */
  apply(plan: Plan, events?: ApplyEvents): Promise<void>;
  /** Presses "Resume", or "Send again", and waits until the change is complete or has stopped. */
  resume(mayResend?: boolean): Promise<void>;
  /** Presses "Undo" of the last change, and applies it. */
  undo(): Promise<void>;
  /** The facts of the last change. */
  facts(): Pick<End, 'writeRequests' | 'change' | 'songsAdded' | 'songsTwice' | 'remarks'>;
}

const CHANGES: Readonly<Record<JobEnd, End['change']>> = {
  unfinished: 'stopped',
  done: 'complete',
  partly: 'in part',
  nothing: 'refused',
};

function isShort(rows: number): boolean {
  return rows >= 5 && rows <= 50;
}

/** Signals that the tab was closed in the middle of a change. */
class TabClosed extends Error {}

/** Makes the changes of one experiment, whose record is in memory. */
export function makeWriter(options: WriterOptions): Writer {
  const { connection, clock, session, spotify, journal, fail, say, signal } = options;
  const { library } = spotify;
  let job: EditJob | undefined;
  const plans: Plan[] = [];
  let remarks = 0;

  const login = () => {
    const state = session.state();
    return state.kind === 'signed-in' ? state.record : undefined;
  };
  /** A short one: each of its pages is a request. */
  const own = () => {
    const found = library.playlists.find(
      (each) => each?.owner?.id === library.user.id && isShort(each.items?.total ?? 0),
    );
    if (!found) throw new Error('no short playlist of one’s own');
    return found;
  };
  const urisOf = (id: string): Rows => library.items(id).map(({ item }) => item?.uri ?? null);

  function remark(text: string): void {
    remarks += 1;
    say(text);
    journal.note('App', `says: ${text}`);
  }

  async function run(begun: EditJob, { onStore }: ApplyEvents, mayResend: boolean): Promise<void> {
    const known = begun.deviations.length;
    try {
      job = await applyJob(
        begun,
        {
          connection,
          clock,
          ensureSameAccount: (each) => ensureLogin(each, login()),
          async save(next) {
            if (await onStore?.(next)) throw new TabClosed();
            job = next;
          },
          backUp: async () => undefined,
          mayResend,
        },
        signal,
      );
      job.deviations.slice(known).forEach(remark);
      const end = formatEnd(job);
      if (endOf(job) === 'done') journal.note('App', `says: ${end}`);
      else remark(end);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TabClosed) journal.note('Fault', 'the tab closes');
      else fail(error, editErrorText);
    }
  }

  async function apply(plan: Plan, events: ApplyEvents = {}): Promise<void> {
    await ensureAccount(session, connection, signal);
    const { clientId = '', account = null } = login() ?? {};
    plans.push(plan);
    job = makeJob(
      plan,
      { clientId, accountId: account?.accountId ?? '' },
      { id: `${plans.length}`, now: clock.now() },
    );
    journal.note('Person', `presses “Apply”: ${plan.title}`);
    await run(job, events, false);
  }

  return {
    async readList() {
      const { id, name } = own();
      return { id, name, rows: await readUris(connection, id, signal) };
    },
    songs(count) {
      const known = new Set(urisOf(own().id));
      const isNew = (uri: string | null) =>
        uri?.startsWith('spotify:track:') === true && !known.has(uri);
      const songs = new Set<string | null>();
      // One playlist after another: the contents of a library are made when they are read.
      for (const playlist of library.playlists) {
        if (songs.size >= count) break;
        for (const uri of playlist ? urisOf(playlist.id).filter(isNew) : []) songs.add(uri);
      }
      return [...songs].flatMap((uri) => uri ?? []).slice(0, count);
    },
    apply,
    async resume(mayResend = false) {
      if (!job) return;
      journal.note('Person', mayResend ? 'presses “Send again”' : 'presses “Resume”');
      connection.pace.lift();
      await run(job, {}, mayResend);
    },
    async undo() {
      if (!job) return;
      const lists = await Promise.all(
        listsToRead(job).map(async (id) => {
          const rows = await readUris(connection, id, signal);
          return [id, { name: job?.plan.names[id] ?? '', rows }] as const;
        }),
      );
      const plan = planUndo(job, Object.fromEntries(lists));
      plan.lost.forEach(remark);
      await apply(plan);
    },
    facts: () => ({
      writeRequests: spotify.requests.filter(({ step }) => WRITE_STEPS.has(step)).length,
      change: job ? CHANGES[endOf(job)] : 'none',
      remarks,
      ...rowFacts(plans, (list) => urisOf(job ? idOf(job, list) : list)),
    }),
  };
}

const WRITE_STEPS: ReadonlySet<string> = new Set([
  'create',
  'details',
  'add',
  'remove',
  'move',
  'library',
]);

/** Counts the songs that came to the first playlist that changes, and those that came more often than planned. */
function rowFacts(
  plans: readonly Plan[],
  rowsOf: (list: string) => Rows,
): Pick<End, 'songsAdded' | 'songsTwice'> {
  const operations = plans.flatMap((plan) => plan.operations);
  const list = operations.map(changedList).find((each) => each !== undefined);
  if (list === undefined) return { songsAdded: 0, songsTwice: 0 };
  const before = plans.flatMap(({ from }) => from[list] ?? [])[0]?.rows ?? [];
  const planned = operations.flatMap((operation) =>
    operation.kind === 'add' && operation.list === list ? operation.uris : [],
  );
  const now = rowsOf(list);
  const expected = countsOf([...before, ...planned]);
  const songsTwice = [...countsOf(now)].filter(
    ([uri, count]) => uri !== null && count > (expected.get(uri) ?? count),
  ).length;
  return { songsAdded: now.length - before.length, songsTwice };
}

function countsOf(rows: Rows): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const uri of rows) counts.set(uri, (counts.get(uri) ?? 0) + 1);
  return counts;
}
