import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js';
import type { Song } from '../../library/song.ts';
import type { Playlist } from '../../library/types.ts';
import type { Collection, Phase } from '../../lists/collection.ts';
import { ensureAccount } from '../../lists/ensure-account.ts';
import { gatherLiked, LIKED_ID } from '../../lists/gather-liked.ts';
import { type Failed, gatherTracks, type Progress } from '../../lists/gather-tracks.ts';
import {
  addingTo,
  likedOf,
  planReading,
  readCachedLiked,
  readCachedSongs,
  requestsFor,
} from '../../lists/read-songs.ts';
import { makeSongIndex } from '../../lists/song-index.ts';
import { openTrackCache } from '../../lists/stored-tracks.ts';
import type { TrackCache } from '../../lists/track-cache.ts';
import { isSpotifyError } from '../../spotify/errors.ts';
import { createTimeLeft, type Job, useJobs } from '../jobs.ts';
import type { Services } from '../services.tsx';
import { spotifyOf } from '../spotify.ts';
import { keepVersions, likedRequests, listPlaylists } from './cached-lists.ts';
import { runInOneTab } from './one-tab.ts';
import { NOTHING, STATES, type Status, textOf, throttle, type Unread } from './status.ts';

/** Shortest time between two updates of the rows while playlists arrive, in ms. */
const SHOW_EVERY_MS = 1_000;

/** Time between two updates of the progress, in ms: to draw it takes longer than to take in an answer. */
const REPORT_EVERY_MS = 250;

/** The updates of the rows take at most one part in so many of the time, however many songs there are. */
const SHOW_SHARE = 20;

/** All songs of the library, read once and kept as long as the caches. */
export interface SongIndexJob extends Job {
  readonly songs: Accessor<readonly Song[]>;
  /** The songs as the list of a table. */
  readonly collection: Collection<Song>;
  /** What is still to be read; `undefined` until the caches were read. */
  readonly unread: Accessor<Unread | undefined>;
  /** Playlists whose songs Spotify withholds. */
  readonly withheld: Accessor<readonly Playlist[]>;
  /** Playlists that could not be read, and the errors. */
  readonly failed: Accessor<readonly Failed[]>;
  /** Reads all playlists that are not cached, and the liked songs. */
  readonly start: () => void;
  /** Marks that a page shows the job, as long as the owner that calls this lives. */
  readonly watch: () => void;
}

/** Returns the index of all songs, one for all pages. */
export function useSongIndex(): SongIndexJob {
  return useJobs().open(createSongIndexJob);
}

