import { errorText } from '../../words/errors.ts';
import { formatNumber, formatPlaylists } from '../../words/number.ts';
import { EditStop, type StopKind } from './apply/stop.ts';
import type { EditJob, StepState } from './journal/job-record.ts';
import { endOf } from './journal/job-record.ts';
import type { Operation } from './plan/operation.ts';
import { type Plan, sumsOf } from './plan/plan.ts';

const STOPS: Readonly<Record<StopKind, string>> = {
  'changed-elsewhere':
    'The playlist has changed since you reviewed this. Nothing was written. Make the plan again.',
  undecided:
    'Spotify didn’t reply, and the playlist looks like neither before nor after. Look at it in Spotify before you continue.',
  'not-arrived':
    'One request didn’t reach Spotify. Nothing was changed by it. “Send again” continues.',
  differs:
    'Spotify accepted the changes, but the playlist doesn’t read as planned. Nothing else was sent.',
  'too-large': 'A playlist holds at most 10,000 songs, so nothing was sent.',
  'other-account': 'Another account is logged in now, so nothing more was sent.',
  'needs-permission': 'This login may no longer change playlists, so nothing more was sent.',
};

/** Names another tab that has been changing something for so long that it may hang. */
export const HELD_UP =
  'Another tab has been changing something for a while. This one waits for it. If that tab hangs, close it.';

/** Explains why a job has stopped. */
export function editErrorText(error: unknown): string {
  return error instanceof EditStop ? STOPS[error.kind] : errorText(error);
}

/** Words of the permissions that writing needs. */
export const PERMISSIONS: Readonly<Record<string, string>> = {
  'playlist-modify-private': 'Edit playlists',
  'playlist-modify-public': 'Edit playlists',
  'user-library-modify': 'Like, unlike, leave playlists',
};

/** Names the permissions of scopes, each once. */
export function permissionsOf(scopes: readonly string[]): string {
  return [...new Set(scopes.map((scope) => PERMISSIONS[scope] ?? scope))]
    .map((words) => `“${words}”`)
    .join(' and ');
}

/** Formats a number of songs. */
export function formatSongs(count: number): string {
  return count === 1 ? '1 song' : `${formatNumber(count)} songs`;
}

/** Says how many songs cannot be added; empty where all can. */
export function formatNotAddable(count: number): string {
  if (count === 0) return '';
  return `${formatSongs(count)} can’t be added: local files, or removed by Spotify.`;
}

/** Says what a merge of some playlists leaves and what it leaves out. */
export function formatMerged(
  { rows, doubles, notAddable }: { rows: readonly unknown[]; doubles: number; notAddable: number },
  playlists: number,
): string {
  return [
    `${formatSongs(rows.length)} from ${formatPlaylists(playlists)}.`,
    doubles === 0
      ? ''
      : `${formatNumber(doubles)} ${doubles === 1 ? 'copy is' : 'copies are'} left out.`,
    formatNotAddable(notAddable),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Says how a job has ended. */
export function formatEnd(job: EditJob): string {
  if (job.isUndone) return 'Undone';
  const { steps } = job;
  if (steps.every(({ state }) => state === 'planned')) return 'Not started';
  const end = endOf(job);
  if (end === 'done') return 'Done, read back';
  if (end === 'nothing') return 'Refused by Spotify';
  if (end === 'partly') return 'Done in part';
  return 'Unfinished';
}

const STATES: Readonly<Record<StepState, string>> = {
  planned: 'Not sent',
  sent: 'Sent, reply unknown',
  acknowledged: 'Confirmed',
  verified: 'Read back',
  unknown: 'Reply lost',
  refused: 'Refused',
  skipped: 'Skipped',
};

/** Names the state of one request. */
export function formatState(state: StepState): string {
  return STATES[state];
}

/** Describes one request. */
export function formatOperation(operation: Operation, { names }: Pick<Plan, 'names'>): string {
  const nameOf = (list: string) => names[list] || 'a playlist';
  switch (operation.kind) {
    case 'create':
      return `Create ${operation.name}`;
    case 'add':
      return `Add ${formatSongs(operation.uris.length)} to ${nameOf(operation.list)}`;
    case 'remove':
      return `Remove ${formatSongs(operation.uris.length)} from ${nameOf(operation.list)}`;
    case 'details':
      return `Change the details of ${nameOf(operation.list)}`;
    case 'save':
      return `Save ${formatEntries(operation.uris)}`;
    case 'unsave':
      return `Remove ${formatEntries(operation.uris)} from your library`;
  }
}

/** Formats a number of songs, albums, shows and the like by their URIs. */
export function formatEntries(uris: readonly string[]): string {
  const types = new Set(uris.map((uri) => uri.split(':')[1]));
  const [type = 'entry'] = types.size === 1 ? types : ['entry'];
  const noun = type === 'track' ? 'song' : type;
  return `${formatNumber(uris.length)} ${uris.length === 1 ? noun : noun === 'entry' ? 'entries' : `${noun}s`}`;
}

/** Time that one request takes with its pause, in ms; an estimate for the preview. */
const REQUEST_MS = 700;

/** Says what a plan costs: requests and time. */
export function formatPrice(plan: Plan): string {
  const { writes, reads } = sumsOf(plan);
  const requests = writes + reads;
  const minutes = Math.round((requests * REQUEST_MS) / 60_000);
  const time =
    minutes > 0
      ? `about ${minutes === 1 ? 'a minute' : `${formatNumber(minutes)} minutes`}`
      : 'a few seconds';
  return `${formatNumber(requests)} ${requests === 1 ? 'request' : 'requests'} to Spotify, ${time}.`;
}
