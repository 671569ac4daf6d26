import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { ensureAccount } from '../../../lists/ensure-account.ts';
import type { Progress } from '../../../lists/gather-tracks.ts';
import { readPlaylists } from '../../../lists/read-songs.ts';
import { openTrackCache } from '../../../lists/stored-tracks.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import { createTimeLeft, type Job, useJobs } from '../../../services/jobs.ts';
import type { Services } from '../../../services/services.tsx';
import { spotifyOf } from '../../../services/spotify.ts';
import {
  NOTHING,
  type OpenedFile,
  type Phase,
  STATES,
  type Status,
  textOf,
} from './compare-status.ts';
import {
  type ComparedList,
  compareWith,
  entriesOf,
  type FileEntry,
  idOf,
  isComparable,
  isToRead,
  matchEntries,
  newPlaylists,
  reasonOf,
} from './comparison.ts';
import { type ComparableRow, readCached, readLists, requestsOf, sizeOf } from './read-lists.ts';

/** What a comparison still has to read. */
export interface Cost {
  readonly lists: number;
  readonly requests: number;
}

/** The comparison of a file with the library; it reads only lists that changed since and are not cached. */
export interface CompareJob extends Job {
  readonly phase: Accessor<Phase>;
  readonly error: Accessor<unknown>;
  readonly file: Accessor<OpenedFile | undefined>;
  /** The lists of the file, in its order. */
  readonly lists: Accessor<readonly ComparedList[]>;
  /** Playlists that the file does not have. */
  readonly added: Accessor<readonly Playlist[]>;
  /** What is still to be read, of lists that changed or of those of the same version. */
  readonly costOf: (kind: 'unread' | 'same-version') => Cost;
  /** Whether the file was made for another account. */
  readonly isOfAnother: Accessor<boolean>;
  /** Takes a file, and compares what is cached. */
  readonly open: (file: OpenedFile) => void;
  readonly close: () => void;
  /** Chooses the playlist of a list whose name several have. */
  readonly choose: (entry: FileEntry, id: string) => void;
  /** Reads what is missing and compares it; `isThorough` reads lists of the same version too. */
  readonly start: (isThorough: boolean) => void;
  /** Marks that a page shows the job, as long as the owner that calls this lives. */
  readonly watch: () => void;
}

/** Returns the comparison, one for all pages. */
export function useCompareJob(): CompareJob {
  return useJobs().open(createCompareJob);
}

