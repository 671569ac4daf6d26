import { quoted } from '../request/snippets.ts';

/** What a script of one's own needs to know of a login; it has no secret of the app. */
export interface ExportedLogin {
  readonly clientId: string;
  readonly accessToken: string;
  /** `null` where Spotify has issued none. */
  readonly refreshToken: string | null;
  readonly tokenEndpoint: string;
}

/** A form in which a login can be copied. */
export const EXPORT_KINDS = ['.env', 'export', 'curl', 'fetch', 'Python'] as const;

/** The name of such a form. */
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What each form is for. */
export const EXPORT_TITLES: Readonly<Record<ExportKind, string>> = {
  '.env': 'As .env file',
  export: 'As shell export',
  curl: 'curl that refreshes',
  fetch: 'fetch that refreshes',
  Python: 'Python that refreshes',
};

/**
 * Writes a login for one's own scripts. The first two hold the tokens; the others refresh, and take the refresh token
 * from the variables of the first two.
 */
export function exportOf(kind: ExportKind, login: ExportedLogin): string {
  return WRITERS[kind](login);
}

const WRITERS: Readonly<Record<ExportKind, (login: ExportedLogin) => string>> = {
  '.env': (login) =>
    variablesOf(login)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  export: (login) =>
    variablesOf(login)
      .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
      .join(''),
  curl: ({ tokenEndpoint }) =>
    [
      `curl ${quoted(tokenEndpoint)}`,
      '--data grant_type=refresh_token',
      '--data-urlencode "refresh_token=$SPOTIFY_REFRESH_TOKEN"',
      '--data-urlencode "client_id=$SPOTIFY_CLIENT_ID"',
    ].join(' \\\n  '),
  fetch: ({ tokenEndpoint, clientId }) =>
    [
      `const response = await fetch(${JSON.stringify(tokenEndpoint)}, {`,
      "  method: 'POST',",
      '  body: new URLSearchParams({',
      "    grant_type: 'refresh_token',",
      '    refresh_token: process.env.SPOTIFY_REFRESH_TOKEN,',
      `    client_id: ${JSON.stringify(clientId)},`,
      '  }),',
      '});',
      'const { access_token, refresh_token } = await response.json();',
      '// A response without refresh_token: the old one stays good.',
    ].join('\n'),
  Python: ({ tokenEndpoint, clientId }) =>
    [
      'import json, os, urllib.parse, urllib.request',
      '',
      'data = urllib.parse.urlencode({',
      '    "grant_type": "refresh_token",',
      '    "refresh_token": os.environ["SPOTIFY_REFRESH_TOKEN"],',
      `    "client_id": ${JSON.stringify(clientId)},`,
      '}).encode()',
      `with urllib.request.urlopen(${JSON.stringify(tokenEndpoint)}, data) as response:`,
      '    tokens = json.load(response)',
      '# A response without refresh_token: the old one stays good.',
      'print(tokens["access_token"])',
    ].join('\n'),
};

function variablesOf(login: ExportedLogin): readonly (readonly [string, string])[] {
  const { clientId, accessToken, refreshToken } = login;
  return [
    ['SPOTIFY_CLIENT_ID', clientId],
    ['SPOTIFY_TOKEN', accessToken],
    ...(refreshToken === null ? [] : [['SPOTIFY_REFRESH_TOKEN', refreshToken] as const]),
  ];
}
