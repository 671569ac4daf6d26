import type { Playlist } from '../../../library/types.ts';
import type { Progress } from '../../../lists/gather-tracks.ts';
import type { JobState } from '../../../services/jobs.ts';
import { formatNumber } from '../../../words/number.ts';
import type { ReadFile } from '../../restore/readers/read-file.ts';
import { type ComparedList, type FileEntry, isDifferent } from './comparison.ts';

/** A file that was opened for a comparison; it stays in the memory of the page. */
export interface OpenedFile {
  readonly name: string;
  readonly read: ReadFile;
}

/** `looking` while the list of playlists and the caches are read, `ready` before and after the songs are. */
export type Phase = 'none' | 'looking' | 'ready' | 'running' | 'done' | 'stopped' | 'failed';

/** State of a comparison. */
export interface Status {
  readonly phase: Phase;
  readonly error: unknown;
  readonly file: OpenedFile | undefined;
  readonly playlists: readonly Playlist[];
  readonly lists: readonly ComparedList[];
  readonly chosen: ReadonlyMap<FileEntry, string>;
  readonly progress: Progress;
  /** Number of lists that the run reads, and of its steps. */
  readonly toRead: number;
  readonly total: number;
}

/** No file was opened. */
export const NOTHING: Status = {
  phase: 'none',
  error: undefined,
  file: undefined,
  playlists: [],
  lists: [],
  chosen: new Map(),
  progress: { playlists: 0, tracks: 0 },
  toRead: 0,
  total: 0,
};

/** The states of the job by the phase of the comparison. */
export const STATES: Readonly<Record<Phase, JobState>> = {
  none: 'idle',
  looking: 'idle',
  ready: 'idle',
  running: 'running',
  done: 'done',
  stopped: 'stopped',
  failed: 'failed',
};

/** Says how far the comparison is; its page says why it failed. */
export function textOf({ phase, progress, toRead, lists }: Status): string {
  if (phase === 'failed') return 'The comparison has stopped. Open its page to see why.';
  if (phase === 'done')
    return `${formatNumber(lists.filter(isDifferent).length)} of ${formatNumber(lists.length)} lists differ.`;
  return `${formatNumber(progress.playlists)} of ${formatNumber(toRead)} ${toRead === 1 ? 'list' : 'lists'}`;
}
