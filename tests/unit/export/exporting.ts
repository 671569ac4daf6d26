import type { LibraryLists } from '../../../src/demo/music/data.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import type { Playlist } from '../../../src/library/types.ts';
import type { TrackSource } from '../../../src/lists/fetch-tracks.ts';
import { gatherTracks, type Progress } from '../../../src/lists/gather-tracks.ts';
import { openTrackCache } from '../../../src/lists/stored-tracks.ts';
import type { TrackCache } from '../../../src/lists/track-cache.ts';
import { playlistPages } from '../../../src/spotify/playlists.ts';
import { type Browser, openBrowser } from '../../support/unit/browser.ts';
import type { useNetwork } from '../../support/unit/network.ts';
import { openConnection } from '../../support/unit/playlist-list.ts';
import { logIn, simulateSpotify } from '../../support/unit/spotify.ts';
import { hurry } from '../../support/unit/test-clock.ts';

/** A person who exports what is in their playlists. */
export interface Exporting {
  readonly browser: Browser;
  readonly spotify: SimulatedSpotify;
  readonly playlists: readonly Playlist[];
  readonly kept: TrackCache;
  readonly source: TrackSource;
  /** How often the progress was told, and the last one. */
  readonly told: Progress[];
  /** Gathers the tracks of these playlists; of all where none are given. */
  gather(playlists?: readonly Playlist[], signal?: AbortSignal): ReturnType<typeof gatherTracks>;
  /** Lets requests out again after a limit, as a person does who tries. */
  lift(): void;
  /** Addresses of the pages of tracks that were asked for, in order. */
  pages(): readonly string[];
}

/** Logs in at a simulated Spotify that holds this library, and reads its list. */
export async function exporting(
  network: ReturnType<typeof useNetwork>,
  library: LibraryLists,
): Promise<Exporting> {
  const browser = openBrowser();
  const spotify = simulateSpotify(network, browser, { library });
  const tab = browser.openTab();
  await logIn(tab);
  const connection = openConnection({ fetch: tab.session.fetch, clock: browser.clock });
  const never = new AbortController().signal;
  const playlists: Playlist[] = [];
  for await (const page of playlistPages(connection)([], never)) playlists.push(...page.rows);
  const startedAt = browser.clock.now();
  const kept = openTrackCache({ stored: undefined, clock: browser.clock, startedAt });
  const faulty = new Set<string>();
  const told: Progress[] = [];
  const source = { connection, kept, userId: library.user.id, faulty };
  return {
    browser,
    spotify,
    playlists,
    kept,
    source,
    told,
    async gather(wanted = playlists, signal = never) {
      const work = gatherTracks(wanted, source, signal, (progress) => told.push(progress));
      await hurry(browser.clock, work);
      return work;
    },
    lift: () => connection.pace.lift(),
    pages: () =>
      spotify.requests.filter(({ step }) => step === 'items').map((request) => request.url),
  };
}
