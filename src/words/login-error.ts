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

const CHECK_NETWORK = 'Check your network, then ';

const TEXTS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [
    AuthorizationDeniedError,
    'Nothing was read and nothing was stored. You can log in whenever you like.',
  ],
  [InvalidGrantError, 'Spotify no longer accepts this attempt to log in. Log in again.'],
  [
    ClientConfigurationError,
    'Spotify does not accept the Client ID or the redirect URI of this login. Compare both with Spotify’s dashboard.',
  ],
]);

/** Puts an error of a login, or any that nobody expects, into plain words; never a text from outside. */
export function loginErrorText(error: unknown): string {
  if (error instanceof LoginRequiredError) return loginRequiredText(error);
  if (error instanceof StorageError) return storageText(error);
  const failure = serviceFailure(error);
  if (failure) return `${failure}. Your login is kept. ${CHECK_NETWORK}try again.`;
  if (error instanceof ProtocolError && error.code === 'pending_login_too_old') {
    return 'This login took too long: it began more than an hour ago. Nothing was changed. Log in again.';
  }
  if (error instanceof ProtocolError) {
    return 'This answer does not belong to a login that was begun in this tab, or it was used before. Nothing was changed. Log in again to start afresh.';
  }
  return TEXTS.get(Object(error).constructor) ?? UNKNOWN_FAILURE;
}

/** The same for a login that did not finish. */
export function loginFailureText(error: unknown): string {
  const failure = serviceFailure(error);
  return failure
    ? `${failure}, so this login did not finish. ${CHECK_NETWORK}log in again.`
    : loginErrorText(error);
}

/** Says what Spotify's login service did, or what stood between, where a later try may go well. */
function serviceFailure(error: unknown): string | undefined {
  if (error instanceof TemporarilyUnavailableError)
    return 'Spotify’s login service could not be reached';
  // The answer to a token request, such as the page of a network that wants a login of its own.
  if (error instanceof ProtocolError && error.code.startsWith('token_'))
    return 'Spotify’s login service gave an answer that we do not understand';
  return undefined;
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