function createCompareJob(services: Services): CompareJob {
  const { session, clock, database } = services;
  const { connection, caches, owner, pace } = spotifyOf(services);
  const [status, setStatus] = createSignal<Status>(NOTHING);
  const change = (next: Partial<Status>) => void setStatus((last) => ({ ...last, ...next }));
  const [views, setViews] = createSignal(0);
  let run = new AbortController();
  /** Keeps what storage does not take, as long as the page lives. */
  let kept: TrackCache | undefined;
  let isThorough = false;
  const faulty = new Set<string>();

  session.subscribe(() => {
    if (session.state().kind === 'signed-out') close();
  });

  function close(): void {
    run.abort();
    kept = undefined;
    setStatus(NOTHING);
  }

  function record() {
    const login = session.state();
    return login.kind === 'signed-in' ? login.record : undefined;
  }

  function tracks(): TrackCache {
    const now = owner();
    const stored = record()?.isKept && database && now ? { database, owner: now } : undefined;
    kept ??= openTrackCache({ stored, clock, startedAt: 0 });
    return kept;
  }

  /** Replaces lists; rows are compared as they come, so that no more than one list of rows is held. */
  function update(next: (list: ComparedList) => ComparedList): void {
    change({ lists: status().lists.map(next) });
  }

  /** Compares the rows of a list, those of its latest version last. */
  function compare(id: string, rows: readonly ComparableRow[]): void {
    update((list) => (idOf(list) === id && isComparable(list) ? compareWith(list, rows) : list));
  }

  /** Compares what is cached, so that only the rest has to be read. */
  async function compareCached(signal: AbortSignal): Promise<void> {
    for (const list of status().lists.filter(isToRead)) {
      const rows = await readCached(list, { tracks: tracks(), caches, clock });
      signal.throwIfAborted();
      if (rows) compare(idOf(list) ?? '', rows);
    }
  }

  async function look(signal: AbortSignal): Promise<void> {
    change({ phase: 'looking', error: undefined });
    await ensureAccount(session, connection, signal);
    const playlists = await readPlaylists(connection, signal);
    caches.open('playlist', 'all').write({ rows: playlists, savedAt: clock.now(), version: null });
    change({ playlists });
    match();
    await compareCached(signal);
    change({ phase: 'ready' });
  }

  function match(): void {
    const { file, playlists, chosen, lists } = status();
    if (!file) return;
    const entries = lists.length > 0 ? lists.map(({ entry }) => entry) : entriesOf(file.read);
    const known = new Map(lists.map((list) => [list.entry, list]));
    const userId = record()?.account?.userId;
    change({
      lists: matchEntries(entries, playlists, chosen, userId).map((list) => {
        const before = known.get(list.entry);
        const isSame = before?.present && before.present.snapshotId === list.present?.snapshotId;
        return isSame ? before : list;
      }),
    });
  }

  function waiting(): readonly ComparedList[] {
    return status().lists.filter(
      ({ outcome: { kind } }) => kind === 'unread' || (isThorough && kind === 'same-version'),
    );
  }

  async function read(signal: AbortSignal): Promise<void> {
    const lists = waiting();
    const size = sizeOf(lists, likedCount());
    change({
      phase: 'running',
      error: undefined,
      progress: NOTHING.progress,
      toRead: size.lists,
      total: size.lists + size.rows,
    });
    const userId = record()?.account?.userId;
    const source = { connection, caches, clock, userId, faulty };
    const onProgress = (progress: Progress) => change({ progress });
    await readLists(
      { lists, source, tracks: tracks(), onRows: compare, onFailed: fail, onProgress },
      signal,
    );
    change({ phase: 'done' });
  }

  /** Marks a list that could not be read; none of its songs counts as removed. */
  function fail(id: string, error: unknown): void {
    update((list) =>
      idOf(list) === id
        ? { ...list, outcome: { kind: 'not-compared', reason: reasonOf(list, error) } }
        : list,
    );
  }

  function likedCount(): number {
    return caches.open('count', 'liked').peek()?.snapshot?.rows[0] ?? 0;
  }

  async function attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted) change({ phase: 'failed', error });
    }
  }

  function resume(): void {
    if (status().phase === 'running' || !status().file) return;
    // A retry on request clears known rate limits, so that no earlier limit delays the retry.
    pace.lift();
    void attempt(async (signal) => {
      if (status().playlists.length === 0) await look(signal);
      else await read(signal);
    });
  }

  const phase = createMemo(() => status().phase);
  const state = createMemo(() => STATES[phase()]);
  const lists = createMemo(() => status().lists);
  const count = createMemo(() => {
    const { progress, total } = status();
    return { done: Math.min(total, progress.playlists + progress.tracks), total };
  });
  return {
    title: () => 'Compare a backup',
    state,
    count,
    text: createMemo(() => textOf(status())),
    timeLeft: createTimeLeft(clock, { state, count }),
    href: () => 'backup?show=compare',
    isOnScreen: () => views() > 0,
    watch() {
      setViews((before) => before + 1);
      onCleanup(() => setViews((before) => before - 1));
    },
    phase,
    error: createMemo(() => status().error),
    file: createMemo(() => status().file),
    lists,
    added: createMemo(() => newPlaylists(lists(), status().playlists)),
    costOf(kind) {
      const meant = lists().filter(({ outcome }) => outcome.kind === kind);
      return { lists: meant.length, requests: requestsOf(meant, likedCount()) };
    },
    isOfAnother: createMemo(() => {
      const [of, mine] = [status().file?.read.account, record()?.account];
      return of !== undefined && mine != null && of.accountId !== mine.accountId;
    }),
    open(file) {
      setStatus({ ...NOTHING, file });
      void attempt(look);
    },
    close,
    choose(entry, id) {
      change({ chosen: new Map(status().chosen).set(entry, id) });
      match();
      void attempt(compareCached);
    },
    start(thorough) {
      isThorough = thorough;
      resume();
    },
    resume,
    stop() {
      run.abort();
      if (phase() === 'running') change({ phase: 'stopped' });
    },
    forget: close,
  };
}
