import type { LoginErrorKind } from '../oauth/errors.ts';
import type { SpotifyErrorKind } from '../spotify/errors.ts';

/** Union of the kinds of all errors that a person may read about; a kind without words does not compile. */
type ErrorKind = SpotifyErrorKind | LoginErrorKind;

/**
 * The next step for a person: retry (`retry`), resume a stopped load (`resume`), log in again (`log-in`), log in with
 * one more scope (`ask-scope`), or none on this page (`none`).
 */
export type Way = 'retry' | 'resume' | 'log-in' | 'ask-scope' | 'none';

/** Texts for one kind of error. */
interface Words {
  readonly text: string | ((error: unknown) => string);
  readonly way: Way;
  /** Text for an error that prevented a login from finishing. */
  readonly atLogin?: string;
  /** Text for an error that excluded the songs of a playlist from an export. */
  readonly missing?: string;
}

/** Text for an unexpected error. */
const UNKNOWN: Words = {
  text: 'A part of this page failed. Your login is kept. Reload the page or try again.',
  way: 'retry',
};

const MISSING =
  'Spotify’s reply was incomplete or in a format we don’t recognise. Export it again later.';

const WORDS: Readonly<Record<ErrorKind, Words>> = {
  'user-not-registered': {
    text: 'Spotify let you log in, but your account isn’t on this Spotify app’s list of users. Its owner can add your e-mail address in Spotify’s dashboard, under “User Management”. Then try again.',
    way: 'retry',
  },
  'premium-required': {
    text: 'Spotify has stopped this Spotify app because its owner has no active Premium subscription. After a renewal, it can take a few hours to work again.',
    way: 'retry',
  },
  'insufficient-scope': {
    text: 'This login lacks a permission that Spotify needs here. Log in again and agree to all of them.',
    way: 'ask-scope',
  },
  forbidden: {
    text: 'Spotify doesn’t share this with the Spotify app you use. Trying again rarely helps.',
    way: 'retry',
    missing:
      'Spotify doesn’t share its songs with apps like this one. It probably belongs to someone else.',
  },
  'not-found': {
    text: 'Spotify can’t find this; it may have been removed. Try again later.',
    way: 'retry',
    missing: 'Spotify can’t find it any more; it may have been removed.',
  },
  'rate-limited': {
    text: (error) => `Spotify asked us to slow down. Wait ${waitOf(error)}, then try again.`,
    way: 'resume',
  },
  'quota-exceeded': {
    text: 'This Spotify app has used up its quota with Spotify. It may take hours to renew. Try again later today.',
    way: 'resume',
  },
  'spotify-down': {
    text: 'Spotify is having trouble. Wait a moment, then try again.',
    way: 'resume',
    missing: 'Spotify had trouble, twice in a row. Export it again later.',
  },
  offline: {
    text: 'You are offline. Loading continues by itself once the network is back.',
    way: 'resume',
  },
  'unreadable-answer': {
    text: 'The browser couldn’t read Spotify’s reply. Spotify may want us to slow down, or a content blocker is in the way. Wait 30 seconds, then try again.',
    way: 'resume',
  },
  unreachable: {
    text: 'The browser couldn’t read anything from Spotify. A content blocker or a filter in your network probably blocks api.spotify.com. Allow it for this page, then try again.',
    way: 'resume',
  },
  'no-answer': {
    text: 'Spotify didn’t reply in time. Check your network, then try again.',
    way: 'resume',
  },
  'unexpected-answer': {
    text: 'Spotify’s reply was incomplete or in a format we don’t recognise. Try again; if it repeats, Spotify may have changed something.',
    way: 'resume',
  },
  declined: {
    text: 'Nothing was read or stored. You can log in any time.',
    way: 'log-in',
  },
  protocol: {
    text: 'This login link was already used or belongs to another tab. Nothing has changed. Please log in again.',
    way: 'log-in',
  },
  'pending-login-too-old': {
    text: 'This login took too long: over an hour, or this device’s clock was set back. Nothing has changed. Log in again.',
    way: 'log-in',
  },
  'token-response': {
    text: 'Spotify’s login service sent a reply we don’t understand. Your login is kept. Check your network, then try again.',
    atLogin:
      'Spotify’s login service sent a reply we don’t understand, so this login didn’t finish. Check your network, then log in again.',
    way: 'retry',
  },
  'login-unavailable': {
    text: 'Spotify’s login service couldn’t be reached. Your login is kept. Check your network, then try again.',
    atLogin:
      'Spotify’s login service couldn’t be reached, so this login didn’t finish. Check your network, then log in again.',
    way: 'retry',
  },
  'invalid-grant': {
    text: 'Spotify no longer accepts this attempt to log in. Log in again.',
    way: 'log-in',
  },
  'client-configuration': {
    text: 'Spotify doesn’t accept this login’s Client ID or redirect URI. Compare both with Spotify’s dashboard.',
    way: 'none',
  },
  'logged-out': { text: 'You are logged out. Log in again to continue.', way: 'log-in' },
  'login-ended': {
    text: 'Spotify has ended this login, as it does after six months or when you remove the app from your account. Your settings are kept. Log in again to continue.',
    way: 'log-in',
  },
  'login-rejected': {
    text: 'Spotify no longer accepts this login. Your settings are kept. Log in again to continue.',
    way: 'log-in',
  },
  'storage-blocked': {
    text: 'This browser doesn’t let this page store anything, which a login needs. Allow site data for this page, then try again.',
    way: 'retry',
  },
  'storage-full': {
    text: 'This browser has no room left to store the login. Free some space, then try again.',
    way: 'retry',
  },
};

