import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import { ensureAccount } from '../../../lists/ensure-account.ts';
import { createTimeLeft, type Job, type JobState, useJobs } from '../../../services/jobs.ts';
import type { Services } from '../../../services/services.tsx';
import { spotifyOf } from '../../../services/spotify.ts';
import { errorText } from '../../../words/errors.ts';
import { formatNumber } from '../../../words/number.ts';
import { FIND_SONGS } from '../find-songs.ts';
import type { FileRow } from '../readers/read-file.ts';
import type { Draft } from '../restore-plan.ts';
import { keyOf } from './match-key.ts';
import { matchSongs } from './match-songs.ts';
import { type Choice, type KnownSong, readKnownSongs, writeKnownSong } from './match-store.ts';
import { type Outcome, rememberOutcomes } from './outcome.ts';

/** The search for the songs of a file that have no link, which goes on while the person looks at other pages. */
export interface MatchJob extends Job {
  /** The file that is being restored, kept while its dialog is closed. */
  readonly draft: Accessor<Draft | undefined>;
  readonly setDraft: (draft: Draft | undefined) => void;
  /** The songs that are searched for, each once. */
  readonly songs: Accessor<readonly FileRow[]>;
  readonly isKnown: (key: string) => boolean;
  readonly outcomeOf: (row: FileRow) => Outcome;
  readonly error: Accessor<unknown>;
  /** Reads what was searched for before, in this browser. */
  readonly open: () => Promise<void>;
  /** Searches for songs, as far as they are not known. */
  readonly start: (songs: readonly FileRow[]) => void;
  /** Keeps what the person chose for a song; `undefined` takes the choice back. */
  readonly choose: (row: FileRow, choice: Choice | undefined) => void;
  /** Marks that a dialog shows the job, as long as the owner that calls this lives. */
  readonly watch: () => void;
}

/** Returns the search for the songs of a file, one for all pages. */
export function useMatchJob(): MatchJob {
  return useJobs().open(createMatchJob);
}

function createMatchJob(services: Services): MatchJob {
  const { session, clock, database } = services;
  const { connection, owner, pace } = spotifyOf(services);
  const [draft, setDraft] = createSignal<Draft>();
  const [songs, setSongs] = createSignal<readonly FileRow[]>([]);
  const [known, setKnown] = createSignal<ReadonlyMap<string, KnownSong>>(new Map());
  const [state, setState] = createSignal<JobState>('idle');
  const [error, setError] = createSignal<unknown>();
  const [views, setViews] = createSignal(0);
  const outcomeOf = rememberOutcomes();
  const keys = new WeakMap<FileRow, string>();
  let run = new AbortController();

  session.subscribe(() => {
    if (session.state().kind === 'signed-out') forget();
  });

  function forget(): void {
    run.abort();
    setDraft(undefined);
    setSongs([]);
    setKnown(new Map());
    setState('idle');
  }

  function place() {
    const login = session.state();
    const isKept = login.kind === 'signed-in' && login.record.isKept;
    const now = owner();
    return isKept && database && now ? { database, owner: now, clock } : undefined;
  }

  function keyFor(row: FileRow): string {
    const key = keys.get(row) ?? keyOf(row);
    keys.set(row, key);
    return key;
  }

  function keep(song: KnownSong): void {
    setKnown((before) => new Map(before).set(song.key, song));
    const stored = place();
    // What is not stored is searched for again after a reload.
    if (stored) writeKnownSong(stored, song).catch(() => undefined);
  }

  async function search(wanted: readonly FileRow[]): Promise<void> {
    if (state() === 'running') return;
    run = new AbortController();
    const { signal } = run;
    // Only a retry clears known limits; a new search keeps to them.
    if (error() !== undefined) pace.lift();
    setError(undefined);
    setState('running');
    try {
      const isKnown = (key: string) => known().has(key);
      await matchSongs(wanted, { connection, clock, isKnown, onFound: keep }, signal);
      setState('done');
    } catch (thrown) {
      if (signal.aborted) return;
      setError(() => thrown);
      setState('failed');
    }
  }

  const count = createMemo(() => {
    const all = songs();
    const done = all.filter((song) => known().has(keyFor(song))).length;
    return { done, total: all.length };
  });

  return {
    title: () => FIND_SONGS,
    state,
    count,
    text() {
      if (state() === 'failed') return errorText(error());
      const { done, total } = count();
      return `${formatNumber(done)} of ${formatNumber(total)} songs searched`;
    },
    timeLeft: createTimeLeft(clock, { state, count }),
    href: () => 'backup',
    isOnScreen: () => views() > 0,
    stop() {
      run.abort();
      if (state() === 'running') setState('stopped');
    },
    resume: () => void search(songs()),
    forget,
    draft,
    setDraft(next) {
      setDraft(() => next);
      if (next) return;
      run.abort();
      setSongs([]);
      setState('idle');
    },
    songs,
    isKnown: (key) => known().has(key),
    outcomeOf: (row) => outcomeOf(row, known().get(keyFor(row))),
    error,
    async open() {
      await ensureAccount(session, connection, new AbortController().signal);
      const stored = place();
      const found = stored ? await readKnownSongs(stored) : [];
      setKnown((before) => new Map([...found.map((song) => [song.key, song] as const), ...before]));
    },
    start(wanted) {
      setSongs(wanted);
      void search(wanted);
    },
    choose(row, choice) {
      const key = keyFor(row);
      const { choice: _, ...song } = known().get(key) ?? { key, hits: [] };
      keep(choice === undefined ? song : { ...song, choice });
    },
    watch() {
      setViews((before) => before + 1);
      onCleanup(() => setViews((before) => before - 1));
    },
  };
}
