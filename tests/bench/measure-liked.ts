import type { Browser } from '@playwright/test';
import type { PagesHost } from '../support/pages-host.ts';
import type { BenchSpotify } from './bench-spotify.ts';
import { beginLogin, inNewContext } from './log-in.ts';
import { goToRows, watchTable } from './marks.ts';
import type { Measurement } from './measure-table.ts';
import { countRequests } from './requests.ts';
import { type Weight, weigh } from './weight.ts';

/**
 * Delay of every answer while liked songs are measured. At 50 ms the two concurrent requests that the app allows
 * itself would need 100 s for 50,000 songs, and the measurement would be of the delay alone.
 */
export const LIKED_ANSWER_MS = 2;

/** Measurement from the navigation to `/liked` to all liked songs. */
export interface LikedMeasurement extends Measurement, Weight {
  readonly total: number;
}

/** Measures the page of the liked songs with a stored login and an empty cache. */
export async function measureLiked(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  total: number,
): Promise<LikedMeasurement> {
  const library = { playlists: 50, liked: total, answerMs: LIKED_ANSWER_MS };
  return inNewContext(browser, async (context) => {
    const first = await context.newPage();
    await watchTable(first, 'Playlists', library.playlists);
    const callback = await beginLogin(first, site);
    spotify.reset(library);
    await goToRows(first, callback);
    await spotify.quiet();
    await first.close();

    const page = await context.newPage();
    await watchTable(page, 'Liked songs', total);
    spotify.reset(library);
    const times = await goToRows(page, `${site.url}liked`);
    await spotify.quiet();
    return {
      total,
      ...times,
      requests: countRequests(spotify.requests, '/v1/me/tracks'),
      inFlight: spotify.mostInFlight(),
      ...(await weigh(page)),
    };
  });
}
