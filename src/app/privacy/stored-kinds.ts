import type { StoredKind } from '../../storage/inventory.ts';

/** One kind of stored data, as the page explains it. */
export interface StoredText {
  readonly kind: StoredKind;
  readonly name: string;
  readonly text: string;
  /** How long it is kept, where no time is stored with it. */
  readonly life: string;
  /** The noun of its number, in the singular; without it, only the size is shown. */
  readonly noun?: string;
}

/** All that is stored, in the order of the page. */
export const STORED_TEXTS: readonly StoredText[] = [
  {
    kind: 'login',
    name: 'Your login',
    text: 'An access token for an hour and a refresh token for six months, with your permissions, your account’s name and ID, and the steps shown on “Login flow”, without secrets. In clear text in IndexedDB; without “Keep me logged in on this device”, in this tab’s sessionStorage. Removing it logs you out and removes the lists too.',
    life: 'until you log out or Spotify ends it',
  },
  {
    kind: 'lists',
    name: 'Lists',
    text: 'Playlists, songs and liked songs you have opened, so that they open at once next time.',
    life: 'for a day at most',
    noun: 'list',
  },
  {
    kind: 'export',
    name: 'Unfinished export',
    text: 'The songs read so far, so that you can resume it. The finished file stays for some minutes, until it is in your downloads.',
    life: 'for a week at most',
  },
  {
    kind: 'backup',
    name: 'Your last backup',
    text: 'When you last backed up, and the version each playlist had then. The backup itself is in your downloads.',
    life: 'until you log out',
  },
  {
    kind: 'matches',
    name: 'Songs found for a file',
    text: 'What Spotify found for songs without a link in a file you restore, and what you chose. It saves searching again.',
    life: 'for a week at most',
    noun: 'song',
  },
  {
    kind: 'changes',
    name: 'Changes',
    text: 'What you changed at Spotify, request by request, and what was there before. Removing it ends “Undo”.',
    life: 'for 30 days at most',
    noun: 'change',
  },
  {
    kind: 'workbench',
    name: 'Login of the API workbench',
    text: 'The token you got there, with the permissions you chose. It is apart from the app’s login.',
    life: 'until you forget it or it ends',
  },
  {
    kind: 'client-id',
    name: 'Client ID',
    text: 'The public name of your Spotify app, so that you don’t paste it again.',
    life: 'until you remove it',
  },
  {
    kind: 'settings',
    name: 'Settings',
    text: 'Columns and their widths, and whether logins are kept, in IndexedDB. The theme and the side column, in localStorage.',
    life: 'until you change them',
  },
  {
    kind: 'pending',
    name: 'Logins in progress',
    text: 'What proves that Spotify’s reply belongs to this tab. It is useless after an hour.',
    life: 'until the login ends',
    noun: 'login',
  },
  {
    kind: 'limits',
    name: 'Spotify’s limits',
    text: 'Until when Spotify asked this page to wait.',
    life: 'until that time',
  },
  {
    kind: 'tab',
    name: 'This tab',
    text: 'Whether the demo is open, when Spotify ended your last login here, and whether the page was reloaded to end another app’s service worker.',
    life: 'until you close the tab',
  },
  {
    kind: 'other',
    name: 'Other records',
    text: 'Records of a newer or older version of this page.',
    life: 'until you remove them',
    noun: 'record',
  },
];

/** What is sent, by host. */
export const SENT_TEXTS: readonly { readonly host: string; readonly text: string }[] = [
  {
    host: 'accounts.spotify.com',
    text: 'Your login. You type your password there, not here. It gets your Client ID, the permissions asked for and the address to return to.',
  },
  {
    host: 'api.spotify.com',
    text: 'Every request for a list and every change you apply, with your access token.',
  },
  {
    host: 'Spotify’s image hosts',
    text: 'Requests for covers from scdn.co and spotifycdn.com, without your login.',
  },
  {
    host: 'The host of this page',
    text: 'It sees that you open the page, as every web server does. After a login it also sees Spotify’s one-time code. The code is useless without a number that never leaves this browser.',
  },
];
