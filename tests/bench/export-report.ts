import type { ExportMeasurement, ExportRequests } from './measure-export.ts';
import { median } from './statistics.ts';
import { judged, most, mostTimes, type Target } from './target.ts';

const TIME_RATIO = 1.3;
const HEAP_MB = 60;

/** Formats the results of an export, by name. */
export function exportRow(one: ExportMeasurement): readonly [string, object] {
  const { idleBytes, peakBytes } = one.heap;
  const cells = {
    app: Math.round(median(one.appMs)),
    reference: Math.round(median(one.referenceMs)),
    ratio: Number(ratioOf(one).toFixed(2)),
    runs: one.appMs.length,
    'idle heap MB': megabytes(idleBytes),
    'peak heap MB': megabytes(peakBytes),
    requests: sumOf(one.first),
    'second export': sumOf(one.second),
    'of them items': one.second.items,
  };
  return [nameOf(one), cells];
}

/** Gives a row for each target of an export. */
export function exportTargets(one: ExportMeasurement): readonly Target[] {
  const { first, second, pages, heap } = one;
  const name = nameOf(one);
  const listPages = Math.ceil(one.playlists / 50);
  const isExact =
    first.items === pages && first.list === listPages && sumOf(first) === pages + listPages;
  const requests = { measure: `${name}, requests`, app: sumOf(first), floor: pages };
  const [app, floor] = [median(one.appMs), median(one.referenceMs)];
  const peak = megabytes(heap.peakBytes - heap.idleBytes);
  return [
    judged(
      requests,
      isExact,
      `exactly ${pages} for items, and ${listPages} that tell whether something has changed`,
    ),
    most({ measure: `${name} again, requests for items`, app: second.items }, 0),
    most({ measure: `${name} again, others than the list`, app: second.others }, 0),
    mostTimes({ measure: `${name}, time`, app, unit: 'ms', floor }, TIME_RATIO),
    most({ measure: `${name}, peak heap above idle`, app: peak, unit: 'MB' }, HEAP_MB),
  ];
}

function nameOf({ playlists, tracks }: ExportMeasurement): string {
  return `export of ${playlists} x ${tracks}`;
}

function ratioOf({ appMs, referenceMs }: ExportMeasurement): number {
  return median(appMs) / median(referenceMs);
}

function sumOf({ items, list, others }: ExportRequests): number {
  return items + list + others;
}

function megabytes(bytes: number): number {
  return Number((bytes / 1e6).toFixed(2));
}
