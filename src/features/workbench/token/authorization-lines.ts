import { SPOTIFY_ACCOUNTS } from '../../../config.ts';

/** What decides an authorization request. */
export interface WantedLogin {
  readonly scopes: () => readonly string[];
  readonly clientId: () => string;
  readonly showsDialog: () => boolean;
}

/**
 * Lists the authorization request line by line as it will be sent, in the order of its parameters; what is made anew for
 * each login is named in angle brackets.
 */
export function authorizationLines(wanted: WantedLogin, redirectUri: string): readonly string[] {
  const parameters = {
    response_type: 'code',
    client_id: wanted.clientId().trim(),
    redirect_uri: redirectUri,
    scope: wanted.scopes().join(' '),
    ...(wanted.showsDialog() && { show_dialog: 'true' }),
  };
  const lines = Object.entries(parameters).map(([name, value]) =>
    new URLSearchParams({ [name]: value }).toString(),
  );
  const made = [
    'state=<random>',
    'code_challenge=<SHA-256 of a verifier>',
    'code_challenge_method=S256',
  ];
  const all = [...lines.slice(0, 4), ...made, ...lines.slice(4)];
  return [
    `GET ${SPOTIFY_ACCOUNTS.authorizationEndpoint}`,
    ...all.map((line, index) => `${index === 0 ? '?' : '&'}${line}`),
  ];
}
