import { ANSWER_MS } from './bench-spotify.ts';
import type { RowTimes } from './marks.ts';

const PAGE_SIZE = 50;
const IN_FLIGHT = 6;

/** Lower bound of the requests in sequence: token, first page, then the others in groups of six. */
export function floorMs(total: number): number {
  const furtherPages = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  const rounds = 1 + Math.ceil(furtherPages / IN_FLIGHT);
  return ANSWER_MS + rounds * 2 * ANSWER_MS;
}

/** Whether the reference took so long that the computer must have been busy with other work. */
export function isVoid(reference: RowTimes, total: number): boolean {
  return reference.allRowsMs > 1.3 * floorMs(total) + 300;
}

/** The median. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
