import { type Accessor, createMemo, createSignal } from 'solid-js';
import type { Playlist } from '../../../library/types.ts';
import { FlawedListError } from '../../../lists/flaw.ts';
import { type Job, useJobs } from '../../../services/jobs.ts';
import type { Services } from '../../../services/services.tsx';
import { spotifyOf } from '../../../services/spotify.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { sweepExportFiles, writeExportFile } from '../../../storage/export-files.ts';
import { EXPORT_FILE_LIFE_MS } from '../../../storage/keys.ts';
import { exportReason } from '../../../words/flaw.ts';
import type { Missing } from '../formats/format.ts';
import { download } from './download.ts';
import { gatherTracks, type Progress } from './gather-tracks.ts';
import { openTrackCache } from './stored-tracks.ts';
import type { TrackCache } from './track-cache.ts';
import {
  discardUnfinished,
  readUnfinished,
  removeUnfinished,
  writeUnfinished,
} from './unfinished-export.ts';
import { type ExportRequest, writeTracks } from './write-export.ts';

/** A finished export, on its way into the downloads. */
export interface SavedExport {
  readonly fileName: string;
  /** Leads to the file for some minutes. */
  readonly url: string;
  readonly missing: readonly Missing[];
}

/** What the one export of a person's tracks is doing. */
export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly asked: ExportRequest }
  /** Without an error where a person stopped it, or a reload did. */
  | { readonly kind: 'stopped'; readonly asked: ExportRequest; readonly error?: unknown }
  | { readonly kind: 'saved'; readonly saved: SavedExport };

/** The export of many playlists' tracks, which goes on from page to page and can be resumed. */
export interface ExportJob extends Job {
  readonly state: Accessor<ExportState>;
  readonly progress: Accessor<Progress>;
  /** Looks for an unfinished export of an earlier visit. */
  readonly find: () => Promise<void>;
  readonly start: (asked: ExportRequest) => void;
  /** Continues; playlists that have changed since, as these rows tell, are exported as they are now. */
  readonly resume: (rows?: readonly Playlist[]) => void;
  /** Removes what is unfinished and what came for it. */
  readonly discard: () => Promise<void>;
}

/** Signals that an export runs in another tab; one at a time is enough for Spotify. */
export class ExportElsewhereError extends Error {
  override readonly name = 'ExportElsewhereError';
}

/** Gives the export of tracks, one for all pages. */
export function useExportJob(): ExportJob {
  return useJobs().open(createExportJob);
}

/** The state of the export and how far it has come. */
interface ExportStatus {
  readonly state: ExportState;
  readonly progress: Progress;
}

const NOTHING: Progress = { playlists: 0, tracks: 0 };

function createExportJob(services: Services): ExportJob {
  const { session, clock, database, name } = services;
  const { connection, pace, owner } = spotifyOf(services);
  /** One signal, so that no reader sees the progress of another run. */
  const [status, setStatus] = createSignal<ExportStatus>({
    state: { kind: 'none' },
    progress: NOTHING,
  });
  const state = () => status().state;
  const setState = (next: ExportState) => void setStatus((last) => ({ ...last, state: next }));
  const setProgress = (progress: Progress) => void setStatus((last) => ({ ...last, progress }));
  let run = new AbortController();
  /** Resolves when the last run is through; a new one waits, so that the two do not meet. */
  let ended = Promise.resolve();
  /** What is kept for the export that began at this time. */
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
    // What comes with a login that is not kept on this device is not kept there either.
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
    // What cannot be stored is only lost with the page.
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
      // The person wants to try: nothing that was known before holds it up.
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

/** Counts each playlist as one step beside its tracks, so that empty ones and refusals count too. */
function countOf({ state, progress }: ExportStatus): { done: number; total: number } {
  if (state.kind !== 'running' && state.kind !== 'stopped') return { done: 0, total: 0 };
  const { playlists } = state.asked;
  const done = progress.playlists + progress.tracks;
  return { done, total: playlists.length + totalOf(playlists) };
}

/** Gives the number of tracks that playlists have by their rows. */
export function totalOf(playlists: readonly Playlist[]): number {
  return playlists.reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0);
}

/** Does something while no other tab does the same. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  // Old browsers have no locks, and a demo that lives in one page.
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return work();
  await locks.request(`${name}:export`, { ifAvailable: true }, (lock) => {
    if (!lock) throw new ExportElsewhereError();
    return work();
  });
}
