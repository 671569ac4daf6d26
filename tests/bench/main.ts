import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeSize, demoFiles, exportSize } from './code-size.ts';
import type { RowTimes } from './marks.ts';
import { exportSizeOf, measureExport } from './measure-export.ts';
import { measureLiked } from './measure-liked.ts';
import { measurePhone } from './measure-phone.ts';
import { measureSongs } from './measure-songs.ts';
import {
  type AppMeasurement,
  filesOfWelcome,
  type Measurement,
  measureApp,
  measureReference,
  measureTimes,
} from './measure-table.ts';
import { printReport } from './report.ts';
import type { Series } from './results.ts';
import { onStage, type Stage } from './stage.ts';
import { isVoid } from './statistics.ts';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '../../dist');

/** During the load of longer lists the page also loads the extras of the table; the bytes are those of the table. */
const isShort = ({ total }: Series) => total <= 1_000;

/** Longer lists vary less from run to run, and take longer. */
const runsFor = (total: number) => (total > 1_000 ? 3 : 7);

/**
 * Measures the production build against the reference page, prints tables, and returns the exit code: 1 where a
 * target is missed.
 */
export async function main(commandLine: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      counts: { type: 'string', default: '100,1000,5000,11000' },
      runs: { type: 'string' },
      liked: { type: 'string', default: '50000' },
      exports: { type: 'string', default: '200x500' },
      songs: { type: 'string', default: '500x100' },
      phone: { type: 'string', default: '7' },
      dist: { type: 'string', default: DIST },
      against: { type: 'string' },
    },
  });
  const counts = values.counts.split(',').filter(Boolean).map(Number);
  try {
    let holds = false;
    await onStage({ dist: values.dist, against: values.against }, async (stage) => {
      // Warm-up: the first pages of a new browser are slower than all others, and are not counted.
      await measureBoth(stage, 50, { isAppFirst: true, withUse: false });
      const series: Series[] = [];
      for (const total of counts)
        series.push(await measureSeries(stage, total, Number(values.runs ?? runsFor(total))));
      const { browser, app, spotify } = stage;
      const liked = Number(values.liked);
      const welcomeFiles = await filesOfWelcome(browser, app);
      const tableFiles = filesOf(series);
      const size = exportSizeOf(values.exports);
      const songs = exportSizeOf(values.songs);
      holds = printReport({
        series,
        liked: liked > 0 ? await measureLiked(browser, app, spotify, liked) : undefined,
        phone: values.phone === '0' ? undefined : await measurePhone(stage, Number(values.phone)),
        exported: size && (await measureExport(stage, size)),
        songs: songs && (await measureSongs(stage, songs)),
        welcomeBytes: await codeSize(values.dist, welcomeFiles),
        tableBytes: series.some(isShort)
          ? await codeSize(values.dist, filesOf(series.filter(isShort)))
          : undefined,
        exportBytes: await exportSize(values.dist, [...welcomeFiles, ...tableFiles]),
        demoFiles: await demoFiles(values.dist, [...welcomeFiles, ...tableFiles]),
      });
    });
    return holds ? 0 : 1;
  } catch (error) {
    console.error('The measurement failed:', error);
    return 1;
  }
}

const filesOf = (series: readonly Series[]) => [
  ...new Set(series.flatMap(({ app }) => app.flatMap(({ files }) => files))),
];

async function measureSeries(stage: Stage, total: number, runs: number): Promise<Series> {
  const app: AppMeasurement[] = [];
  const older: RowTimes[] = [];
  const reference: Measurement[] = [];
  let voidRuns = 0;
  while (app.length < runs) {
    const run = await measureBoth(stage, total, {
      // The order alternates between runs, so that neither always has the warmer computer.
      isAppFirst: app.length % 2 === 0,
      withUse: app.length === 0,
    });
    if (isVoid(run.reference, total)) {
      voidRuns += 1;
      const took = Math.round(run.reference.allRowsMs);
      console.log(`A run with ${total} playlists is void: the reference took ${took} ms.`);
      if (voidRuns > 2 * runs) throw new Error('This computer is too busy to measure.');
      continue;
    }
    app.push(run.app);
    if (run.older) older.push(run.older);
    reference.push(run.reference);
  }
  return { total, app, older, reference, voidRuns };
}

async function measureBoth(
  stage: Stage,
  total: number,
  { isAppFirst, withUse }: { readonly isAppFirst: boolean; readonly withUse: boolean },
) {
  const { browser, spotify } = stage;
  const measureTheApp = () => measureApp(browser, stage.app, spotify, { total, withUse });
  const { older } = stage;
  const measureTheOlder = async () => older && measureTimes(browser, older, spotify, total);
  const measureTheReference = () => measureReference(browser, stage.reference, spotify, total);
  if (isAppFirst) {
    const app = await measureTheApp();
    return { app, reference: await measureTheReference(), older: await measureTheOlder() };
  }
  const olderTimes = await measureTheOlder();
  const reference = await measureTheReference();
  return { older: olderTimes, reference, app: await measureTheApp() };
}
