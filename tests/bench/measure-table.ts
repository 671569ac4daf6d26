import type { Browser, Page } from '@playwright/test';
import type { PagesHost } from '../support/pages-host.ts';
import type { BenchSpotify } from './bench-spotify.ts';
import type { InFlight } from './in-flight.ts';
import { beginLogin, inNewContext } from './log-in.ts';
import { filesOf, goToRows, type RowTimes, watchTable } from './marks.ts';
import { measureUse, type Use } from './measure-use.ts';
import { countRequests, type RequestCounts } from './requests.ts';
import { measureSecondVisit, type SecondVisit } from './second-visit.ts';
import { type Weight, weigh } from './weight.ts';

/** One way from the callback to the full table. */
export interface Measurement extends RowTimes {
  /** What Spotify was asked after the callback. */
  readonly requests: RequestCounts;
  readonly inFlight: InFlight;
}

/** What is measured of the app beside the way to the full table. */
export interface AppMeasurement extends Measurement, Weight {
  /** Every file of the site that the document of the callback asked for until the table was full. */
  readonly files: readonly string[];
  /** Where it was wanted. */
  readonly use: Use | undefined;
  readonly secondVisit: SecondVisit;
}

/** Measures the app after a login that begins on its welcome page, and a second visit after that. */
export async function measureApp(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  { total, withUse }: { readonly total: number; readonly withUse: boolean },
): Promise<AppMeasurement> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await watchTable(page, 'Playlists', total);
    const callback = await beginLogin(page, site);
    const times = await visitCallback(page, callback, spotify, total);
    // The profile and the number of liked songs come when the list is complete.
    await spotify.quiet();
    const measured = {
      ...times,
      requests: countRequests(spotify.requests, '/v1/me/playlists'),
      inFlight: spotify.mostInFlight(),
      files: await filesOf(page, times.allRowsMs),
      ...(await weigh(page)),
    };
    const use = withUse ? await measureUse(browser, page, total) : undefined;
    const secondVisit = await measureSecondVisit(context, page, site, total);
    return { ...measured, use, secondVisit };
  });
}

/** Measures only when the rows come, as of an older build that stands beside the app. */
export async function measureTimes(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  total: number,
): Promise<RowTimes> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await watchTable(page, 'Playlists', total);
    const callback = await beginLogin(page, site);
    const times = await visitCallback(page, callback, spotify, total);
    await spotify.quiet();
    return times;
  });
}

/** Measures the reference page in the same way. */
export async function measureReference(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  total: number,
): Promise<Measurement> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    // As with the app, the browser knows the site before the callback.
    await page.goto(site.url, { waitUntil: 'networkidle' });
    await page.goto('https://accounts.spotify.com/authorize?reference');
    const callback = `${site.url}callback?code=code-of-the-bench`;
    const times = await visitCallback(page, callback, spotify, total);
    return {
      ...times,
      requests: countRequests(spotify.requests, '/v1/me/playlists'),
      inFlight: spotify.mostInFlight(),
    };
  });
}

/** Lists the files of the site that its welcome page fetches. */
export async function filesOfWelcome(
  browser: Browser,
  site: PagesHost,
): Promise<readonly string[]> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    return filesOf(page);
  });
}

async function visitCallback(
  page: Page,
  callback: string,
  spotify: BenchSpotify,
  total: number,
): Promise<RowTimes> {
  spotify.reset({ playlists: total });
  return goToRows(page, callback);
}
