import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { ensureAccount } from '../../../lists/ensure-account.ts';
import { type GatheredSaved, gatherSaved, SAVED_KINDS } from '../../../lists/gather-saved.ts';
import type { Progress } from '../../../lists/gather-tracks.ts';
import { openTrackCache } from '../../../lists/stored-tracks.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import { createTimeLeft, type Job, type JobState, useJobs } from '../../../services/jobs.ts';
import type { Services } from '../../../services/services.tsx';
import { spotifyOf } from '../../../services/spotify.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { sweepExportFiles, writeExportFile } from '../../../storage/export-files.ts';
import { EXPORT_FILE_LIFE_MS } from '../../../storage/keys.ts';
import type { Missing } from '../formats/format.ts';
import { download } from './download.ts';
import { gatherAll } from './gather-all.ts';
import { jobText, totalOf } from './job-words.ts';
import { type LastBackup, readLastBackup, writeLastBackup } from './last-backup.ts';
import { runAlone } from './run-alone.ts';
import {
  discardUnfinished,
  readUnfinished,
  removeUnfinished,
  writeUnfinished,
} from './unfinished-export.ts';
import { writeBackup } from './write-backup.ts';
import { type ExportRequest, writeTracks } from './write-export.ts';

/** A finished export, handed to the browser's downloads. */
export interface SavedExport {
  readonly fileName: string;
  /** Object URL of the file; revoked after some minutes. */
  readonly url: string;
  /** Size of the file in bytes. */
  readonly size: number;
  readonly asked: ExportRequest;
  /** Number of playlists whose songs are in the file, and of songs with the liked ones. */
  readonly playlists: number;
  readonly songs: number;
  readonly missing: readonly Missing[];
  /** What is saved, in a backup. */
  readonly saved: readonly GatheredSaved[];
}

/** State of the one export of tracks. */
export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly asked: ExportRequest }
  /** `error` is absent after a stop by the person or by a reload. */
  | { readonly kind: 'stopped'; readonly asked: ExportRequest; readonly error?: unknown }
  | { readonly kind: 'saved'; readonly saved: SavedExport };

/** The export of many playlists' tracks; it continues across pages of the app and can be resumed. */
export interface ExportJob extends Job {
  readonly exported: Accessor<ExportState>;
  readonly progress: Accessor<Progress>;
  /** The last backup of this account; `undefined` while unknown and where there is none. */
  readonly lastBackup: Accessor<LastBackup | undefined>;
  /** Looks in storage for an unfinished export of an earlier visit, and for the last backup. */
  readonly find: () => Promise<void>;
  readonly start: (asked: ExportRequest) => void;
  /** Resumes; playlists that have changed, according to the `snapshot_id` of these rows, are read again. */
  readonly resume: (rows?: readonly Playlist[]) => void;
  /** Deletes the unfinished export and the cached tracks of its playlists. */
  readonly discard: () => Promise<void>;
  /** Tells, as long as the component that calls it lives, that it shows the export. */
  readonly putOnScreen: () => void;
  /** Forgets the finished export, whose file is saved. */
  readonly dismiss: () => void;
}

/** Gives the export of tracks, one instance for all pages. */
export function useExportJob(): ExportJob {
  return useJobs().open(createExportJob);
}

/** State and progress of an export. */
export interface ExportStatus {
  readonly state: ExportState;
  readonly progress: Progress;
}

const NOTHING: Progress = { playlists: 0, tracks: 0 };

