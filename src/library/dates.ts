/** The year of Spotify's foundation: an earlier time of adding is a placeholder. */
const FIRST_ADDED = Date.UTC(2006, 0);

/** A date of year, month or day precision; before the year 1000 all are placeholders, such as `0000` or `0001-01-01`. */
const RELEASE_DATE = /^[1-9]\d{3}(-\d\d){0,2}$/;

/** Returns whether a value is a time at which a track can have been added, in ISO 8601. */
export function isAddedAt(value: unknown): value is string {
  // `Date.parse` alone would also accept words and years of other centuries.
  return (
    typeof value === 'string' &&
    /^20\d\d-\d\d-\d\dT/.test(value) &&
    Date.parse(value) >= FIRST_ADDED
  );
}

/** Returns whether a value is a release date that is known. */
export function isReleaseDate(value: unknown): value is string {
  return typeof value === 'string' && RELEASE_DATE.test(value);
}
