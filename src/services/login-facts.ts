import type { LoginState } from '../session/current-login.ts';
import type { Account } from '../session/types.ts';

const DAY_MS = 86_400_000;

/** Lifetime of a refresh token, from the consent on (Spotify: "Refresh token expiration", June 2026). */
const LOGIN_LIFE_MS = 180 * DAY_MS;

/** Age from which on the page warns that the login ends soon. */
const NOTICE_AFTER_MS = 170 * DAY_MS;

/** Tells whether a login was granted without this scope. */
export function lacksScope(login: LoginState, scope: string): boolean {
  return login.kind === 'signed-in' && !login.record.grantedScopes.includes(scope);
}

/** Gives the account that was logged in before a login came back with another one. */
export function replacedAccount(login: LoginState): Account | undefined {
  if (login.kind !== 'signed-in' || !login.former || !login.record.account) return undefined;
  return login.former.accountId === login.record.account.accountId ? undefined : login.former;
}

/** Tells whether a login ends soon enough for a warning. */
export function endsSoon(authorizedAt: number, now: number): boolean {
  return now >= authorizedAt + NOTICE_AFTER_MS;
}

/** Gives the expiry of the refresh token of a login, in ms since the epoch. */
export function endOfLogin(authorizedAt: number): number {
  return authorizedAt + LOGIN_LIFE_MS;
}
