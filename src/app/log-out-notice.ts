import { tabStorage } from '../storage/stores.ts';

/*
 * A log-out ends with a new document, so that tokens and lists leave the memory with the old one. The old document
 * hands on one mark alone: the new one is to display the notice about the log-out.
 */
const keyOf = (name: string) => `${name}:logged-out`;

/** A log-out that the previous document of this tab ended with. */
export interface LogOutNotice {
  /** Whether it has stopped running jobs. */
  readonly hasStoppedJobs: boolean;
}

/** Marks this tab, so that its next document reports the log-out; does nothing if sessionStorage is blocked. */
export function announceLogOut(name: string, hasStoppedJobs = false): void {
  try {
    tabStorage()?.setItem(keyOf(name), hasStoppedJobs ? 'jobs' : 'on');
  } catch {
    // Storage is full or blocked.
  }
}

/** Returns the log-out that the previous document of this tab ended with, only once; `undefined` without one. */
export function takeLogOutNotice(name: string): LogOutNotice | undefined {
  const tab = tabStorage();
  const mark = tab?.getItem(keyOf(name));
  tab?.removeItem(keyOf(name));
  return mark === 'on' || mark === 'jobs' ? { hasStoppedJobs: mark === 'jobs' } : undefined;
}
