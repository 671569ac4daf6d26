import type { Browser, Page } from '@playwright/test';
import { followLayoutShifts, layoutShifts } from '../e2e/app/layout-shifts.ts';
import { openPage, startBrowser, type View } from '../screenshots/camera.ts';
import { PROJECT } from '../support/build-site.ts';
import {
  FEWEST_ROWS,
  type MeasuredWindow,
  measureLayout,
  openView,
  tabsToFirstRow,
  VIEWS,
  WINDOWS,
} from '../support/layout-measures.ts';
import { startPagesHost } from '../support/pages-host.ts';
import { countClicks, JOBS } from './jobs.ts';

/** Width at which no page may scroll sideways, in px. */
const NARROWEST = 320;

/** The pages that are measured for it. */
const PATHS = [
  ...['/playlists', '/songs', '/liked', '/saved/albums', '/backup', '/tidy', '/changes'],
  ...['/flow', '/lab', '/api', '/privacy'],
];

/** Says whether a value keeps its limit. */
type Tell = (name: string, value: number, limit: { most: number } | { least: number }) => void;

/** Prints the measures of the design from the demo of the production build; gives the exit code. */
export async function main(): Promise<number> {
  const site = await startPagesHost(`${PROJECT}dist`, '/');
  const browser = await startBrowser();
  let missed = 0;
  const tell: Tell = (name, value, limit) => {
    const isMet = 'most' in limit ? value <= limit.most : value >= limit.least;
    const bound = 'most' in limit ? `at most ${limit.most}` : `at least ${limit.least}`;
    console.log(`${isMet ? 'ok ' : 'NOT'}  ${name}: ${value} (${bound})`);
    if (!isMet) missed += 1;
  };
  try {
    for (const window of WINDOWS) {
      const view = { origin: site.origin, theme: 'light', density: 1, ...window } as const;
      const page = await enterDemo(browser, view);
      await measureViews(page, window, tell);
      await page.setViewportSize({ width: NARROWEST, height: window.height });
      await measureSideways(page, tell);
      await page.context().close();
      // Each in a demo of its own, where no other job runs.
      for (const job of JOBS) {
        const place = await enterDemo(browser, view);
        tell(`${job.name}, ${window.width} px: clicks`, await countClicks(place, job), job);
        await place.context().close();
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return missed > 0 ? 1 : 0;
}

async function measureViews(page: Page, { width }: MeasuredWindow, tell: Tell): Promise<void> {
  for (const view of VIEWS) {
    const name = `${view.name}, ${width} px`;
    await openView(page, view);
    const { firstRow, rowsInView, gaps, cutTexts } = await measureLayout(page);
    tell(`${name}: first row`, firstRow, { most: view.firstRowLimits[width] });
    const kinds = gaps.map((group) => new Set(group).size);
    tell(`${name}: different gaps in a group of controls`, Math.max(...kinds), { most: 1 });
    tell(`${name}: cut texts without title`, cutTexts.length, { most: 0 });
    if (view.path === '/playlists') {
      tell(`${name}: rows in view`, rowsInView, { least: FEWEST_ROWS[width] });
      tell(`${name}: Tabs to the first row`, await tabsToFirstRow(page), { most: 3 });
    }
    tell(`${name}: layout shifts`, (await layoutShifts(page)).length, { most: 0 });
  }
}

async function measureSideways(page: Page, tell: Tell): Promise<void> {
  for (const path of PATHS) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { sideways } = await measureLayout(page);
    tell(`${path}, ${NARROWEST} px: wider than the window by`, sideways, { most: 0 });
  }
}

async function enterDemo(browser: Browser, view: View): Promise<Page> {
  const page = await openPage(browser, view);
  await followLayoutShifts(page.context());
  await page.clock.resume();
  await page.goto('/');
  await page.getByRole('link', { name: 'Try the demo' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await page.getByText('140 playlists').first().waitFor();
  return page;
}
