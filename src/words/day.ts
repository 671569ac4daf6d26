const days = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** Writes a day as a person reads it, from ms since the epoch. */
export function shownDay(time: number): string {
  return days.format(time);
}

const months = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Writes a month such as `2023-05`; a year stays as it is. */
export function shownMonth(month: string): string {
  return month.includes('-') ? months.format(Date.parse(month)) : month;
}

/** Writes the day of an ISO 8601 time in few letters. */
export function shownDate(time: string): string {
  return dates.format(Date.parse(time));
}
