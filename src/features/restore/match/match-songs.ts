import type { Clock } from '../../../clock.ts';
import { matchSong } from '../../../library/match-score.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import type { PacedConnection } from '../../../spotify/http.ts';
import { searchSongs } from '../../../spotify/search.ts';
import type { FileRow } from '../readers/read-file.ts';
import { distinctSongs, keyOf, queriesOf } from './match-key.ts';

/** What Spotify has answered for a song without a link. */
export interface Found {
  readonly key: string;
  readonly hits: readonly PlaylistItem[];
  /** Whether Spotify refused the query, which says nothing about the song. */
  readonly isRefused?: true;
}

/** Pause before each search, in ms: searches are what Spotify limits most. */
export const SEARCH_GAP_MS = 300;

/** What a search for songs needs. */
export interface MatchDependencies {
  readonly connection: PacedConnection;
  readonly clock: Clock;
  /** Whether a song is known already. */
  readonly isKnown: (key: string) => boolean;
  /** Keeps an answer. */
  readonly onFound: (found: Found) => void;
}

/**
 * Searches for the songs that are not known yet, one after another: by ISRC, then by title and artist. What Spotify
 * does not answer is no result: a limit, a lost network or a fault ends the search. @throws whatever a request throws,
 * but for a refused query; the signal's reason.
 */
export async function matchSongs(
  rows: readonly FileRow[],
  { connection, clock, isKnown, onFound }: MatchDependencies,
  signal: AbortSignal,
): Promise<void> {
  /** Gives the hits; `undefined` where Spotify refuses the query itself. */
  async function ask(query: string): Promise<readonly PlaylistItem[] | undefined> {
    await clock.sleep(SEARCH_GAP_MS, signal);
    try {
      return await searchSongs(connection, query, signal);
    } catch (error) {
      if (isSpotifyError(error, 'unexpected-answer') && error.code === 'status_400')
        return undefined;
      throw error;
    }
  }

  async function answerFor(row: FileRow): Promise<Omit<Found, 'key'>> {
    const hits: PlaylistItem[] = [];
    let isRefused = false;
    for (const query of queriesOf(row)) {
      const found = await ask(query);
      if (found) hits.push(...found);
      else isRefused = true;
      const { verdict } = matchSong(row, hits);
      // What a code finds and the words deny is searched for by the words, too.
      const isGoodEnough = verdict === 'review' && !query.startsWith('isrc:');
      if (verdict === 'automatic' || isGoodEnough) break;
    }
    return isRefused && hits.length === 0 ? { hits, isRefused } : { hits };
  }

  for (const row of rows) {
    const key = keyOf(row);
    if (!isKnown(key)) onFound({ key, ...(await answerFor(row)) });
  }
}

/** Least and most requests that a search for songs takes. */
export interface MatchCost {
  readonly least: number;
  readonly most: number;
}

/** Counts the requests for the songs that are not known yet. */
export function costOf(rows: readonly FileRow[], isKnown: (key: string) => boolean): MatchCost {
  const queries = distinctSongs(rows)
    .filter((row) => !isKnown(keyOf(row)))
    .map((row) => queriesOf(row).length);
  return { least: queries.length, most: queries.reduce((sum, count) => sum + count, 0) };
}
