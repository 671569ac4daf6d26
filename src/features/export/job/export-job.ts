import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { gatherTracks, type Progress } from '../../../lists/gather-tracks.ts';
import { openTrackCache } from '../../../lists/stored-tracks.ts';
import type { TrackCache } from '../../../lists/track-cache.ts';
import { type Job, useJobs } from '../../../services/jobs.ts';
import type { Services } from '../../../services/services.tsx';
import { spotifyOf } from '../../../services/spotify.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { sweepExportFiles, writeExportFile } from '../../../storage/export-files.ts';
import { EXPORT_FILE_LIFE_MS } from '../../../storage/keys.ts';
import { exportReason } from '../../../words/flaw.ts';
import type { Missing } from '../formats/format.ts';
import { download } from './download.ts';
import {
  discardUnfinished,
  readUnfinished,
  removeUnfinished,
  writeUnfinished,
} from './unfinished-export.ts';
import { type ExportRequest, writeTracks } from './write-export.ts';

/** A finished export, handed to the browser's downloads. */
export interface SavedExport {
  readonly fileName: string;
  /** Object URL of the file; revoked after some minutes. */
  readonly url: string;
  readonly missing: readonly Missing[];
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
  readonly state: Accessor<ExportState>;
  readonly progress: Accessor<Progress>;
  /** Looks in storage for an unfinished export of an earlier visit. */
  readonly find: () => Promise<void>;
  readonly start: (asked: ExportRequest) => void;
  /** Resumes; playlists that have changed, according to the `snapshot_id` of these rows, are read again. */
  readonly resume: (rows?: readonly Playlist[]) => void;
  /** Deletes the unfinished export and the cached tracks of its playlists. */
  readonly discard: () => Promise<void>;
}

/** Signals that an export runs in another tab: one at a time, because all tabs share one rate limit. */
export class ExportElsewhereError extends Error {
  override readonly name = 'ExportElsewhereError';
}

/** Gives the export of tracks, one instance for all pages. */
export function useExportJob(): ExportJob {
  return useJobs().open(createExportJob);
}

/** State and progress of an export. */
interface ExportStatus {
  readonly state: ExportState;
  readonly progress: Progress;
}

const NOTHING: Progress = { playlists: 0, tracks: 0 };

function createExportJob(services: Services): ExportJob {
  const { session, clock, database, name } = services;
  const { connection, pace, owner } = spotifyOf(services);
  /** One signal for both, so that no reader combines a state with the progress of another run. */
  const [status, setStatus] = createSignal<ExportStatus>({
    state: { kind: 'none' },
    progress: NOTHING,
  });
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
    const login = session.state();
    // A login that is not stored on this device leaves no cache there either.
    const isKept = login.kind === 'signed-in' && login.record.isKept;
    return isKept && database && now ? { database, owner: now, clock } : undefined;
  }

  function forget(): void {
    run.abort();
    kept = undefined;
    setState({ kind: 'none' });
  }

  function userId(): string | undefined {
    const login = session.state();
    return login.kind === 'signed-in' ? login.record.account?.userId : undefined;
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
    const here = place();
    // An export that cannot be stored only loses the resume after a reload.
    if (here) await writeUnfinished(here, asked).catch(() => undefined);
    const { tracks, faulty } = keptFor(asked);
    const source = { connection, kept: tracks, userId: userId(), faulty };
    const { playlists, failed } = await gatherTracks(asked.playlists, source, signal, setProgress);
    const missing = failed.map(({ playlist, error }) => ({
      playlist,
      reason: exportReason(error),
      isPartial: error instanceof FlawedListError,
    }));
    const read = { ...asked, playlists };
    const { name: fileName, mediaType, content } = writeTracks(read, tracks, missing, clock.now());
    const file = await writeExportFile(content, fileName, mediaType, signal);
    signal.throwIfAborted();
    if (here) await removeUnfinished(here).catch(() => undefined);
    kept = undefined;
    const url = URL.createObjectURL(file);
    const saved: ExportState = { kind: 'saved', saved: { fileName, url, missing } };
    setState(saved);
    download(url, fileName);
    void clock.sleep(EXPORT_FILE_LIFE_MS).then(() => {
      URL.revokeObjectURL(url);
      if (state() === saved) setState({ kind: 'none' });
      return sweepExportFiles(clock);
    });
  }

  function go(asked: ExportRequest): void {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    setStatus({ state: { kind: 'running', asked }, progress: NOTHING });
    ended = ended
      .then(() => alone(name, () => work(asked, signal)))
      .catch((error: unknown) => {
        if (!signal.aborted) setState({ kind: 'stopped', asked, error });
      });
  }

  return {
    title: 'Export',
    state: createMemo(state),
    progress: createMemo(() => status().progress),
    count: createMemo(() => countOf(status())),
    async find() {
      const here = place();
      if (state().kind !== 'none' || !here) return;
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
      forget();
      await ended;
      if (here) await discardUnfinished(here, current.asked).catch(() => undefined);
    },
  };
}

/** Counts the steps of an export: each playlist is one beside its tracks, so that empty and refused playlists count. */
function countOf({ state, progress }: ExportStatus): { done: number; total: number } {
  if (state.kind !== 'running' && state.kind !== 'stopped') return { done: 0, total: 0 };
  const { playlists } = state.asked;
  const done = progress.playlists + progress.tracks;
  return { done, total: playlists.length + totalOf(playlists) };
}

/** Adds up the track counts of playlist rows. */
export function totalOf(playlists: readonly Playlist[]): number {
  return playlists.reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0);
}

/** Runs a function under a Web Lock, so that only one tab runs it at a time. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  // Old browsers have no Web Locks; a demo in memory has one page only.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  await locks.request(`${name}:export`, { ifAvailable: true }, (lock) => {
    if (!lock) throw new ExportElsewhereError();
    return work();
  });
}
