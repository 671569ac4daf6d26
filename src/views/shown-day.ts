const days = new Intl.DateTimeFormat('en', { dateStyle: 'long' });

/** Writes a day as a person reads it, from ms since the epoch. */
export function shownDay(time: number): string {
  return days.format(time);
}
