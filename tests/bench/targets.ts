import { exportTargets } from './export-report.ts';
import {
  medianOf,
  mostBefore,
  mostInFlight,
  type Results,
  ratio,
  type Series,
  timesFaster,
  useOf,
} from './results.ts';
import { median } from './statistics.ts';
import { line, most } from './target-line.ts';

const FIRST_ROWS_RATIO = 1.3;
const ALL_ROWS_RATIO = 1.2;

/** Shorter lists have no target of their own for all rows: they are one wave behind the first. */
const LONG_LIST = 1_000;

const NODES = 1_500;
const IN_FLIGHT = { list: 6, items: 2 };
/** Full tables, between which the heap and the keystroke may grow so far. */
const [SMALL, LARGE] = [100, 11_000];
const HEAP_GROWTH_MB = 15;
const FRAME_MS = 16;
/** Times so short consist of what a keystroke costs at any number of rows. */
const KEYSTROKE_NOISE_MS = 4;

/** How many times faster than the first visit the second one is to be, by number of playlists. */
const timesFasterAt = (total: number) => (total >= 5_000 ? 10 : 3);

const WELCOME_BYTES = 25_000;
const TABLE_BYTES = 40_000;

/** Says of each target in a line whether it holds. */
export function targetLines(results: Results): readonly string[] {
  const { series, liked, exported, welcomeBytes, tableBytes, exportBytes, demoFiles } = results;
  return [
    ...series.map((one) =>
      most(`first of ${one.total} rows`, ratio(one, 'firstRowsMs'), FIRST_ROWS_RATIO, REFERENCES),
    ),
    ...series
      .filter(isLong)
      .map((one) =>
        most(`all of ${one.total} rows`, ratio(one, 'allRowsMs'), ALL_ROWS_RATIO, REFERENCES),
      ),
    ...series.flatMap(weightTargets),
    ...heapTarget(series),
    ...keystrokeTargets(series),
    ...series.flatMap(secondVisitTargets),
    ...(liked
      ? [
          most('requests in flight, liked songs', liked.inFlight.items, IN_FLIGHT.items, ''),
          most('DOM nodes, liked songs', liked.nodes, NODES, ''),
        ]
      : []),
    ...(exported ? exportTargets(exported) : []),
    most('code of the welcome page', welcomeBytes, WELCOME_BYTES, 'bytes'),
    most('code from callback to table', tableBytes, TABLE_BYTES, 'bytes'),
    most('code of the export in both', exportBytes, 0, 'bytes'),
    most('files of the demo loaded', demoFiles.length, 0, `files ${demoFiles.join(' ')}`),
  ];
}

const REFERENCES = 'x the reference';

const isLong = ({ total }: Series) => total >= LONG_LIST;

function weightTargets({ total, app }: Series): readonly string[] {
  const nodes = Math.max(...app.map((run) => run.nodes));
  return [
    most(`DOM nodes at ${total}`, nodes, NODES, ''),
    most(`requests in flight at ${total}`, mostInFlight(app).list, IN_FLIGHT.list, ''),
  ];
}

function heapTarget(series: readonly Series[]): readonly string[] {
  const [small, large] = [atTotal(series, SMALL), atTotal(series, LARGE)];
  if (!small || !large) return [];
  const heapMb = ({ app }: Series) => medianOf(app, ({ heapBytes }) => heapBytes) / 1e6;
  const growth = heapMb(large) - heapMb(small);
  return [most(`heap at ${LARGE} above that at ${SMALL}`, growth, HEAP_GROWTH_MB, 'MB')];
}

function keystrokeTargets(series: readonly Series[]): readonly string[] {
  const keystrokeMs = (total: number) => {
    const one = atTotal(series, total);
    return median((one && useOf(one)?.keystrokesMs) ?? []);
  };
  const [few, many] = [keystrokeMs(LONG_LIST), keystrokeMs(LARGE)];
  if (Number.isNaN(many)) return [];
  const frame = line(many < FRAME_MS, `keystroke at ${LARGE}`, many, 'ms', `below ${FRAME_MS}`);
  if (Number.isNaN(few)) return [frame];
  const rows = LARGE / LONG_LIST;
  const isAsRows = many <= KEYSTROKE_NOISE_MS || many / few <= rows;
  const what = `keystroke from ${LONG_LIST} to ${LARGE}`;
  return [
    frame,
    line(isAsRows, what, many / few, 'x', `at most ${rows}, or ${KEYSTROKE_NOISE_MS} ms`),
  ];
}

function secondVisitTargets(one: Series): readonly string[] {
  const before = `requests before the full table of ${one.total}, second visit`;
  const none = most(before, mostBefore(one), 0, '');
  if (!isLong(one)) return [none];
  const [times, least] = [timesFaster(one), timesFasterAt(one.total)];
  const what = `second visit at ${one.total}`;
  return [none, line(times >= least, what, times, 'x faster', `at least ${least}`)];
}

function atTotal(series: readonly Series[], total: number): Series | undefined {
  return series.find((one) => one.total === total);
}
