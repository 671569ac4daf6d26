import { tabStorage } from '../storage/stores.ts';

/*
 * A log-out ends with a new document, so that tokens and lists leave the memory with the old one. The old document
 * hands on one flag alone: the new one is to display the notice about the log-out.
 */
const keyOf = (name: string) => `${name}:logged-out`;

/** Marks this tab, so that its next document reports the log-out; does nothing if sessionStorage is blocked. */
export function announceLogOut(name: string): void {
  try {
    tabStorage()?.setItem(keyOf(name), 'on');
  } catch {
    // Storage is full or blocked.
  }
}

/** Returns whether the previous document of this tab ended with a log-out; true only once. */
export function takeLogOutNotice(name: string): boolean {
  const tab = tabStorage();
  const isDue = tab?.getItem(keyOf(name)) === 'on';
  tab?.removeItem(keyOf(name));
  return isDue;
}
