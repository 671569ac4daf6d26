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
import { loginErrorText } from './login-error.ts';

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
]);

/** Puts any error into plain words of ours: what happened and what to do; never a text from a server or an address. */
export function errorMessage(error: unknown): string {
  if (error instanceof RateLimitedError) {
    return `Spotify asks us to slow down. Wait ${waitOf(error)}, then go on.`;
  }
  return TEXTS.get(Object(error).constructor) ?? loginErrorText(error);
}

function waitOf(error: RateLimitedError): string {
  if (error.retryAfter === null) return 'half a minute';
  const minutes = Math.ceil(error.retryAfter / 60);
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  if (minutes > 1) return `${minutes} minutes`;
  return `${Math.max(1, Math.ceil(error.retryAfter))} s`;
}
