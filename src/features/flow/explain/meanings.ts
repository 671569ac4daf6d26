import type { LoginErrorKind } from '../../../oauth/errors.ts';
import type { CheckRecord } from '../record/flow.ts';

/** Meaning of a field in a message of the flow, and the section that defines the field. */
interface Meaning {
  readonly meaning: string;
  readonly section: string;
}

const MEANINGS: Readonly<Record<string, readonly [meaning: string, section: string]>> = {
  response_type: ['The page asks for a code, not for a token.', 'RFC 6749, section 4.1.1'],
  client_id: ['The public name of the Spotify app.', 'RFC 6749, section 2.2'],
  redirect_uri: [
    'Spotify sends you back here. It must be registered in the dashboard, letter by letter.',
    'RFC 6749, section 3.1.2',
  ],
  scope: ['What this page may do with the account.', 'RFC 6749, section 3.3'],
  state: [
    'A random value for this login. A reply without it is refused.',
    'RFC 6749, section 10.12',
  ],
  code_challenge: [
    'The SHA-256 of the code verifier. It doesn’t reveal the verifier.',
    'RFC 7636, section 4.2',
  ],
  code_challenge_method: ['The challenge is a SHA-256.', 'RFC 7636, section 4.3'],
  code_verifier: [
    'The secret behind the challenge. It proves that whoever redeems the code is the one who asked for it.',
    'RFC 7636, section 4.5',
  ],
  code: ['It works once, for some minutes, and only with the verifier.', 'RFC 6749, section 4.1.2'],
  iss: ['The server that replies. Spotify doesn’t send it.', 'RFC 9207, section 2'],
  error: ['The reason why there is no code, or no token.', 'RFC 6749, sections 4.1.2.1 and 5.2'],
  grant_type: ['What the page trades for the tokens.', 'RFC 6749, sections 4.1.3 and 6'],
  access_token: [
    'It opens the Web API for an hour. Anyone who has it can use it.',
    'RFC 6749, section 1.4',
  ],
  token_type: ['The page sends the token in the Authorization header.', 'RFC 6750, section 2.1'],
  expires_in: ['The access token is valid for this many seconds.', 'RFC 6749, section 5.1'],
  refresh_token: [
    'It gets new access tokens, for six months from the day you agreed.',
    'RFC 6749, section 6',
  ],
};

/** Gives the meaning of a field. */
export function meaningOf(field: string): Meaning {
  const [meaning, section] = MEANINGS[field] ?? ['', ''];
  return { meaning, section };
}

const CHECKS: Readonly<Record<CheckRecord['check'], readonly [string, string, string]>> = {
  state: ['One state only', 'A second state could contradict the first.', 'RFC 6749, section 3.1'],
  tab: ['State of this tab', 'This login started in this tab.', 'RFC 9700, section 2.1.1'],
  pending: [
    'Login not used yet',
    'The page uses it up in the same step. No reply works twice.',
    'RFC 9700, section 4.5',
  ],
  age: [
    'Less than an hour old',
    'The page doesn’t accept an old reply.',
    'RFC 6749, section 4.1.2',
  ],
  server: [
    'Same server',
    'Issuer, endpoints and redirect URI match those of the request.',
    'RFC 9700, section 4.4.2',
  ],
  flow: [
    'No token in the address',
    'The page refuses replies of other login flows.',
    'RFC 9700, section 2.1.2',
  ],
  single: [
    'Every parameter once',
    'The page refuses a parameter that is there twice.',
    'RFC 6749, section 3.1',
  ],
  issuer: [
    'Issuer is Spotify',
    'No other server may reply. Spotify itself sends no issuer.',
    'RFC 9207, section 2.4',
  ],
  'same-state': [
    'State as sent',
    'The OAuth library compares it once more.',
    'RFC 6749, section 10.12',
  ],
  'no-error': [
    'No error',
    'The page believes an error only after the state is checked.',
    'RFC 6749, section 4.1.2.1',
  ],
};

/** Gives the name and the reason of a check. */
export function checkText(check: CheckRecord['check']): Meaning & { readonly name: string } {
  const [name, meaning, section] = CHECKS[check] ?? [check, '', ''];
  return { name, meaning, section };
}

/** Number of checks on an authorization response that passes all of them. */
export const CHECK_COUNT = Object.keys(CHECKS).length;

const REFUSED = 'The reply failed a check, so the page refused it.';
const TEXTS: readonly (readonly [kind: LoginErrorKind, text: string])[] = [
  ['declined', 'You declined at Spotify.'],
  ['protocol', REFUSED],
  ['pending-login-too-old', REFUSED],
  ['token-response', REFUSED],
  ['invalid-grant', 'Spotify didn’t accept the code.'],
  ['login-unavailable', 'The page couldn’t reach Spotify’s login service.'],
  ['client-configuration', 'Spotify doesn’t accept the Client ID or the redirect URI.'],
];

/** Explains why a login failed. */
export function failureText(failure: string): string {
  const [, text] = TEXTS.find(([kind]) => failure.startsWith(kind)) ?? [];
  return text ?? 'It was interrupted.';
}