function createExportJob(services: Services): ExportJob {
  const { session, clock, database, name } = services;
  const { connection, caches, pace, owner } = spotifyOf(services);
  /** One signal for both, so that no reader combines a state with the progress of another run. */
  const [status, setStatus] = createSignal<ExportStatus>({
    state: { kind: 'none' },
    progress: NOTHING,
  });
  const [views, setViews] = createSignal(0);
  const [lastBackup, setLastBackup] = createSignal<LastBackup>();
  const state = () => status().state;
  const setState = (next: ExportState) => void setStatus((last) => ({ ...last, state: next }));
  const setProgress = (progress: Progress) => void setStatus((last) => ({ ...last, progress }));
  let run = new AbortController();
  /** Resolves when the previous run has ended; a new run waits for it, so that two never overlap. */
  let ended = Promise.resolve();
  /** Cache and faulty playlists of the export that started at `startedAt`. */
  let kept:
    | {
        readonly startedAt: number;
        readonly tracks: TrackCache;
        readonly faulty: Set<string>;
      }
    | undefined;

  session.subscribe(() => {
    if (session.state().kind === 'signed-out') forget();
  });
  addEventListener('online', () => {
    const current = state();
    if (current.kind === 'stopped' && isSpotifyError(current.error, 'offline')) go(current.asked);
  });

  function place() {
    const now = owner();
    // A login that is not stored on this device leaves no cache there either.
    return record()?.isKept && database && now ? { database, owner: now, clock } : undefined;
  }

  function forget(): void {
    run.abort();
    kept = undefined;
    setLastBackup(undefined);
    setState({ kind: 'none' });
  }

  function record() {
    const login = session.state();
    return login.kind === 'signed-in' ? login.record : undefined;
  }

  function keptFor({ startedAt }: ExportRequest) {
    if (kept?.startedAt !== startedAt) {
      const tracks = openTrackCache({ stored: place(), clock, startedAt });
      kept = { startedAt, tracks, faulty: new Set() };
    }
    return kept;
  }

  async function work(asked: ExportRequest, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    // Responses are cached under the account; while the account is unknown, the cache is the memory of the page.
    await ensureAccount(session, connection, signal).catch(() => undefined);
    signal.throwIfAborted();
    const here = place();
    // An export that cannot be stored only loses the resume after a reload.
    if (here) await writeUnfinished(here, asked).catch(() => undefined);
    const { tracks, faulty } = keptFor(asked);
    const account = record()?.account;
    const source = { connection, kept: tracks, userId: account?.userId, faulty };
    const { rows, missing } = await gatherAll(asked, source, signal, setProgress);
    const library: GatheredSaved[] = [];
    // The permission for the liked songs is the one for all that is saved.
    for (const kind of asked.isBackup && asked.liked !== null ? SAVED_KINDS : [])
      library.push(await gatherSaved(kind, { connection, caches, clock }, signal));
    const read = { ...asked, playlists: rows };
    const exportedAt = clock.now();
    const written = asked.isBackup
      ? writeBackup(read, tracks, missing, { account: account ?? undefined, exportedAt }, library)
      : writeTracks(read, tracks, missing, exportedAt);
    const { name: fileName, mediaType, content } = written;
    const file = await writeExportFile(content, fileName, mediaType, signal);
    signal.throwIfAborted();
    if (here) await removeUnfinished(here).catch(() => undefined);
    kept = undefined;
    const lost = missing.filter(({ isPartial }) => !isPartial).length;
    const saved: SavedExport = {
      fileName,
      url: URL.createObjectURL(file),
      size: file.size,
      asked,
      playlists: rows.length - lost,
      songs: status().progress.tracks,
      missing,
      saved: library,
    };
    if (asked.isBackup) await remember(rows, exportedAt, missing);
    show(saved);
  }

  /** Remembers a backup, for the number of playlists that change after it. */
  async function remember(
    rows: readonly Playlist[],
    savedAt: number,
    missing: readonly Missing[],
  ): Promise<void> {
    const flawed = new Set(
      missing.flatMap(({ playlist, isWithheld }) => (isWithheld ? [] : playlist.id)),
    );
    const whole = rows.filter(({ id }) => !flawed.has(id));
    const versions = new Map(whole.map(({ id, snapshotId }) => [id, snapshotId]));
    setLastBackup({ savedAt, versions });
    const here = place();
    if (here) await writeLastBackup(here, { savedAt, versions }).catch(() => undefined);
  }

  /** Starts the download of a finished file, and revokes its address after some minutes. */
  function show(saved: SavedExport): void {
    const next: ExportState = { kind: 'saved', saved };
    setState(next);
    download(saved.url, saved.fileName);
    void clock.sleep(EXPORT_FILE_LIFE_MS).then(() => {
      URL.revokeObjectURL(saved.url);
      if (state() === next) setState({ kind: 'none' });
      return sweepExportFiles(clock);
    });
  }

  function go(asked: ExportRequest): void {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    setStatus({ state: { kind: 'running', asked }, progress: NOTHING });
    ended = ended
      .then(() => runAlone(name, () => work(asked, signal)))
      .catch((error: unknown) => {
        if (!signal.aborted) setState({ kind: 'stopped', asked, error });
      });
  }

  const jobState = createMemo(() => stateOf(state()));
  const count = createMemo(() => countOf(status()));
  return {
    title: () => (requestOf(state())?.isBackup ? 'Back up' : 'Export'),
    state: jobState,
    count,
    text: createMemo(() => jobText(status())),
    timeLeft: createTimeLeft(clock, { state: jobState, count }),
    href: () => 'backup',
    isOnScreen: () => views() > 0,
    putOnScreen() {
      setViews((before) => before + 1);
      onCleanup(() => setViews((before) => before - 1));
    },
    exported: createMemo(state),
    progress: createMemo(() => status().progress),
    lastBackup,
    async find() {
      const here = place();
      if (!here) return;
      if (!lastBackup()) setLastBackup(await readLastBackup(here).catch(() => undefined));
      if (state().kind !== 'none') return;
      const asked = await readUnfinished(here).catch(() => undefined);
      if (asked && state().kind === 'none') setState({ kind: 'stopped', asked });
    },
    start: go,
    stop() {
      const current = state();
      run.abort();
      if (current.kind === 'running') setState({ kind: 'stopped', asked: current.asked });
    },
    resume(rows = []) {
      const current = state();
      if (current.kind !== 'stopped') return;
      // A retry on request clears known rate limits, so that no earlier limit delays the retry.
      pace.lift();
      const now = new Map(rows.map((row) => [row.id, row]));
      const playlists = current.asked.playlists.map((row) => now.get(row.id) ?? row);
      go({ ...current.asked, playlists });
    },
    async discard() {
      const current = state();
      const here = place();
      if (current.kind !== 'stopped') return;
      run.abort();
      kept = undefined;
      setState({ kind: 'none' });
      await ended;
      if (here) await discardUnfinished(here, current.asked).catch(() => undefined);
    },
    dismiss() {
      if (state().kind === 'saved') setState({ kind: 'none' });
    },
  };
}

function stateOf(state: ExportState): JobState {
  if (state.kind === 'stopped') return state.error === undefined ? 'stopped' : 'failed';
  if (state.kind === 'saved') return 'done';
  return state.kind === 'none' ? 'idle' : 'running';
}

function requestOf(state: ExportState): ExportRequest | undefined {
  if (state.kind === 'none') return undefined;
  return state.kind === 'saved' ? state.saved.asked : state.asked;
}

/** Counts the steps of an export: each playlist is one beside its tracks, so that empty and refused playlists count. */
function countOf({ state, progress }: ExportStatus): { done: number; total: number } {
  if (state.kind !== 'running' && state.kind !== 'stopped') return { done: 0, total: 0 };
  const { playlists, liked } = state.asked;
  const done = progress.playlists + progress.tracks;
  return { done, total: playlists.length + totalOf(playlists) + (liked ?? 0) };
}
