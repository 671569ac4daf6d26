import { exportTargets } from './export-report.ts';
import type { PhoneSeries } from './measure-phone.ts';
import {
  medianOf,
  mostBefore,
  mostInFlight,
  type Results,
  type Series,
  type Time,
  timesFaster,
  useOf,
} from './results.ts';
import { songsTargets } from './songs-report.ts';
import { median } from './statistics.ts';
import { judged, most, mostTimes, notMeasured, type Target } from './target.ts';

const FIRST_ROWS_RATIO = 1.3;
const ALL_ROWS_RATIO = 1.15;
const PHONE_FIRST_ROWS_RATIO = 1.5;
const PHONE_ALL_ROWS_RATIO = 1.2;

/** Shorter lists have no target of their own for all rows: their requests are one group after the first page. */
const LONG_LIST = 1_000;

const NODES = 1_500;
const IN_FLIGHT = { list: 6, items: 2 };
/** Sizes of complete tables, between which the growth of heap and keystroke time is limited. */
const [SMALL, LARGE] = [100, 11_000];
const HEAP_GROWTH_MB = 15;
const FRAME_MS = 16;
/** Below this, times are dominated by the fixed cost of a keystroke. */
const KEYSTROKE_NOISE_MS = 4;

/** Required speed-up of the second visit over the first, by number of playlists. */
const timesFasterAt = (total: number) => (total >= 5_000 ? 10 : 3);

const WELCOME_BYTES = 48_000;
const TABLE_BYTES = 73_000;

/** Makes the table of targets at the end of the report. */
export function targetsOf(results: Results): readonly Target[] {
  const { series, liked, phone, exported, songs } = results;
  const { welcomeBytes, tableBytes, exportBytes, demoFiles } = results;
  const bytes = (measure: string, app: number, limit: number) =>
    most({ measure, app, unit: 'bytes' }, limit);
  return [
    ...series.map((one) => timeTarget(one, 'firstRowsMs', 'first rows', FIRST_ROWS_RATIO)),
    ...series.filter(isLong).map((one) => timeTarget(one, 'allRowsMs', 'all rows', ALL_ROWS_RATIO)),
    ...series.flatMap(weightTargets),
    ...(phone ? phoneTargets(phone) : [notMeasured('slow phone', 'needs --phone, such as 5')]),
    ...heapTarget(series),
    ...keystrokeTargets(series),
    ...series.flatMap(secondVisitTargets),
    ...(liked
      ? [
          most({ measure: 'liked songs, in flight', app: liked.inFlight.items }, IN_FLIGHT.items),
          most({ measure: 'liked songs, DOM nodes', app: liked.nodes }, NODES),
        ]
      : [notMeasured('liked songs', 'needs --liked, such as 10000')]),
    ...(exported
      ? exportTargets(exported)
      : [notMeasured('exports', 'needs --exports, such as 500')]),
    ...(songs
      ? songsTargets(songs)
      : [notMeasured('the index of all songs', 'needs --songs, such as 500x100')]),
    bytes('code of the welcome page', welcomeBytes, WELCOME_BYTES),
    tableBytes === undefined
      ? notMeasured('code from callback to table', 'needs a list of at most 1,000')
      : bytes('code from callback to table', tableBytes, TABLE_BYTES),
    bytes('code of the export in both', exportBytes, 0),
    most(
      { measure: ['files of the demo in both', ...demoFiles].join(' '), app: demoFiles.length },
      0,
    ),
  ];
}

const isLong = ({ total }: Series) => total >= LONG_LIST;

function timeTarget(one: Series, time: Time, what: string, limit: number): Target {
  const of = (runs: Series['reference']) => medianOf(runs, (run) => run[time]);
  const [app, floor] = [of(one.app), of(one.reference)];
  return mostTimes({ measure: `${one.total} playlists, ${what}`, app, unit: 'ms', floor }, limit);
}

function phoneTargets(phone: PhoneSeries): readonly Target[] {
  const target = (time: Time, what: string, limit: number) => {
    const app = medianOf(phone.app, (run) => run[time]);
    const floor = medianOf(phone.reference, (run) => run[time]);
    return mostTimes({ measure: `slow phone, ${what}`, app, unit: 'ms', floor }, limit);
  };
  return [
    target('firstRowsMs', 'first rows', PHONE_FIRST_ROWS_RATIO),
    target('allRowsMs', 'all rows', PHONE_ALL_ROWS_RATIO),
  ];
}

function weightTargets({ total, app, reference }: Series): readonly Target[] {
  const nodes = Math.max(...app.map((run) => run.nodes));
  const [inFlight, floor] = [mostInFlight(app).list, mostInFlight(reference).list];
  return [
    most({ measure: `${total} playlists, DOM nodes`, app: nodes }, NODES),
    most({ measure: `${total} playlists, in flight`, app: inFlight, floor }, IN_FLIGHT.list),
  ];
}

function heapTarget(series: readonly Series[]): readonly Target[] {
  const [small, large] = [atTotal(series, SMALL), atTotal(series, LARGE)];
  if (!small || !large) return [];
  const heapMb = ({ app }: Series) => medianOf(app, ({ heapBytes }) => heapBytes) / 1e6;
  const aim = {
    measure: `${LARGE} playlists, heap (floor: at ${SMALL})`,
    app: heapMb(large),
    unit: 'MB',
    floor: heapMb(small),
  };
  return [judged(aim, aim.app - aim.floor <= HEAP_GROWTH_MB, `at most ${HEAP_GROWTH_MB} MB more`)];
}

function keystrokeTargets(series: readonly Series[]): readonly Target[] {
  const keystrokeMs = (total: number) => {
    const one = atTotal(series, total);
    return median((one && useOf(one)?.keystrokesMs) ?? []);
  };
  const [few, many] = [keystrokeMs(LONG_LIST), keystrokeMs(LARGE)];
  if (Number.isNaN(many)) return [];
  const aim = { measure: `${LARGE} playlists, keystroke`, app: many, unit: 'ms' };
  const frame = judged(aim, many < FRAME_MS, `below ${FRAME_MS} ms`);
  if (Number.isNaN(few)) return [frame];
  const rows = LARGE / LONG_LIST;
  const growth = { ...aim, measure: `${aim.measure} (floor: at ${LONG_LIST})`, floor: few };
  const isAsRows = many <= KEYSTROKE_NOISE_MS || many / few <= rows;
  return [frame, judged(growth, isAsRows, `at most ${rows} times, or ${KEYSTROKE_NOISE_MS} ms`)];
}

function secondVisitTargets(one: Series): readonly Target[] {
  const measure = `${one.total} playlists, second visit`;
  const none = most({ measure: `${measure}, requests before`, app: mostBefore(one) }, 0);
  if (!isLong(one)) return [none];
  const least = timesFasterAt(one.total);
  const aim = {
    measure: `${measure} (floor: the first)`,
    app: medianOf(one.app, ({ secondVisit }) => secondVisit.allRowsMs),
    unit: 'ms',
    floor: medianOf(one.app, ({ allRowsMs }) => allRowsMs),
  };
  return [none, judged(aim, timesFaster(one) >= least, `${least} times faster`)];
}

function atTotal(series: readonly Series[], total: number): Series | undefined {
  return series.find((one) => one.total === total);
}
