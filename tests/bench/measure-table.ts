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

/** One measurement from the callback to the complete table. */
export interface Measurement extends RowTimes {
  /** Requests to Spotify after the callback. */
  readonly requests: RequestCounts;
  readonly inFlight: InFlight;
}

/** Further measurements of the app, beside the times to the complete table. */
export interface AppMeasurement extends Measurement, Weight {
  /** Every file of the site requested by the document of the callback until the table was complete. */
  readonly files: readonly string[];
  /** Only where requested. */
  readonly use: Use | undefined;
  readonly secondVisit: SecondVisit;
}

/** Measures the app after a login from its welcome page, and a second visit after that. */
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
    // The profile and the number of liked songs are requested once the list is complete.
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

/** Measures only the times of the rows, for an older build beside the app. */
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
    // As with the app, the browser has cached the site before the callback.
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
