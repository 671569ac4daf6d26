/** What a field of the flow's messages means, and the section that defines it. */
export interface Meaning {
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

/** Says what a field means. */
export function meaningOf(field: string): Meaning {
  const [meaning, section] = MEANINGS[field] ?? ['', ''];
  return { meaning, section };
}
