import type { Clock } from '../../clock.ts';
import type { Song } from '../../library/song.ts';
import type { Playlist } from '../../library/types.ts';
import type { Phase } from '../../lists/collection.ts';
import type { Failed, Progress } from '../../lists/gather-tracks.ts';
import type { JobState } from '../jobs.ts';

/** What is still to be read for all songs. */
export interface Unread {
  readonly playlists: readonly Playlist[];
  readonly isLiked: boolean;
  readonly requests: number;
}

/** The state of the index of all songs. */
export interface Status {
  readonly phase: Phase | 'idle';
  readonly error: unknown;
  readonly songs: readonly Song[];
  readonly unread: Unread | undefined;
  readonly withheld: readonly Playlist[];
  readonly failed: readonly Failed[];
  readonly progress: Progress;
  /** Number of steps of the job, and of rows of the playlists that it reads. */
  readonly total: number;
  readonly tracks: number;
  readonly savedAt: number | undefined;
  /** Whether another tab of this browser reads the songs, and this one waits for it. */
  readonly isElsewhere: boolean;
}

/** Nothing is read yet. */
export const NOTHING: Status = {
  phase: 'idle',
  error: undefined,
  songs: [],
  unread: undefined,
  withheld: [],
  failed: [],
  progress: { playlists: 0, tracks: 0 },
  total: 0,
  tracks: 0,
  savedAt: undefined,
  isElsewhere: false,
};

/** The states of the job by the phase of the index. */
export const STATES: Readonly<Record<Status['phase'], JobState>> = {
  idle: 'idle',
  loading: 'running',
  stopped: 'stopped',
  failed: 'failed',
  complete: 'done',
};

/** Says how far the reading is; the page of the job says why it failed. */
export function textOf({ phase, progress, unread, songs, isElsewhere }: Status): string {
  if (isElsewhere) return 'Another tab reads your playlists. This one shows them after that.';
  if (phase === 'failed') return 'Reading stopped. Open the page to see why.';
  if (phase === 'complete') return `${songs.length.toLocaleString('en')} songs`;
  const all = unread?.playlists.length ?? 0;
  return `${progress.playlists} of ${all} ${all === 1 ? 'playlist' : 'playlists'}`;
}

/** A function that is called with many values and uses few of them. */
export interface Throttled<T> {
  /** Takes a value, which is used soon unless another one comes before. */
  (value: T): void;
  /** Uses the last value now, unless it was used. */
  readonly flush: () => void;
}

/** Makes a function that uses the last of the values it is given, at most once in so many ms. */
export function throttle<T>(clock: Clock, ms: number, use: (value: T) => void): Throttled<T> {
  let waiting: { readonly value: T } | undefined;

  function flush(): void {
    const last = waiting;
    waiting = undefined;
    if (last) use(last.value);
  }
  function take(value: T): void {
    const isDue = waiting !== undefined;
    waiting = { value };
    if (!isDue) void clock.sleep(ms).then(flush);
  }
  return Object.assign(take, { flush });
}
