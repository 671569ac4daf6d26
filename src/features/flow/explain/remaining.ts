/** Tells how long an access token is still valid at a time; `issuedAt` and `now` in ms since the epoch, `expiresIn` in s. */
export function formatRemaining(
  { issuedAt, expiresIn }: { readonly issuedAt: number; readonly expiresIn: number },
  now: number,
): string {
  const lifetime = expiresIn * 1000;
  const ms = issuedAt + lifetime - now;
  // A token from later than now counts as expired; `now` may be a second old.
  if (ms <= 0 || ms > lifetime + 1000) return 'Expired. The next request gets a new one.';
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `Valid for ${minutes} min ${String(seconds % 60).padStart(2, '0')} s`;
}
