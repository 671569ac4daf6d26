import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { QUIET_FLAGS, resolvingTo } from '../support/browser-flags.ts';
import { findBrowser } from '../support/find-browser.ts';
import { type PagesHost, startPagesHost } from '../support/pages-host.ts';
import { type BenchSpotify, startBenchSpotify } from './bench-spotify.ts';
import { codeSize, demoFiles } from './code-size.ts';
import { filesOfWelcome, type Measurement, measureApp, measureReference } from './measure.ts';
import { printReport, type Series } from './report.ts';
import { isVoid } from './statistics.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, '../../dist');

interface Stage {
  readonly browser: Browser;
  readonly spotify: BenchSpotify;
  readonly app: PagesHost;
  readonly reference: PagesHost;
}

/** Measures the production build against the reference page, prints a table, and gives the exit code. */
export async function main(commandLine: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      counts: { type: 'string', default: '100,1000' },
      runs: { type: 'string', default: '7' },
    },
  });
  const counts = values.counts.split(',').map(Number);
  try {
    await onStage(async (stage) => {
      // The first pages of a new browser are slower than all others, and count for neither.
      await measureBoth(stage, 50, true);
      const series: Series[] = [];
      for (const total of counts)
        series.push(await measureSeries(stage, total, Number(values.runs)));
      const welcomeFiles = await filesOfWelcome(stage.browser, stage.app);
      const tableFiles = [
        ...new Set(series.flatMap(({ app }) => app.flatMap(({ files }) => files))),
      ];
      printReport({
        series,
        welcomeBytes: await codeSize(DIST, welcomeFiles),
        tableBytes: await codeSize(DIST, tableFiles),
        demoFiles: await demoFiles(DIST, [...welcomeFiles, ...tableFiles]),
      });
    });
    return 0;
  } catch (error) {
    console.error('The measurement failed:', error);
    return 1;
  }
}

async function measureSeries(stage: Stage, total: number, runs: number): Promise<Series> {
  const app: Measurement[] = [];
  const reference: Measurement[] = [];
  let voidRuns = 0;
  while (app.length < runs) {
    // The order changes from run to run, so that neither always finds the warmer computer.
    const run = await measureBoth(stage, total, app.length % 2 === 0);
    if (isVoid(run.reference, total)) {
      voidRuns += 1;
      const took = Math.round(run.reference.allRowsMs);
      console.log(`A run with ${total} playlists is void: the reference took ${took} ms.`);
      if (voidRuns > 2 * runs) throw new Error('This computer is too busy to measure.');
      continue;
    }
    app.push(run.app);
    reference.push(run.reference);
  }
  return { total, app, reference, voidRuns };
}

async function measureBoth(stage: Stage, total: number, isAppFirst: boolean) {
  const { browser, spotify } = stage;
  const measureTheApp = () => measureApp(browser, stage.app, spotify, total);
  const measureTheReference = () => measureReference(browser, stage.reference, spotify, total);
  if (isAppFirst) return { app: await measureTheApp(), reference: await measureTheReference() };
  return { reference: await measureTheReference(), app: await measureTheApp() };
}

async function onStage(use: (stage: Stage) => Promise<void>): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const spotify = await startBenchSpotify();
    closing.push(spotify.close);
    spotify.reset(0);
    const app = await startPagesHost(DIST, '/');
    closing.push(app.close);
    const folder = await mkdtemp(join(tmpdir(), 'bench-'));
    closing.push(() => rm(folder, { recursive: true }));
    await copyFile(join(HERE, 'reference.html'), join(folder, 'callback.html'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><link rel="icon" href="data:,"><title>Start</title>',
    );
    const reference = await startPagesHost(folder, '/');
    closing.push(reference.close);
    const browser = await chromium.launch(launchOptions(spotify.port));
    closing.push(() => browser.close());
    await use({ browser, spotify, app, reference });
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function launchOptions(port: number) {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('No browser: run node tests/support/ensure-browser.mjs first.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET_FLAGS, ...sandbox, ...resolvingTo(port)] };
}
