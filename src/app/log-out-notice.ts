import { tabStorage } from '../storage/stores.ts';

/*
 * A log-out ends with a new document, so that tokens and lists leave the memory with the old one. This
 * is all that the old one hands on: that the new one is to say what a log-out does not do.
 */
const keyOf = (name: string) => `${name}:logged-out`;

/** Has the next document of this tab tell of the log-out; where the tab keeps nothing, it does not. */
export function announceLogOut(name: string): void {
  try {
    tabStorage()?.setItem(keyOf(name), 'on');
  } catch {
    // No room.
  }
}

/** Whether the document before this one ended with a log-out; true once. */
export function takeLogOutNotice(name: string): boolean {
  const tab = tabStorage();
  const isDue = tab?.getItem(keyOf(name)) === 'on';
  tab?.removeItem(keyOf(name));
  return isDue;
}
