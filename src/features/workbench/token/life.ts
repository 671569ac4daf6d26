/** When a token was issued, in ms since the epoch, and how long it lives, in s. */
export interface TokenLife {
  readonly issuedAt: number;
  readonly expiresIn: number;
}

/** Formats the time that an access token still lives, such as "59:12", as a clock. */
export function formatLife({ issuedAt, expiresIn }: TokenLife, now: number): string {
  const lifetime = expiresIn * 1000;
  const ms = issuedAt + lifetime - now;
  // A token of later than now counts as expired; `now` may be a second old.
  if (ms <= 0 || ms > lifetime + 1000) return 'Expired; the next request refreshes it';
  const seconds = Math.floor(ms / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)} left`;
}
