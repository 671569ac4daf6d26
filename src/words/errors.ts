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

const MISSING = 'Spotify’s answer was cut off or not of the form we know. Export it again later.';

const WORDS: Readonly<Record<ErrorKind, Words>> = {
  'user-not-registered': {
    text: 'Spotify let you log in, but your account is not on the list of users of this Spotify app. Its owner can add your e-mail address in Spotify’s dashboard, under User Management. Then try again.',
    way: 'retry',
  },
  'premium-required': {
    text: 'Spotify has stopped this Spotify app because its owner has no active Premium subscription. After a renewal it can take a few hours until requests are allowed again.',
    way: 'retry',
  },
  'insufficient-scope': {
    text: 'This login does not carry a permission that Spotify asks for here. Log in again and agree to all of them.',
    way: 'ask-scope',
  },
  forbidden: {
    text: 'Spotify does not give this to the Spotify app you use. Trying again rarely helps.',
    way: 'retry',
    missing:
      'Spotify does not give its tracks to apps like this one, most likely because it belongs to someone else.',
  },
  'not-found': {
    text: 'Spotify does not know what was asked for; it may have been removed. Try again later.',
    way: 'retry',
    missing: 'Spotify does not know it any more; it may have been removed.',
  },
  'rate-limited': {
    text: (error) => `Spotify asks us to slow down. Wait ${waitOf(error)}, then go on.`,
    way: 'resume',
  },
  'quota-exceeded': {
    text: 'This Spotify app has used up its quota with Spotify, which can take hours to come back. Try again later today.',
    way: 'resume',
  },
  'spotify-down': {
    text: 'Spotify has a fault on its side. Wait a moment, then go on.',
    way: 'resume',
    missing: 'Spotify had a fault on its side, also when asked again. Export it again later.',
  },
  offline: {
    text: 'You are offline. Loading goes on by itself once the network is back.',
    way: 'resume',
  },
  'unreadable-answer': {
    text: 'The browser could not read Spotify’s answer. Spotify may be asking us to slow down, or a content blocker stands between. Wait half a minute, then go on.',
    way: 'resume',
  },
  unreachable: {
    text: 'Nothing that Spotify sent could be read. A content blocker, or a filter in your network, most likely blocks api.spotify.com. Allow it for this page, then try again.',
    way: 'resume',
  },
  'no-answer': {
    text: 'Spotify did not answer in time. Check your network, then go on.',
    way: 'resume',
  },
  'unexpected-answer': {
    text: 'Spotify’s answer was cut off or not of the form we know. Go on; if it happens again, Spotify may have changed something.',
    way: 'resume',
  },
  declined: {
    text: 'Nothing was read and nothing was stored. You can log in whenever you like.',
    way: 'log-in',
  },
  protocol: {
    text: 'This answer does not belong to a login that was begun in this tab, or it was used before. Nothing was changed. Log in again to start afresh.',
    way: 'log-in',
  },
  'pending-login-too-old': {
    text: 'This login took too long: it began more than an hour ago, or the clock of this device was set back since. Nothing was changed. Log in again.',
    way: 'log-in',
  },
  'token-response': {
    text: 'Spotify’s login service gave an answer that we do not understand. Your login is kept. Check your network, then try again.',
    atLogin:
      'Spotify’s login service gave an answer that we do not understand, so this login did not finish. Check your network, then log in again.',
    way: 'retry',
  },
  'login-unavailable': {
    text: 'Spotify’s login service could not be reached. Your login is kept. Check your network, then try again.',
    atLogin:
      'Spotify’s login service could not be reached, so this login did not finish. Check your network, then log in again.',
    way: 'retry',
  },
  'invalid-grant': {
    text: 'Spotify no longer accepts this attempt to log in. Log in again.',
    way: 'log-in',
  },
  'client-configuration': {
    text: 'Spotify does not accept the Client ID or the redirect URI of this login. Compare both with Spotify’s dashboard.',
    way: 'none',
  },
  'logged-out': { text: 'You are logged out. Log in again to go on.', way: 'log-in' },
  'login-ended': {
    text: 'Spotify has ended this login, as it does after six months or when you remove the app from your account. Your settings are kept. Log in again to go on.',
    way: 'log-in',
  },
  'login-rejected': {
    text: 'Spotify does not accept this login any more. Your settings are kept. Log in again to go on.',
    way: 'log-in',
  },
  'storage-blocked': {
    text: 'This browser does not let this page store anything, which a login needs. Allow site data for this page, then try again.',
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
  if (typeof retryAfter !== 'number') return 'half a minute';
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
  return count === 0 ? text : `${text} The ${counted(count)} that came are kept.`;
}

/** Gives the label of the button that continues after a failed load. */
export function loadFailureAction({ error, count }: Pick<WhatIsLeft, 'error' | 'count'>) {
  if (needsLogin(error)) return 'Log in again';
  return count === 0 ? 'Try again' : 'Resume';
}
