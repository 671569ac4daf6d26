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
    text: 'The browser draws 32 random bytes and keeps them to itself. With them it draws a state, by which it will know its own login again.',
    section: 'RFC 7636, section 4.1',
    from: 1,
    to: 1,
  },
  challenge: {
    title: 'Derive the code challenge',
    text: 'The challenge is the SHA-256 of the verifier. Whoever sees the challenge cannot find the verifier.',
    section: 'RFC 7636, section 4.2',
    from: 1,
    to: 1,
  },
  request: {
    title: 'Authorization request',
    text: 'The page goes to accounts.spotify.com with the Client ID, the redirect URI, the scopes, the state and the challenge.',
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
    text: 'Spotify leads back to the redirect URI with a code and the state. The page takes both out of the address at once, and refuses them unless the state is that of the login begun in this tab.',
    section: 'RFC 6749, section 4.1.2',
    from: 2,
    to: 1,
  },
  'token-request': {
    title: 'Token request',
    text: 'The page posts the code with the verifier. Whoever stole the code on its way has no verifier, and gets nothing.',
    section: 'RFC 7636, section 4.5',
    from: 1,
    to: 2,
  },
  'token-response': {
    title: 'Token response',
    text: 'Spotify compares the verifier with the challenge and answers with an access token for an hour and a refresh token for six months.',
    section: 'RFC 6749, section 5.1',
    from: 2,
    to: 1,
  },
  call: {
    title: 'First API call',
    text: 'Every request to api.spotify.com carries the access token in its Authorization header, and nowhere else.',
    section: 'RFC 6750, section 2.1',
    from: 1,
    to: 3,
  },
  refresh: {
    title: 'Refresh',
    text: 'When the access token ends, the refresh token brings a new one, once for all tabs.',
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
