import type { Clock } from '../../../clock.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { getPlaylist } from '../../../spotify/playlist.ts';
import { areSaved, readUris } from '../../../spotify/writes.ts';
import { type EditJob, idOf, rowsAt, type Step } from '../journal/job-record.ts';
import { areSame, changedList, type Operation } from '../plan/operation.ts';
import { EditStop } from './stop.ts';

/** Waits before the readings of what was written, in ms: rows follow within a second, at times within half a minute. */
const READINGS_MS: readonly number[] = [1_000, 2_000, 7_000, 20_000];

/** What reading back needs. */
interface VerifyDependencies {
  readonly connection: PacedConnection;
  readonly clock: Clock;
  readonly ensureSameAccount: (job: EditJob) => void;
  readonly keep: (job: EditJob) => Promise<void>;
}

/**
 * Reads back what the acknowledged steps of a job did. Rows have to be exactly those of the plan: the snapshot is not
 * looked at, because it lags. What else Spotify keeps differently is noted. @throws EditStop `differs`.
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
    await readUntil(deps, signal, async () => {
      deps.ensureSameAccount(job);
      const rows = await readUris(deps.connection, idOf(job, list), signal);
      return areSame(rows, rowsAt(job, job.steps.length, list));
    });
    await close((operation) => changedList(operation) === list);
  }

  for (const { operation } of job.steps.filter(isOpen)) {
    deps.ensureSameAccount(job);
    if (operation.kind === 'create' || operation.kind === 'details') {
      const read = await getPlaylist(deps.connection, idOf(job, operation.list), signal);
      await close((other) => other === operation, deviationsOf(operation, read));
    } else if (operation.kind === 'save' || operation.kind === 'unsave') {
      await readUntil(deps, signal, async () => {
        const saved = await areSaved(deps.connection, operation.uris, signal);
        return saved.every((isSaved) => isSaved === (operation.kind === 'save'));
      });
      await close((other) => other === operation);
    }
  }
  return job;
}

/** Reads until what was read is as planned. @throws EditStop `differs` after the last reading. */
async function readUntil(
  { clock }: Pick<VerifyDependencies, 'clock'>,
  signal: AbortSignal,
  isAsPlanned: () => Promise<boolean>,
): Promise<void> {
  for (const wait of READINGS_MS) {
    await clock.sleep(wait, signal);
    if (await isAsPlanned()) return;
  }
  throw new EditStop('differs');
}

/** Says what of a playlist's details is not as asked for. */
function deviationsOf(
  operation: Extract<Operation, { kind: 'create' | 'details' }>,
  read: Awaited<ReturnType<typeof getPlaylist>>,
): readonly string[] {
  const wanted =
    operation.kind === 'details' ? operation.change : { ...operation, isPublic: false };
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
  return deviations;
}
