import type { InFlight } from './in-flight.ts';
import type { RowTimes } from './marks.ts';
import type { ExportMeasurement } from './measure-export.ts';
import type { LikedMeasurement } from './measure-liked.ts';
import type { PhoneSeries } from './measure-phone.ts';
import type { SongsMeasurement } from './measure-songs.ts';
import type { AppMeasurement, Measurement } from './measure-table.ts';
import type { Use } from './measure-use.ts';
import { median } from './statistics.ts';

/** All runs for one number of playlists. */
export interface Series {
  readonly total: number;
  readonly app: readonly AppMeasurement[];
  /** The same for an older build, where there is one for comparison. */
  readonly older: readonly RowTimes[];
  readonly reference: readonly Measurement[];
  readonly voidRuns: number;
}

/** All results. */
export interface Results {
  readonly series: readonly Series[];
  /** Only where requested. */
  readonly liked: LikedMeasurement | undefined;
  /** Only where requested. */
  readonly phone: PhoneSeries | undefined;
  /** Only where requested. */
  readonly exported: ExportMeasurement | undefined;
  /** Only where requested. */
  readonly songs: SongsMeasurement | undefined;
  /** JavaScript and CSS of the welcome page, brotli, in bytes. */
  readonly welcomeBytes: number;
  /**
   * JavaScript and CSS from the callback to the complete table, brotli, in bytes; `undefined` where no short list
   * was measured.
   */
  readonly tableBytes: number | undefined;
  /** Code of the export in both, brotli, in bytes. */
  readonly exportBytes: number;
  readonly demoFiles: readonly string[];
}

/** A time measured of both the app and the reference. */
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

/** Ratio of the app's time to the reference's. */
export function ratio(one: Timed, time: Time): number {
  return medianOf(one.app, (run) => run[time]) / medianOf(one.reference, (run) => run[time]);
}

/** Speed-up of the second visit over the first. */
export function timesFaster({ app }: Series): number {
  return (
    medianOf(app, (run) => run.allRowsMs) /
    medianOf(app, ({ secondVisit }) => secondVisit.allRowsMs)
  );
}

/** The highest number of concurrent requests in any run. */
export function mostInFlight(runs: readonly Measurement[]): InFlight {
  return {
    list: Math.max(...runs.map(({ inFlight }) => inFlight.list)),
    items: Math.max(...runs.map(({ inFlight }) => inFlight.items)),
  };
}

/** The highest number of requests of the second visit in any run until its table was complete. */
export function mostBefore({ app }: Series): number {
  return Math.max(...app.map(({ secondVisit }) => secondVisit.requestsBefore));
}

/** The measured use of the table, from the one run that has it. */
export function useOf({ app }: Series): Use | undefined {
  return app.find(({ use }) => use !== undefined)?.use;
}
