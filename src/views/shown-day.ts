const days = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

/** Writes a day as a person reads it, from ms since the epoch. */
export function shownDay(time: number): string {
  return days.format(time);
}

/** Writes the day of an ISO 8601 time in few letters. */
export function shownDate(time: string): string {
  return dates.format(Date.parse(time));
}
