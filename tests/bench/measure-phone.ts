import type { Browser, Page } from '@playwright/test';
import type { PagesHost } from '../support/pages-host.ts';
import type { BenchSpotify } from './bench-spotify.ts';
import { beginLogin, inNewContext } from './log-in.ts';
import { goToRows, type RowTimes, watchTable } from './marks.ts';
import type { Stage } from './stage.ts';

/** Rows of the list that the slow phone loads. */
export const PHONE_TOTAL = 1_000;

/** Delay of every answer, in ms, as on a mobile network. */
export const PHONE_ANSWER_MS = 150;

/** CPU throttling factor. */
const SLOWER = 6;

/** Measurements from the callback to the complete table on a slow phone. */
export interface PhoneSeries {
  readonly app: readonly RowTimes[];
  readonly older: readonly RowTimes[];
  readonly reference: readonly RowTimes[];
}

/** Measures the builds and the reference page in turn with CPU throttling and a slow network. */
export async function measurePhone(stage: Stage, runs: number): Promise<PhoneSeries> {
  const { browser, spotify } = stage;
  const series = { app: [] as RowTimes[], older: [] as RowTimes[], reference: [] as RowTimes[] };
  const subjects = [
    { times: series.app, measure: () => onPhone(browser, stage.app, spotify, beginLogin) },
    { times: series.reference, measure: () => onPhone(browser, stage.reference, spotify, toStart) },
  ];
  const { older } = stage;
  if (older)
    subjects.push({
      times: series.older,
      measure: () => onPhone(browser, older, spotify, beginLogin),
    });
  for (let run = 0; run < runs; run += 1) {
    for (const index of subjects.keys()) {
      // The order alternates between runs, so that no subject always has the warmer computer.
      const subject = subjects[(index + run) % subjects.length];
      subject?.times.push(await subject.measure());
    }
  }
  return series;
}

function onPhone(
  browser: Browser,
  site: PagesHost,
  spotify: BenchSpotify,
  comeToCallback: (page: Page, site: PagesHost) => Promise<string>,
): Promise<RowTimes> {
  return inNewContext(browser, async (context) => {
    const page = await context.newPage();
    await watchTable(page, 'Playlists', PHONE_TOTAL);
    const callback = await comeToCallback(page, site);
    spotify.reset({ playlists: PHONE_TOTAL, answerMs: PHONE_ANSWER_MS });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return goToRows(page, callback);
  });
}

/** As with the app, the browser has cached the site before the callback. */
async function toStart(page: Page, site: PagesHost): Promise<string> {
  await page.goto(site.url, { waitUntil: 'networkidle' });
  await page.goto('https://accounts.spotify.com/authorize?reference');
  return `${site.url}callback?code=code-of-the-bench`;
}
