import { lazily } from '../library/lazily.ts';

const days = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'long' }));
const dates = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium' }));

/** Formats a time in ms since the epoch as a day, such as "November 28, 2026". */
export function formatDay(time: number): string {
  return days().format(time);
}

const months = lazily(
  () => new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);

/** Formats a month such as `2023-05` as "May 2023"; returns a year unchanged. */
export function formatMonth(month: string): string {
  return month.includes('-') ? months().format(Date.parse(month)) : month;
}

/** Formats the day of an ISO 8601 time, such as "Nov 28, 2026". */
export function formatDate(time: string): string {
  return dates().format(Date.parse(time));
}
