import type { LoginErrorKind } from '../../../oauth/errors.ts';
import type { CheckRecord } from '../record/flow.ts';

/** Meaning of a field in a message of the flow, and the section that defines the field. */
interface Meaning {
  readonly meaning: string;
  readonly section: string;
}

const MEANINGS: Readonly<Record<string, readonly [meaning: string, section: string]>> = {
  response_type: ['Asks for a code, not for a token.', 'RFC 6749, section 4.1.1'],
  client_id: ['Names the Spotify app. It is public.', 'RFC 6749, section 2.2'],
  redirect_uri: [
    'Where Spotify leads back to: exactly an address registered in its dashboard.',
    'RFC 6749, section 3.1.2',
  ],
  scope: ['What the app may do with the account.', 'RFC 6749, section 3.3'],
  state: [
    'Random, made for this login alone, so that nobody else’s answer passes for it.',
    'RFC 6749, section 10.12',
  ],
  code_challenge: [
    'The SHA-256 of the code verifier. It gives away nothing of it.',
    'RFC 7636, section 4.2',
  ],
  code_challenge_method: ['Says that the challenge is a SHA-256.', 'RFC 7636, section 4.3'],
  code_verifier: [
    'The secret behind the challenge: it proves that the one who asked now takes the answer.',
    'RFC 7636, section 4.5',
  ],
  code: [
    'Good once, for some minutes, and only together with the verifier.',
    'RFC 6749, section 4.1.2',
  ],
  iss: ['Names the server that answers. Spotify sends none.', 'RFC 9207, section 2'],
  error: ['Why there is no code, or no token.', 'RFC 6749, sections 4.1.2.1 and 5.2'],
  grant_type: ['What is traded for the tokens.', 'RFC 6749, sections 4.1.3 and 6'],
  access_token: ['Opens the Web API for an hour, to whoever holds it.', 'RFC 6749, section 1.4'],
  token_type: ['The token goes into the Authorization header.', 'RFC 6750, section 2.1'],
  expires_in: ['How many seconds the access token lives.', 'RFC 6749, section 5.1'],
  refresh_token: [
    'Brings new access tokens, for six months from the day you agreed.',
    'RFC 6749, section 6',
  ],
};

/** Gives the meaning of a field. */
export function meaningOf(field: string): Meaning {
  const [meaning, section] = MEANINGS[field] ?? ['', ''];
  return { meaning, section };
}

const CHECKS: Readonly<Record<CheckRecord['check'], readonly [string, string, string]>> = {
  state: ['state came once', 'A second one could say something else.', 'RFC 6749, section 3.1'],
  tab: ['state is this tab’s', 'The login was begun in this very tab.', 'RFC 9700, section 2.1.1'],
  pending: [
    'its login waits',
    'It is taken in the same step, so that no answer works twice.',
    'RFC 9700, section 4.5',
  ],
  age: ['an hour at most', 'An old answer is no answer to this login.', 'RFC 6749, section 4.1.2'],
  server: [
    'the server is the one asked',
    'Issuer, endpoints and redirect URI are those of the request.',
    'RFC 9700, section 4.4.2',
  ],
  flow: [
    'no token in the address',
    'Answers of other flows are refused.',
    'RFC 9700, section 2.1.2',
  ],
  single: ['every parameter came once', 'Two of a kind are refused.', 'RFC 6749, section 3.1'],
  issuer: [
    'iss, where sent, is Spotify',
    'No other server answers for it. Spotify sends none.',
    'RFC 9207, section 2.4',
  ],
  'same-state': [
    'state is the one sent',
    'The library compares it once more.',
    'RFC 6749, section 10.12',
  ],
  'no-error': ['no error', 'Believed only now, after the state.', 'RFC 6749, section 4.1.2.1'],
};

/** Gives the name and the reason of a check. */
export function checkText(check: CheckRecord['check']): Meaning & { readonly name: string } {
  const [name, meaning, section] = CHECKS[check] ?? [check, '', ''];
  return { name, meaning, section };
}

/** Number of checks on an authorization response that passes all of them. */
export const CHECK_COUNT = Object.keys(CHECKS).length;

const REFUSED = 'The answer did not pass the checks, so it was refused.';
const TEXTS: readonly (readonly [kind: LoginErrorKind, text: string])[] = [
  ['declined', 'You declined at Spotify.'],
  ['protocol', REFUSED],
  ['pending-login-too-old', REFUSED],
  ['token-response', REFUSED],
  ['invalid-grant', 'Spotify did not accept the code.'],
  ['login-unavailable', 'Spotify’s login service could not be reached.'],
  ['client-configuration', 'Spotify does not accept the Client ID or the redirect URI.'],
];

/** Explains why a login failed. */
export function failureText(failure: string): string {
  const [, text] = TEXTS.find(([kind]) => failure.startsWith(kind)) ?? [];
  return text ?? 'It broke off.';
}
