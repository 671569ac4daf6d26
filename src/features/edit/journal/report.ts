import { encodeRows, separatorOf } from '../../export/formats/csv.ts';
import type { LeftOutReason, PlannedRow } from '../plan/plan.ts';
import { type EditJob, listOf, type StepState } from './job-record.ts';

/** What became of a row of a file: why it was left out, what Spotify did with it, or that it came. */
export type RowEnd = LeftOutReason | 'restored' | 'refused' | 'not-sent' | 'unknown';

/** Name of the file of a report. */
export const REPORT_NAME = 'liner-notes-restore-report.csv';

/** Words of the ends of a row, as the report says them. */
export const ROW_ENDS: Readonly<Record<RowEnd, string>> = {
  restored: 'Restored',
  refused: 'Refused by Spotify',
  'not-sent': 'Not sent',
  unknown: 'Spotify’s reply was lost',
  local: 'Local file: Spotify lets no app add it',
  episode: 'Episode: only songs can be liked songs',
  gone: 'Empty in the file: the song was gone already',
  'not-searched': 'No link, and not searched for',
  'not-checked': 'Found, but not checked by you',
  'not-found': 'Not found on Spotify',
  skipped: 'Skipped by you',
  there: 'There already',
};

/** A row of a file with what became of it. */
export interface ReportRow extends PlannedRow {
  readonly end: RowEnd;
}

const ENDS: Readonly<Record<StepState, RowEnd>> = {
  planned: 'not-sent',
  sent: 'unknown',
  unknown: 'unknown',
  acknowledged: 'restored',
  verified: 'restored',
  refused: 'refused',
  skipped: 'not-sent',
};

/** Tells of every row that a job restores from a file what became of it, in the order of the file. */
export function reportOf({ plan, steps }: Pick<EditJob, 'plan' | 'steps'>): readonly ReportRow[] {
  const ends = new Map<string, RowEnd>();
  for (const { operation, state } of steps) {
    if (operation.kind !== 'add' && operation.kind !== 'save') continue;
    const list = listOf(operation) ?? 'liked';
    for (const uri of operation.uris) ends.set(`${list} ${uri}`, ENDS[state]);
  }
  return (plan.rows ?? []).map((row) => ({
    ...row,
    end: row.reason ?? ends.get(`${row.list} ${row.uri}`) ?? 'not-sent',
  }));
}

/** Writes a report as CSV with a byte order mark, for spreadsheets. */
export function encodeReport(rows: readonly ReportRow[], language: string): string {
  const headings = ['Playlist', 'Position', 'Song', 'URI', 'Outcome'];
  const table = {
    name: 'Report',
    columns: headings.map((heading) => ({ id: heading, heading })),
    rows: rows.map(({ from, position, song, uri, end }) => [
      from,
      position,
      song,
      uri,
      ROW_ENDS[end],
    ]),
  };
  const options = { separator: separatorOf(language), hasByteOrderMark: true, exportedAt: 0 };
  return encodeRows(table, options);
}
