import { foldedOnce } from './fold.ts';
import type { PlaylistItem } from './types.ts';

/** Gives the day in the local time zone on which an item was added, as `2023-05-17`; empty if unknown. */
export const addedDay = foldedOnce((item: PlaylistItem) => item.addedAt && localDay(item.addedAt));

function localDay(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