function createSongIndexJob(services: Services): SongIndexJob {
  const { session, clock, database, name } = services;
  const { connection, caches, owner, pace } = spotifyOf(services);
  const [status, setStatus] = createSignal<Status>(NOTHING);
  const change = (next: Partial<Status>) => void setStatus((last) => ({ ...last, ...next }));
  const report = throttle(clock, REPORT_EVERY_MS, (progress: Progress) => change({ progress }));
  const [views, setViews] = createSignal(0);
  let run = new AbortController();
  let index = makeSongIndex();
  let hasLiked = false;
  /** Whether the cached liked songs are to be checked, which takes a request. */
  let isLikedStale = false;
  /** Keeps what storage does not take, as long as the page lives. */
  let kept: TrackCache | undefined;
  const faulty = new Set<string>();
  let showAt = 0;
  /** Resolves when the previous reading has ended; the next one waits for it, so that two never overlap. */
  let ended: Promise<unknown> = Promise.resolve();

  session.subscribe(() => {
    if (session.state().kind === 'signed-out') forget();
  });

  addEventListener('online', () => {
    if (phase() === 'failed' && isSpotifyError(status().error, 'offline')) resume();
  });

  function forget(): void {
    run.abort();
    index = makeSongIndex();
    hasLiked = false;
    kept = undefined;
    setStatus(NOTHING);
  }

  function record() {
    const login = session.state();
    return login.kind === 'signed-in' ? login.record : undefined;
  }

  function place() {
    const now = owner();
    return record()?.isKept && database && now ? { database, owner: now, clock } : undefined;
  }

  function tracks(): TrackCache {
    kept ??= openTrackCache({ stored: place(), clock, startedAt: 0 });
    return kept;
  }

  function show(): void {
    const began = clock.now();
    change({ songs: index.songs() });
    const now = clock.now();
    showAt = now + Math.max(SHOW_EVERY_MS, SHOW_SHARE * (now - began));
  }

  /** Keeps what is known of the playlists for their table, which shows it on its next visit. */
  function keepFacts(): void {
    const rows = index.facts();
    if (rows.length > 0)
      caches.open('facts', 'all').write({ rows, savedAt: clock.now(), version: null });
  }

  /** Fills the index from the caches, and finds what is missing; all of it where playlists changed since. */
  async function readCaches(playlists: readonly Playlist[], signal: AbortSignal): Promise<Unread> {
    const { readable, withheld } = planReading(playlists, record()?.account?.userId);
    const next = makeSongIndex(readable);
    const { unread, refused } = await readCachedSongs(readable, next, tracks(), signal);
    if (!isLikedStale) {
      const here = place();
      const liked = here && (await readCachedLiked(here, LIKED_ID).catch(() => undefined));
      if (liked) next.addLiked(liked);
      else if (hasLiked) next.addLiked(likedOf(index));
      hasLiked ||= liked !== undefined;
    }
    signal.throwIfAborted();
    index = next;
    const missing = {
      playlists: unread,
      isLiked: !hasLiked,
      requests: requestsFor(unread) + (hasLiked ? 0 : await likedRequests(services)),
    };
    change({
      unread: missing,
      withheld: [...withheld, ...refused],
      savedAt: unread.length === 0 && hasLiked ? clock.now() : status().savedAt,
    });
    show();
    return missing;
  }

  async function open(): Promise<void> {
    if (status().phase !== 'idle' || status().unread) return;
    await attempt('idle', async (signal) => {
      await ensureAccount(session, connection, signal);
      const missing = await readCaches(await listPlaylists(services, 'any', signal), signal);
      keepFacts();
      change({ phase: missing.requests === 0 ? 'complete' : 'idle' });
    });
  }

  function readAll(isForced: boolean): void {
    const before = ended;
    ended = attempt('loading', async (signal) => {
      await before;
      signal.throwIfAborted();
      const onWait = () => change({ isElsewhere: true });
      await runInOneTab({ name: `${name}:songs`, signal, onWait }, () => read(isForced, signal));
    });
  }

  /** Reads what the caches lack; after another tab has read all, that is nothing. */
  async function read(isForced: boolean, signal: AbortSignal): Promise<void> {
    change({ isElsewhere: false });
    await ensureAccount(session, connection, signal);
    isLikedStale = isForced;
    if (isForced) hasLiked = false;
    const playlists = await listPlaylists(services, 'fresh', signal);
    const missing = await readCaches(playlists, signal);
    const rows = missing.playlists.reduce((sum, { tracksTotal }) => sum + (tracksTotal ?? 0), 0);
    const total = rows + missing.playlists.length;
    change({ total, tracks: rows, progress: NOTHING.progress });
    const source = {
      connection,
      kept: addingTo(index, tracks(), showSoon),
      userId: record()?.account?.userId,
      faulty,
    };
    const gathered = await gatherTracks(missing.playlists, source, signal, report);
    const before = new Set(missing.playlists);
    keepVersions(
      services,
      gathered.playlists.filter((playlist) => !before.has(playlist)),
    );
    const failed = [...gathered.failed];
    if (missing.isLiked) {
      const liked = await gatherLiked(source, signal, () => undefined);
      failed.push(...liked.failed);
      hasLiked = true;
      isLikedStale = false;
    }
    keepFacts();
    const isRefusal = ({ error }: Failed) => isSpotifyError(error, 'forbidden', 'not-found');
    const refused = failed.filter(isRefusal).map(({ playlist }) => playlist);
    report.flush();
    // First, since the job says the number of songs the moment it is done.
    show();
    change({
      phase: 'complete',
      savedAt: clock.now(),
      failed: failed.filter((each) => !isRefusal(each)),
      withheld: [...status().withheld, ...refused],
      unread: { playlists: [], isLiked: false, requests: 0 },
    });
  }

  function showSoon(): void {
    if (clock.now() >= showAt) show();
  }

  async function attempt(phase: Phase | 'idle', work: (signal: AbortSignal) => Promise<void>) {
    run.abort();
    run = new AbortController();
    const { signal } = run;
    change({ phase, error: undefined, isElsewhere: false });
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      keepFacts();
      report.flush();
      show();
      change({ phase: 'failed', error });
    }
  }

  function stop(): void {
    run.abort();
    if (status().phase !== 'loading') return;
    keepFacts();
    report.flush();
    show();
    change({ phase: 'stopped', isElsewhere: false });
  }

  function resume(): void {
    if (status().phase === 'loading') return;
    // A retry on request clears known rate limits, so that no earlier limit delays the retry.
    pace.lift();
    readAll(false);
  }

  const phase = createMemo(() => status().phase);
  const state = createMemo(() => STATES[phase()]);
  const songs = createMemo(() => status().songs);
  const count = createMemo(() => {
    const { progress, total } = status();
    return { done: progress.playlists + progress.tracks, total };
  });
  const savedAt = createMemo(() => status().savedAt);
  return {
    title: () => 'Read playlists',
    state,
    count,
    text: createMemo(() => textOf(status())),
    timeLeft: createTimeLeft(clock, { state, count }),
    href: () => 'songs',
    isOnScreen: () => views() > 0,
    watch() {
      setViews((before) => before + 1);
      onCleanup(() => setViews((before) => before - 1));
    },
    stop,
    resume,
    start: resume,
    songs,
    unread: createMemo(() => status().unread),
    withheld: createMemo(() => status().withheld),
    failed: createMemo(() => status().failed),
    collection: {
      rows: songs,
      // While playlists are read their rows are counted, of which several can be one song.
      loaded: createMemo(() => (phase() === 'loading' ? status().progress.tracks : songs().length)),
      expected: createMemo(() =>
        phase() === 'loading' && status().total > 0 ? status().tracks : undefined,
      ),
      phase: createMemo(() => {
        const now = phase();
        // Before the first reading nothing loads; the page says what it costs.
        return now === 'idle' ? (status().unread ? 'stopped' : 'loading') : now;
      }),
      error: createMemo(() => status().error),
      savedAt,
      isUnsteady: () => false,
      open,
      openCached: open,
      load: async () => resume(),
      refresh: async () => readAll(true),
      stop,
    },
  };
}
