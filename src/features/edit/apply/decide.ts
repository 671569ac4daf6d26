import type { Clock } from '../../../clock.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { getPlaylistsPage } from '../../../spotify/playlists.ts';
import { readUris } from '../../../spotify/writes.ts';
import { type EditJob, idOf, rowsAt } from '../journal/job-record.ts';
import { areSame, type Operation } from '../plan/operation.ts';

/** Times of the readings after a request without an answer, in ms after the one before: Spotify's answers lag. */
export const READINGS_MS: readonly number[] = [1_000, 2_000, 7_000, 20_000, 20_000];

/** What became of a request without an answer. */
export type Decision =
  /** It was carried out; with the id of a created playlist. */
  | { readonly kind: 'arrived'; readonly id?: string }
  /** It was not, as readings over at least 30 s say. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear' };

/** Finds out by reading whether a request that must not be sent twice was carried out. */
export async function decide(
  job: EditJob,
  index: number,
  deps: { readonly connection: PacedConnection; readonly clock: Clock },
  signal: AbortSignal,
): Promise<Decision> {
  const operation = job.steps[index]?.operation;
  let last: Decision = { kind: 'unclear' };
  for (const wait of READINGS_MS) {
    await deps.clock.sleep(wait, signal);
    last = await look(job, index, operation, deps.connection, signal);
    if (last.kind === 'arrived') return last;
  }
  return last;
}

async function look(
  job: EditJob,
  index: number,
  operation: Operation | undefined,
  connection: PacedConnection,
  signal: AbortSignal,
): Promise<Decision> {
  if (operation?.kind === 'create') {
    const { rows } = await getPlaylistsPage(connection, 0, signal);
    const known = new Set([...job.namesakes, ...Object.values(job.created)]);
    const found = rows.filter(
      ({ id, name, tracksTotal }) => name === operation.name && tracksTotal === 0 && !known.has(id),
    );
    const [one, another] = found;
    if (another) return { kind: 'unclear' };
    return one ? { kind: 'arrived', id: one.id } : { kind: 'absent' };
  }
  if (operation?.kind !== 'add') return { kind: 'unclear' };
  const { list } = operation;
  const rows = await readUris(connection, idOf(job, list), signal);
  if (areSame(rows, rowsAt(job, index + 1, list))) return { kind: 'arrived' };
  return areSame(rows, rowsAt(job, index, list)) ? { kind: 'absent' } : { kind: 'unclear' };
}
