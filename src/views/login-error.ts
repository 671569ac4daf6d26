import {
  AuthorizationDeniedError,
  ClientConfigurationError,
  InvalidGrantError,
  ProtocolError,
  TemporarilyUnavailableError,
} from '../oauth/errors.ts';
import { LoginRequiredError, StorageError } from '../session/errors.ts';

/** What is said of an error that has no sentence of its own. */
const UNKNOWN_FAILURE =
  'A part of this page failed. Your login is kept. Reload the page or try again.';

const TEXTS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
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

/** Puts an error of a login, or any that nobody expects, into plain words; never a text from outside. */
export function loginErrorText(error: unknown): string {
  if (error instanceof LoginRequiredError) return loginRequiredText(error);
  if (error instanceof StorageError) return storageText(error);
  if (error instanceof ProtocolError) {
    return error.code === 'framed'
      ? 'This page is shown inside another site, where nobody should log in. Open it in a tab of its own.'
      : 'This answer does not belong to a login that was begun in this tab, or it was used before. Nothing was changed. Log in again to start afresh.';
  }
  return TEXTS.get(Object(error).constructor) ?? UNKNOWN_FAILURE;
}

/** The same for a login that did not finish. */
export function loginFailureText(error: unknown): string {
  return error instanceof TemporarilyUnavailableError
    ? 'Spotify’s login service could not be reached, so this login did not finish. Check your network, then log in again.'
    : loginErrorText(error);
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
