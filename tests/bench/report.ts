import type { Measurement } from './measure.ts';
import { floorMs, median } from './statistics.ts';

/** All runs with one number of playlists. */
export interface Series {
  readonly total: number;
  readonly app: readonly Measurement[];
  readonly reference: readonly Measurement[];
  readonly voidRuns: number;
}

/** Everything that was measured. */
export interface Results {
  readonly series: readonly Series[];
  /** JavaScript and CSS of the welcome page, brotli, in bytes. */
  readonly welcomeBytes: number;
  /** JavaScript and CSS from the callback to the full table, brotli, in bytes. */
  readonly tableBytes: number;
  readonly demoFiles: readonly string[];
}

const FIRST_ROWS_RATIO = 1.5;
const ALL_ROWS_RATIO = 1.4;

/** Shorter lists have no target of their own for all rows: they are one wave behind the first. */
const LONG_LIST = 1_000;

const WELCOME_BYTES = 25_000;
const TABLE_BYTES = 40_000;

/** Prints the results as tables, and which targets hold. */
export function printReport({ series, welcomeBytes, tableBytes, demoFiles }: Results): void {
  const rows = series.flatMap((one) => [
    timeRow(one, 'first rows', 'firstRowsMs'),
    timeRow(one, 'all rows', 'allRowsMs'),
  ]);
  console.log('\nFrom the navigation to /callback, medians in ms:');
  console.table(Object.fromEntries(rows));

  console.log('Requests after the callback:');
  console.table(Object.fromEntries(series.flatMap(requestRows)));

  console.log('Targets:');
  const targets = series.flatMap((one) => [
    ratioTarget(one, 'first', 'firstRowsMs', FIRST_ROWS_RATIO),
    ...(one.total < LONG_LIST ? [] : [ratioTarget(one, 'all', 'allRowsMs', ALL_ROWS_RATIO)]),
  ]);
  const sizes = [
    target('code of the welcome page', welcomeBytes, WELCOME_BYTES, 'bytes'),
    target('code from callback to table', tableBytes, TABLE_BYTES, 'bytes'),
    target('files of the demo loaded', demoFiles.length, 0, `files ${demoFiles.join(' ')}`),
  ];
  console.log([...targets, ...sizes].join('\n'));
}

type Time = 'firstRowsMs' | 'allRowsMs';

function timeRow(one: Series, label: string, time: Time): [string, object] {
  const cells = {
    app: Math.round(median(one.app.map((run) => run[time]))),
    reference: Math.round(median(one.reference.map((run) => run[time]))),
    ratio: Number(ratio(one, time).toFixed(2)),
    floor: time === 'allRowsMs' ? floorMs(one.total) : floorMs(0),
    runs: one.app.length,
    void: one.voidRuns,
  };
  return [`${one.total} playlists, ${label}`, cells];
}

function ratio(one: Series, time: Time): number {
  return median(one.app.map((run) => run[time])) / median(one.reference.map((run) => run[time]));
}

function requestRows(one: Series): [string, object][] {
  return [
    [`${one.total} playlists, app`, one.app[0]?.requests ?? {}],
    [`${one.total} playlists, reference`, one.reference[0]?.requests ?? {}],
  ];
}

function ratioTarget(one: Series, which: string, time: Time, most: number): string {
  return target(`${which} of ${one.total} rows`, ratio(one, time), most, 'x the reference');
}

function target(what: string, value: number, most: number, unit: string): string {
  const shown = Number.isInteger(value) ? value : value.toFixed(2);
  return `  ${value <= most ? 'holds ' : 'MISSED'}  ${what}: ${shown} ${unit} (at most ${most})`;
}
