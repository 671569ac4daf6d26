import { lazily } from '../library/lazily.ts';

const days = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'long' }));
const dates = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium' }));

/** Formats a time in ms since the epoch as a day, such as "November 28, 2026". */
export function formatDay(time: number): string {
  return days().format(time);
}

const months = lazily(
  () => new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
);
const daysOfMonths = lazily(
  () => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }),
);

/** Formats `2023-05` as "May 2023" and `2023-05-17` as "May 17, 2023"; returns a year unchanged. */
export function formatPartialDate(date: string): string {
  if (date.length < 'YYYY-MM'.length) return date;
  const format = date.length > 'YYYY-MM'.length ? daysOfMonths() : months();
  return format.format(Date.parse(date));
}

/** Formats the day of an ISO 8601 time, such as "Nov 28, 2026". */
export function formatDate(time: string): string {
  return dates().format(Date.parse(time));
}
