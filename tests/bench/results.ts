import type { InFlight } from './in-flight.ts';
import type { RowTimes } from './marks.ts';
import type { ExportMeasurement } from './measure-export.ts';
import type { LikedMeasurement } from './measure-liked.ts';
import type { PhoneSeries } from './measure-phone.ts';
import type { AppMeasurement, Measurement } from './measure-table.ts';
import type { Use } from './measure-use.ts';
import { median } from './statistics.ts';

/** All runs with one number of playlists. */
export interface Series {
  readonly total: number;
  readonly app: readonly AppMeasurement[];
  /** The same of an older build, where there is one to compare with. */
  readonly older: readonly RowTimes[];
  readonly reference: readonly Measurement[];
  readonly voidRuns: number;
}

/** Everything that was measured. */
export interface Results {
  readonly series: readonly Series[];
  /** Where it was wanted. */
  readonly liked: LikedMeasurement | undefined;
  /** Where it was wanted. */
  readonly phone: PhoneSeries | undefined;
  /** Where it was wanted. */
  readonly exported: ExportMeasurement | undefined;
  /** JavaScript and CSS of the welcome page, brotli, in bytes. */
  readonly welcomeBytes: number;
  /** JavaScript and CSS from the callback to the full table, brotli, in bytes; nothing where no short list was measured. */
  readonly tableBytes: number | undefined;
  /** How much of both is code of the export, brotli, in bytes. */
  readonly exportBytes: number;
  readonly demoFiles: readonly string[];
}

/** A time that the app and the reference have in common. */
export type Time = 'firstRowsMs' | 'allRowsMs';

/** The median of a value over runs. */
export function medianOf<Run>(runs: readonly Run[], value: (run: Run) => number): number {
  return median(runs.map(value));
}

/** Runs of the app and of the reference page. */
interface Timed {
  readonly app: readonly RowTimes[];
  readonly reference: readonly RowTimes[];
}

/** How many times as long as the reference the app took. */
export function ratio(one: Timed, time: Time): number {
  return medianOf(one.app, (run) => run[time]) / medianOf(one.reference, (run) => run[time]);
}

/** How many times faster than the first visit the second one was. */
export function timesFaster({ app }: Series): number {
  return (
    medianOf(app, (run) => run.allRowsMs) /
    medianOf(app, ({ secondVisit }) => secondVisit.allRowsMs)
  );
}

/** The most requests in flight in any run. */
export function mostInFlight(runs: readonly Measurement[]): InFlight {
  return {
    list: Math.max(...runs.map(({ inFlight }) => inFlight.list)),
    items: Math.max(...runs.map(({ inFlight }) => inFlight.items)),
  };
}

/** The most that the second visit had asked Spotify for in any run when its table was full. */
export function mostBefore({ app }: Series): number {
  return Math.max(...app.map(({ secondVisit }) => secondVisit.requestsBefore));
}

/** What was measured of the use of the table, in the one run that has it. */
export function useOf({ app }: Series): Use | undefined {
  return app.find(({ use }) => use !== undefined)?.use;
}
