import type { ExportMeasurement, ExportRequests } from './measure-export.ts';
import { median } from './statistics.ts';
import { line, most } from './target-line.ts';

const TIME_RATIO = 1.3;
const HEAP_MB = 60;

/** Tells in numbers what an export took, by name. */
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

/** Says of each target of an export in a line whether it holds. */
export function exportTargets(one: ExportMeasurement): readonly string[] {
  const { first, second, pages, heap } = one;
  const name = nameOf(one);
  const isExact = first.items === pages && sumOf(first) === pages;
  return [
    line(isExact, `requests for ${name}`, sumOf(first), '', `exactly ${pages}, all for items`),
    most(`requests for items, ${name} again`, second.items, 0, ''),
    most(`requests for anything but the list, ${name} again`, second.others, 0, ''),
    most(`time for ${name}`, ratioOf(one), TIME_RATIO, 'x the reference'),
    most(`peak heap for ${name}`, megabytes(heap.peakBytes - heap.idleBytes), HEAP_MB, 'MB'),
  ];
}

function nameOf({ playlists, tracks }: ExportMeasurement): string {
  return `an export of ${playlists} x ${tracks}`;
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
