import { CLIENT_ID } from '../support/client-id.ts';
import { storedRecords } from '../support/stored.ts';
import { eventually } from './eventually.ts';
import { ACCOUNT, all, button, CLIENT_ID_BOX, TABLE } from './places.ts';
import type { Tab } from './tab.ts';

/** Submits the login form on the page. */
export async function submitLogInForm(tab: Tab): Promise<void> {
  await tab.click(CLIENT_ID_BOX);
  await tab.type(CLIENT_ID);
  await tab.click(button('Log in with Spotify'));
}

/** Logs out in the menu of the account, and waits until the page is logged out. */
export async function logOut(tab: Tab): Promise<void> {
  await tab.click(ACCOUNT);
  await tab.click(button('Log out'));
  await tab.sees(CLIENT_ID_BOX);
}

/** Waits for the complete table of so many playlists, and for its extras. */
export async function tableIsFull(tab: Tab, playlists: number): Promise<void> {
  await statusIs(tab, `${playlists} playlists`);
  // Narrow windows have the columns in the same menu.
  await tab.sees(button('Display'));
  await tab.sees(button('Export'));
  await eventually(
    'The tools of the table',
    () => tab.read(TABLE, ([table]) => table?.querySelector('[role=separator]') !== null),
    true,
  );
}

/** Waits until everything after a login is stored, so that leaving the page cuts off no write. */
export async function allIsKept(tab: Tab): Promise<void> {
  const keys = async () => Object.keys(await storedRecords(tab));
  await eventually('The lists are kept', keys, (kept) => kept.includes('library:playlist:all'));
}

/** Waits until the status of the page has this text. */
export async function statusIs(tab: Tab, text: string): Promise<void> {
  await eventually('The status of the page', () => tab.texts(all('status')), [text]);
}

/** A playlist by the texts of its row. */
export interface ShownPlaylist {
  readonly name: string;
  readonly tracks: string;
}

/** The drawn playlists, from top to bottom. */
export function formatPlaylists(tab: Tab): Promise<ShownPlaylist[]> {
  return tab.read(TABLE, ([table]) =>
    [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
      name: row.querySelector('a')?.textContent ?? '',
      tracks: row.children[2]?.textContent ?? '',
    })),
  );
}
