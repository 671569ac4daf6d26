import type { Clock } from '../../../clock.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { getPlaylist } from '../../../spotify/playlist.ts';
import { areSaved, readUris } from '../../../spotify/writes.ts';
import { type EditJob, idOf, rowsAt, type Step } from '../journal/job-record.ts';
import {
  areSame,
  changedList,
  type Details,
  type Operation,
  type Rows,
} from '../plan/operation.ts';
import { EditStop } from './stop.ts';

/** Waits before the readings of what was written, in ms: rows follow within a second, at times within half a minute. */
const READINGS_MS: readonly number[] = [1_000, 2_000, 7_000, 20_000];

/** Waits before the details of a playlist are read again, in ms. */
const DETAILS_READINGS_MS: readonly number[] = [1_000, 2_000];

/** What reading back needs. */
interface VerifyDependencies {
  readonly connection: PacedConnection;
  readonly clock: Clock;
  readonly ensureSameAccount: (job: EditJob) => void;
  readonly keep: (job: EditJob) => Promise<void>;
}

/**
 * Reads back what the acknowledged steps of a job did. Rows have to be exactly those of the plan: the snapshot is not
 * looked at, because it lags. Added songs under another URI, and what else Spotify keeps differently, are noted.
 * @throws EditStop `differs`.
 */
export async function verify(
  begun: EditJob,
  deps: VerifyDependencies,
  signal: AbortSignal,
): Promise<EditJob> {
  let job = begun;
  const isOpen = (step: Step) => step.state === 'acknowledged';
  async function close(
    isDone: (operation: Operation) => boolean,
    deviations: readonly string[] = [],
  ) {
    const at = deps.clock.now();
    job = {
      ...job,
      deviations: [...job.deviations, ...deviations],
      steps: job.steps.map((step) =>
        isOpen(step) && isDone(step.operation) ? { ...step, state: 'verified', at } : step,
      ),
    };
    await deps.keep(job);
  }

  const lists = new Set(
    job.steps.filter(isOpen).flatMap(({ operation }) => changedList(operation) ?? []),
  );
  for (const list of lists) {
    const deviations = await readBack(job, list, deps, signal);
    await close((operation) => changedList(operation) === list, deviations);
  }

  for (const { operation } of job.steps.filter(isOpen)) {
    deps.ensureSameAccount(job);
    if (operation.kind === 'create' || operation.kind === 'details') {
      const deviations = await readDetails(job, operation, deps, signal);
      await close((other) => other === operation, deviations);
    } else if (operation.kind === 'save' || operation.kind === 'unsave') {
      const isRead = await readUntil(deps, signal, async () => {
        const saved = await areSaved(deps.connection, operation.uris, signal);
        return saved.every((isSaved) => isSaved === (operation.kind === 'save'));
      });
      if (!isRead) throw new EditStop('differs');
      await close((other) => other === operation);
    }
  }
  return job;
}

/** Reads a playlist back, and says what Spotify shows differently in it. @throws EditStop `differs`. */
async function readBack(
  job: EditJob,
  list: string,
  deps: VerifyDependencies,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const wanted = rowsAt(job, job.steps.length, list);
  let last: Rows = [];
  const isRead = await readUntil(deps, signal, async () => {
    deps.ensureSameAccount(job);
    last = await readUris(deps.connection, idOf(job, list), signal);
    return areSame(last, wanted);
  });
  if (isRead) return [];
  const exchanged = exchangedIn(job, list, wanted, last);
  if (exchanged === undefined) throw new EditStop('differs');
  return [exchangedText(exchanged, job.plan.names[list] ?? 'the playlist')];
}

/** Reads until what was read is as planned; tells whether it is after the last reading. */
async function readUntil(
  { clock }: Pick<VerifyDependencies, 'clock'>,
  signal: AbortSignal,
  isAsPlanned: () => Promise<boolean>,
): Promise<boolean> {
  for (const wait of READINGS_MS) {
    await clock.sleep(wait, signal);
    if (await isAsPlanned()) return true;
  }
  return false;
}

/**
 * Counts the added songs that Spotify shows under another URI, where all else is as planned: it relinks a song to
 * another release of it, mostly without a word. `undefined` where more differs.
 */
function exchangedIn(job: EditJob, list: string, wanted: Rows, read: Rows): number | undefined {
  const added = new Set(
    job.steps.flatMap(({ operation, state }) =>
      operation.kind === 'add' && operation.list === list && state === 'acknowledged'
        ? operation.uris
        : [],
    ),
  );
  if (read.length !== wanted.length) return undefined;
  const others = wanted.filter((uri, at) => uri !== read[at]);
  const areAdded = others.every((uri) => uri !== null && added.has(uri));
  const isTrack = (uri: string | null | undefined) => uri?.startsWith('spotify:track:') === true;
  const areTracks = wanted.every(
    (uri, at) => uri === read[at] || (isTrack(uri) && isTrack(read[at])),
  );
  // Where one planned song stands in the place of another, rows were moved.
  const isMoved = read.some((uri, at) => uri !== wanted[at] && uri !== null && added.has(uri));
  return areAdded && areTracks && !isMoved ? others.length : undefined;
}

function exchangedText(count: number, name: string): string {
  const songs = count === 1 ? 'one song' : `${count} songs`;
  return `Spotify shows ${songs} of ${name} under another link: another release, most likely.`;
}

/** Reads the details of a playlist until they are as asked for; returns what still is not after the last reading. */
async function readDetails(
  job: EditJob,
  operation: DetailsOperation,
  { connection, clock }: VerifyDependencies,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const read = async () =>
    deviationsOf(operation, await getPlaylist(connection, idOf(job, operation.list), signal));
  let deviations = await read();
  for (const wait of DETAILS_READINGS_MS) {
    if (deviations.length === 0) break;
    await clock.sleep(wait, signal);
    deviations = await read();
  }
  return deviations;
}

type DetailsOperation = Extract<Operation, { kind: 'create' | 'details' }>;

/** Says what of a playlist's details is not as asked for. */
function deviationsOf(
  operation: DetailsOperation,
  read: Awaited<ReturnType<typeof getPlaylist>>,
): readonly string[] {
  const wanted: Details =
    operation.kind === 'details'
      ? operation.change
      : { name: operation.name, description: operation.description, isPublic: false };
  const deviations: string[] = [];
  if (wanted.name !== undefined && wanted.name !== read.name)
    deviations.push('Spotify kept another name.');
  if (wanted.description !== undefined && wanted.description !== (read.description ?? ''))
    deviations.push('Spotify kept another description.');
  if (wanted.isPublic !== undefined && read.visibility === (wanted.isPublic ? 'private' : 'public'))
    deviations.push(
      wanted.isPublic
        ? `Spotify still keeps ${read.name} off the profile.`
        : `Spotify still shows ${read.name} on the profile. “Make private” in Spotify’s own app changes that.`,
    );
  return [...deviations, ...guestDeviations(wanted.isCollaborative, read)];
}

/** Says whether guests may not edit a playlist as asked for. */
function guestDeviations(
  wanted: boolean | undefined,
  { name, visibility }: Awaited<ReturnType<typeof getPlaylist>>,
): readonly string[] {
  if (wanted === undefined || wanted === (visibility === 'collaborative')) return [];
  return [
    wanted
      ? `Spotify didn’t make ${name} collaborative. Its own app can.`
      : `Spotify still lets guests edit ${name}. Its own app can change that.`,
  ];
}
