import { TAB_KEYS } from '../../storage/keys.ts';
import { tabStorage } from '../../storage/stores.ts';

const keyOf = (name: string) => name + TAB_KEYS.ended;

/**
 * Remembers in this tab that Spotify has ended the login, so that a reload does not hide why the form is shown. Does
 * nothing if sessionStorage is blocked.
 *
 * @param name separates deployments and the demo.
 * @param time in ms since the epoch.
 */
export function rememberEnd(name: string, time: number): void {
  try {
    tabStorage()?.setItem(keyOf(name), String(time));
  } catch {
    // Storage is full: the reason is lost with a reload.
  }
}

/** Forgets the end of the last login, because a new login has replaced it. */
export function forgetEnd(name: string): void {
  tabStorage()?.removeItem(keyOf(name));
}

/** Returns the time at which the last login of this tab ended, in ms since the epoch; `undefined` if it has not. */
export function endOfLastLogin(name: string): number | undefined {
  const time = Number(tabStorage()?.getItem(keyOf(name)) ?? Number.NaN);
  return Number.isSafeInteger(time) && time > 0 ? time : undefined;
}
