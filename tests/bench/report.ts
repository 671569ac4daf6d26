import { ANSWER_MS } from './bench-spotify.ts';
import { exportRow } from './export-report.ts';
import type { RowTimes } from './marks.ts';
import { EXPORT_ANSWER_MS } from './measure-export.ts';
import { LIKED_ANSWER_MS, type LikedMeasurement } from './measure-liked.ts';
import { PHONE_ANSWER_MS, PHONE_TOTAL, type PhoneSeries } from './measure-phone.ts';
import {
  medianOf,
  mostBefore,
  mostInFlight,
  type Results,
  ratio,
  type Series,
  type Time,
  timesFaster,
  useOf,
} from './results.ts';
import { songsRow } from './songs-report.ts';
import { floorMs, median } from './statistics.ts';
import { targetsOf } from './targets.ts';

type Row = readonly [string, object];

/** Prints the results as tables, the last one with every target; returns whether all are met. */
export function printReport(results: Results): boolean {
  const { series, liked, exported, songs } = results;
  print(
    `From the navigation to /callback, medians in ms, with ${ANSWER_MS} ms before every answer:`,
    series.flatMap((one) => [
      timeRow(one, 'first rows', 'firstRowsMs'),
      timeRow(one, 'all rows', 'allRowsMs'),
    ]),
  );
  const { phone } = results;
  if (phone) {
    print(
      `A slow phone: ${PHONE_TOTAL} playlists, the processor six times slower, ${PHONE_ANSWER_MS} ms before every answer:`,
      [phoneRow(phone, 'first rows', 'firstRowsMs'), phoneRow(phone, 'all rows', 'allRowsMs')],
    );
  }
  print(
    'Requests after the callback, and the most in flight at a time:',
    series.flatMap(requestRows),
  );
  print('The page with its full table:', series.map(weightRow));
  print('Script time of one action, in ms:', series.flatMap(useRow));
  print(
    'Second visit: from the navigation to /playlists to the full table, medians in ms:',
    series.map(secondVisitRow),
  );
  if (liked) {
    const what = `from the navigation to /liked, one run, with ${LIKED_ANSWER_MS} ms and not ${ANSWER_MS} before every answer`;
    print(`Liked songs: ${what}:`, [likedRow(liked)]);
  }
  if (exported) {
    const what = `medians in ms, with ${EXPORT_ANSWER_MS} ms before every answer; heap of one run more`;
    print(`Tracks of all playlists as one zip, ${what}:`, [exportRow(exported)]);
  }
  if (songs) {
    const what = `medians in ms, with ${EXPORT_ANSWER_MS} ms before every answer; the rest of one run more`;
    print(`The index of all songs, ${what}:`, [songsRow(songs)]);
  }
  const targets = targetsOf(results);
  print(
    'In short; the floor is what the reference page needs, where nothing else is said:',
    targets.map(({ measure, holds, ...cells }) => [
      measure,
      { ...cells, holds: holds === undefined ? 'not measured' : holds ? 'yes' : 'MISSED' },
    ]),
  );
  return targets.every(({ holds }) => holds !== false);
}

function print(title: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows));
}

function timeRow(one: Series, label: string, time: Time): Row {
  const cells = {
    app: Math.round(medianOf(one.app, (run) => run[time])),
    reference: Math.round(medianOf(one.reference, (run) => run[time])),
    ratio: rounded(ratio(one, time), 2),
    ...olderCells(one, time),
    floor: time === 'allRowsMs' ? floorMs(one.total) : floorMs(0),
    runs: one.app.length,
    void: one.voidRuns,
  };
  return [`${one.total} playlists, ${label}`, cells];
}

function phoneRow(phone: PhoneSeries, label: string, time: Time): Row {
  const cells = {
    app: Math.round(medianOf(phone.app, (run) => run[time])),
    reference: Math.round(medianOf(phone.reference, (run) => run[time])),
    ratio: rounded(ratio(phone, time), 2),
    ...olderCells(phone, time),
    runs: phone.app.length,
  };
  return [label, cells];
}

/** Times of an older build, and the ratio of the app's times to them. */
function olderCells(
  { app, older }: { readonly app: readonly RowTimes[]; readonly older: readonly RowTimes[] },
  time: Time,
) {
  if (older.length === 0) return {};
  const before = medianOf(older, (run) => run[time]);
  return {
    older: Math.round(before),
    'to older': rounded(medianOf(app, (run) => run[time]) / before, 2),
  };
}

function requestRows({ total, app, reference }: Series): Row[] {
  return [
    [`${total} playlists, app`, { ...app[0]?.requests, 'in flight': mostInFlight(app).list }],
    [
      `${total} playlists, reference`,
      { ...reference[0]?.requests, 'in flight': mostInFlight(reference).list },
    ],
  ];
}

function weightRow({ total, app }: Series): Row {
  const cells = {
    'DOM nodes': medianOf(app, ({ nodes }) => nodes),
    'heap MB': rounded(medianOf(app, ({ heapBytes }) => heapBytes) / 1e6, 2),
  };
  return [`${total} playlists`, cells];
}

function useRow(one: Series): Row[] {
  const use = useOf(one);
  if (!use) return [];
  const cells = {
    'keystroke, median': rounded(median(use.keystrokesMs), 1),
    slowest: rounded(Math.max(...use.keystrokesMs), 1),
    keystrokes: use.keystrokesMs.length,
    'sort, median': rounded(median(use.sortsMs), 1),
    'slowest sort': rounded(Math.max(...use.sortsMs), 1),
    sorts: use.sortsMs.length,
  };
  return [[`${one.total} playlists`, cells]];
}

function secondVisitRow(one: Series): Row {
  const cells = {
    'first visit': Math.round(medianOf(one.app, ({ allRowsMs }) => allRowsMs)),
    'second visit': Math.round(medianOf(one.app, ({ secondVisit }) => secondVisit.allRowsMs)),
    'times faster': rounded(timesFaster(one), 1),
    'requests before': mostBefore(one),
  };
  return [`${one.total} playlists`, cells];
}

function likedRow(liked: LikedMeasurement): Row {
  const cells = {
    'first rows': Math.round(liked.firstRowsMs),
    'all rows': Math.round(liked.allRowsMs),
    ...liked.requests,
    'in flight': liked.inFlight.items,
    'DOM nodes': liked.nodes,
    'heap MB': rounded(liked.heapBytes / 1e6, 2),
  };
  return [`${liked.total} liked songs`, cells];
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
