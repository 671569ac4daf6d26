import type { Shown, TokenExchange } from '../record/flow.ts';

/** The steps of a login, and of the requests after it. */
export type StepKind =
  | 'verifier'
  | 'challenge'
  | 'request'
  | 'consent'
  | 'response'
  | 'token-request'
  | 'token-response'
  | 'call'
  | 'refresh';

/** The lifelines of the diagram, from left to right. */
export const LIFELINES = ['You', 'This page', 'accounts.spotify.com', 'api.spotify.com'] as const;

/** Title and explanation of a step, in plain words. */
interface StepText {
  readonly title: string;
  readonly text: string;
  readonly section: string;
  /** Indexes of the lifelines; both are equal for a step within the page. */
  readonly from: number;
  readonly to: number;
}

/** The texts of all steps, with the sections that define them. */
export const STEP_TEXTS: Readonly<Record<StepKind, StepText>> = {
  verifier: {
    title: 'Make a code verifier',
    text: 'The browser makes 32 random bytes and keeps them secret. It also makes a random “state”, so it can recognise the reply to this login.',
    section: 'RFC 7636, section 4.1',
    from: 1,
    to: 1,
  },
  challenge: {
    title: 'Derive the code challenge',
    text: 'The challenge is the SHA-256 of the verifier. Nobody can compute the verifier from the challenge.',
    section: 'RFC 7636, section 4.2',
    from: 1,
    to: 1,
  },
  request: {
    title: 'Authorization request',
    text: 'The page sends you to accounts.spotify.com. The address holds the Client ID, redirect URI, scopes, state and challenge.',
    section: 'RFC 6749, section 4.1.1',
    from: 1,
    to: 2,
  },
  consent: {
    title: 'Consent',
    text: 'Spotify asks whether you agree. This page never sees your password.',
    section: 'RFC 6749, section 4.1',
    from: 0,
    to: 2,
  },
  response: {
    title: 'Authorization response',
    text: 'Spotify sends you back to the redirect URI with a code and the state. The page removes both from the address at once. It refuses any state that isn’t the one of this tab.',
    section: 'RFC 6749, section 4.1.2',
    from: 2,
    to: 1,
  },
  'token-request': {
    title: 'Token request',
    text: 'The page posts the code with the verifier. A thief who has only the code gets nothing.',
    section: 'RFC 7636, section 4.5',
    from: 1,
    to: 2,
  },
  'token-response': {
    title: 'Token response',
    text: 'Spotify compares the verifier with the challenge. It replies with an access token for an hour and a refresh token for six months.',
    section: 'RFC 6749, section 5.1',
    from: 2,
    to: 1,
  },
  call: {
    title: 'First API call',
    text: 'Every request to api.spotify.com carries the access token, only in its Authorization header.',
    section: 'RFC 6750, section 2.1',
    from: 1,
    to: 3,
  },
  refresh: {
    title: 'Refresh',
    text: 'When the access token expires, the refresh token gets a new one. One tab does this for all tabs.',
    section: 'RFC 6749, section 6',
    from: 1,
    to: 2,
  },
};

/** State of a step; `ahead` also for a step that was not observed. */
export type StepState = 'ahead' | 'waiting' | 'done' | 'failed';

/** One field of a message, with its meaning. */
export interface Line {
  readonly name: string;
  readonly value: Shown;
  readonly meaning: string;
  readonly section: string;
  /** Result of a check; absent for fields. */
  readonly isGood?: boolean;
}

/** A request, a response, or a value derived from one. */
export interface Message {
  readonly title: string;
  /** First line, such as the method and the address. */
  readonly head?: string;
  readonly lines: readonly Line[];
  readonly note?: string;
}

/** Recorded data of a step. */
export interface Known {
  readonly state: StepState;
  /** Time of the step, in ms since the epoch. */
  readonly at?: number;
  readonly outcome?: string;
  readonly messages?: readonly Message[];
  /** The token request that can be copied as a curl command. */
  readonly exchange?: TokenExchange;
}

/** One step of the flow: its texts and, once it has happened, its values. */
export interface Step extends StepText, Known {
  readonly id: string;
  readonly kind: StepKind;
  readonly number: number;
}

/** Formats a value; a redacted one is formatted as its length. */
export function formatValue(value: Shown): string {
  return typeof value === 'string' ? value : `${value.hidden} characters, hidden`;
}
