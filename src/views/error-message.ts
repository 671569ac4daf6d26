import {
  AuthorizationDeniedError,
  ClientConfigurationError,
  InvalidGrantError,
  ProtocolError,
  TemporarilyUnavailableError,
} from '../oauth/errors.ts';
import { LoginRequiredError, StorageError } from '../session/errors.ts';
import {
  ForbiddenError,
  InsufficientScopeError,
  NoAnswerError,
  NotFoundError,
  OfflineError,
  PremiumRequiredError,
  QuotaExceededError,
  RateLimitedError,
  SpotifyDownError,
  UnexpectedAnswerError,
  UnreadableAnswerError,
  UserNotRegisteredError,
} from '../spotify/errors.ts';

/** A failure in words: what happened and what to do, and whether only a new login helps. */
export interface ErrorMessage {
  readonly text: string;
  readonly needsLogin: boolean;
}

/** Puts any error into plain words of ours; never a text from a server or an address. */
export function errorMessage(error: unknown): ErrorMessage {
  return { text: textOf(error), needsLogin: needsLogin(error) };
}

/** The same for a login that did not finish. */
export function loginFailureText(error: unknown): string {
  return error instanceof TemporarilyUnavailableError
    ? 'Spotify’s login service could not be reached, so this login did not finish. Check your network, then log in again.'
    : textOf(error);
}

function needsLogin(error: unknown): boolean {
  return error instanceof LoginRequiredError || error instanceof InsufficientScopeError;
}

const TEXTS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [
    UserNotRegisteredError,
    'Spotify let you log in, but your account is not on the list of users of this Spotify app. Its owner can add your e-mail address in Spotify’s dashboard, under User Management. Then try again.',
  ],
  [
    PremiumRequiredError,
    'Spotify has stopped this Spotify app because its owner has no active Premium subscription. After a renewal it can take a few hours until requests are allowed again.',
  ],
  [
    InsufficientScopeError,
    'This login does not carry a permission that Spotify asks for here. Log in again and agree to all of them.',
  ],
  [
    ForbiddenError,
    'Spotify does not give this to the Spotify app you use. Trying again rarely helps.',
  ],
  [
    NotFoundError,
    'Spotify does not know what was asked for; it may have been removed. Try again later.',
  ],
  [
    QuotaExceededError,
    'This Spotify app has used up its quota with Spotify, which can take hours to come back. Try again later today.',
  ],
  [SpotifyDownError, 'Spotify has a fault on its side. Wait a moment, then go on.'],
  [OfflineError, 'You are offline. Loading goes on by itself once the network is back.'],
  [
    UnreadableAnswerError,
    'The browser could not read Spotify’s answer. Spotify may be asking us to slow down, or a content blocker stands between. Wait half a minute, then go on.',
  ],
  [NoAnswerError, 'Spotify did not answer in time. Check your network, then go on.'],
  [
    UnexpectedAnswerError,
    'Spotify’s answer was cut off or not of the form we know. Go on; if it happens again, Spotify may have changed something.',
  ],
  [
    AuthorizationDeniedError,
    'Nothing was read and nothing was stored. You can log in whenever you like.',
  ],
  [InvalidGrantError, 'Spotify no longer accepts this attempt to log in. Log in again.'],
  [
    TemporarilyUnavailableError,
    'Spotify’s login service could not be reached. Your login is kept. Check your network, then try again.',
  ],
  [
    ClientConfigurationError,
    'Spotify does not accept the Client ID or the redirect URI of this login. Compare both with Spotify’s dashboard.',
  ],
]);

const UNKNOWN_FAILURE =
  'A part of this page failed. Your login is kept. Reload the page or try again.';

function textOf(error: unknown): string {
  if (error instanceof RateLimitedError) {
    return `Spotify asks us to slow down. Wait ${waitOf(error)}, then go on.`;
  }
  if (error instanceof LoginRequiredError) return loginRequiredText(error);
  if (error instanceof StorageError) return storageText(error);
  if (error instanceof ProtocolError) {
    return error.code === 'framed'
      ? 'This page is shown inside another site, where nobody should log in. Open it in a tab of its own.'
      : 'This answer does not belong to a login that was begun in this tab, or it was used before. Nothing was changed. Log in again to start afresh.';
  }
  return TEXTS.get(Object(error).constructor) ?? UNKNOWN_FAILURE;
}

function waitOf(error: RateLimitedError): string {
  if (error.retryAfter === null) return 'half a minute';
  const minutes = Math.ceil(error.retryAfter / 60);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  if (minutes > 1) return `${minutes} minutes`;
  return `${Math.max(1, Math.ceil(error.retryAfter))} s`;
}

function loginRequiredText(error: LoginRequiredError): string {
  if (error.reason === 'ended') {
    return 'Spotify has ended this login, as it does after six months or when you remove the app from your account. Your settings are kept. Log in again to go on.';
  }
  if (error.reason === 'rejected') {
    return 'Spotify does not accept this login any more. Your settings are kept. Log in again to go on.';
  }
  return 'You are logged out. Log in again to go on.';
}

function storageText(error: StorageError): string {
  return error.reason === 'full'
    ? 'This browser has no room left to store the login. Free some space, then try again.'
    : 'This browser does not let this page store anything, which a login needs. Allow site data for this page, then try again.';
}
