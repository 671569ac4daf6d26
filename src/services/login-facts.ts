import type { LoginState } from '../session/current-login.ts';

const DAY_MS = 86_400_000;

/**
 * Lifetime of a refresh token from the consent on, in ms (Spotify: "Refresh token expiration", June 2026).
 */
const LOGIN_LIFE_MS = 180 * DAY_MS;

/** Time since the consent after which the page warns that the refresh token expires soon, in ms. */
const NOTICE_AFTER_MS = 170 * DAY_MS;

/** Tells whether a login was granted without this scope. */
export function lacksScope(login: LoginState, scope: string): boolean {
  return login.kind === 'signed-in' && !login.record.grantedScopes.includes(scope);
}

/** Tells whether the login replaced one of another account; its name is not shown, since the new person may be somebody else. */
export function hasReplacedAnother(login: LoginState): boolean {
  if (login.kind !== 'signed-in' || !login.former || !login.record.account) return false;
  return login.former.accountId !== login.record.account.accountId;
}

/** Tells whether a refresh token expires soon enough for a warning; both times in ms since the epoch. */
export function endsSoon(authorizedAt: number, now: number): boolean {
  return now >= authorizedAt + NOTICE_AFTER_MS;
}

/** Returns the expiry of the refresh token of a login, in ms since the epoch. */
export function endOfLogin(authorizedAt: number): number {
  return authorizedAt + LOGIN_LIFE_MS;
}
