import type { LoginState } from '../session/current-login.ts';

const DAY_MS = 86_400_000;

/** Life of a refresh token, counted from the consent (Spotify: "Refresh token expiration", June 2026). */
const LOGIN_LIFE_MS = 180 * DAY_MS;

/** From this age on a person is told that the login ends soon. */
const NOTICE_AFTER_MS = 170 * DAY_MS;

/** Whether a login was granted less than this scope. */
export function lacksScope(login: LoginState, scope: string): boolean {
  return login.kind === 'signed-in' && !login.record.grantedScopes.includes(scope);
}

/** Whether a login ends so soon that its person should know. */
export function endsSoon(authorizedAt: number, now: number): boolean {
  return now >= authorizedAt + NOTICE_AFTER_MS;
}

/** When the refresh token of a login ends, in ms since the epoch. */
export function endOfLogin(authorizedAt: number): number {
  return authorizedAt + LOGIN_LIFE_MS;
}