/** Gives the text for any error: cause and next step. The text never contains text of a server or an address. */
export function errorText(error: unknown): string {
  return textOf(wordsOf(error), error);
}

/** Gives the text for an error that prevented a login from finishing. */
export function loginFailureText(error: unknown): string {
  const words = wordsOf(error);
  return words.atLogin ?? textOf(words, error);
}

/** Gives the reason why the songs of one playlist are missing from an export. */
export function missingReason(error: unknown): string {
  return wordsOf(error).missing ?? MISSING;
}

/** Gives the next step for a person after an error. */
export function wayOf(error: unknown): Way {
  return wordsOf(error).way;
}

/** Returns whether only a new login resolves an error. */
export function needsLogin(error: unknown): boolean {
  return ['log-in', 'ask-scope'].includes(wayOf(error));
}

function wordsOf(error: unknown): Words {
  const { kind }: { readonly kind?: unknown } = Object(error);
  return typeof kind === 'string' && isKind(kind) ? WORDS[kind] : UNKNOWN;
}

function isKind(kind: string): kind is ErrorKind {
  return Object.hasOwn(WORDS, kind);
}

function textOf({ text }: Words, error: unknown): string {
  return typeof text === 'string' ? text : text(error);
}

function waitOf(error: unknown): string {
  const { retryAfter }: { readonly retryAfter?: unknown } = Object(error);
  if (typeof retryAfter !== 'number') return '30 seconds';
  const minutes = Math.ceil(retryAfter / 60);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  if (minutes > 1) return `${minutes} minutes`;
  return `${Math.max(1, Math.ceil(retryAfter))} s`;
}

/** The rows that remain on screen after a failed load. */
export interface WhatIsLeft {
  readonly error: unknown;
  /** Number of rows; `isWhole` if the rows are a complete list, perhaps an outdated one. */
  readonly count: number;
  readonly isWhole: boolean;
  /** Formats a number of rows. */
  readonly counted: (count: number) => string;
}

/** Explains why a load stopped and which rows remain. */
export function loadFailureText({ error, count, isWhole, counted }: WhatIsLeft): string {
  const text = errorText(error);
  if (isWhole) return `${text} You see the last complete list.`;
  return count === 0 ? text : `${text} The ${counted(count)} loaded so far are kept.`;
}

/** Gives the label of the button that continues after a failed load. */
export function loadFailureAction({ error, count }: Pick<WhatIsLeft, 'error' | 'count'>) {
  if (needsLogin(error)) return 'Log in again';
  return count === 0 ? 'Try again' : 'Resume';
}
