import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  quoted,
  SNIPPET_KINDS,
  snippetOf,
} from '../../../src/features/workbench/request/snippets.ts';
import {
  parseArticleRequest,
  toArticleRequest,
  toArticleResult,
} from '../../../src/features/workbench/token/login-texts.ts';
import { EXPORT_KINDS, exportOf } from '../../../src/features/workbench/token/token-exports.ts';
import type { SessionRecord } from '../../../src/session/types.ts';

const REDIRECT_URI = 'https://liner.example/callback';
const CLIENT_ID = '9f3e7c2a1b5d4860ae91c7d2f4b80365';

const GET = {
  method: 'GET',
  url: "https://api.spotify.com/v1/search?q=it's",
  body: undefined,
} as const;
const POST = {
  method: 'POST',
  url: 'https://api.spotify.com/v1/me/playlists',
  body: { type: 'application/json', text: '{"name":"It\'s $HOME"}' },
} as const;

test.each(SNIPPET_KINDS)(
  'as %s a request names its method, address and body, and the token as a variable',
  (kind) => {
    for (const request of [GET, POST]) {
      const text = snippetOf(kind, request);
      expect(text).toContain('SPOTIFY_TOKEN');
      expect(text).toContain('https://api.spotify.com/v1/');
      expect(text).not.toMatch(/Bearer BQ/);
    }
    expect(snippetOf(kind, POST)).toMatch(/POST/);
  },
);

test('a shell runs what is quoted as one word, whatever it holds', () => {
  const text = 'it\'s $HOME `id` "x" \\ !';
  expect(execFileSync('sh', ['-c', `printf %s ${quoted(text)}`]).toString()).toBe(text);
});

test('curl is given the address and the body as they are', () => {
  const script = snippetOf('curl', POST).replace(/^curl/, 'printf "[%s]"');
  expect(execFileSync('sh', ['-c', script], { env: { SPOTIFY_TOKEN: 'T' } }).toString()).toBe(
    '[--request][POST][https://api.spotify.com/v1/me/playlists][--header][Authorization: Bearer T]' +
      '[--header][Content-Type: application/json][--data][{"name":"It\'s $HOME"}]',
  );
});

const record: SessionRecord = {
  loginId: 'login',
  clientId: CLIENT_ID,
  redirectUri: REDIRECT_URI,
  issuer: 'https://accounts.spotify.com',
  askedScopes: ['user-top-read'],
  grantedScopes: ['user-top-read'],
  accessToken: 'BQ-access',
  refreshToken: 'AQ-refresh',
  expiresIn: 3600,
  issuedAt: 0,
  expiresAt: 0,
  authorizedAt: 0,
  account: null,
  isKept: false,
};

test('the result has the form of the request and response, and hides what is not revealed', () => {
  const hidden = toArticleResult(record, { accessToken: false, refreshToken: false });
  expect(JSON.parse(hidden)).toEqual({
    request: { redirect_uri: REDIRECT_URI, scopes: ['user-top-read'] },
    response: { access_token: '••••••••', refresh_token: '••••••••', expires_in: 3600 },
  });
  const shown = toArticleResult(record, { accessToken: true, refreshToken: true });
  expect(JSON.parse(shown)).toMatchObject({
    response: { access_token: 'BQ-access', refresh_token: 'AQ-refresh' },
  });
});

test('what was copied as a request can be pasted again', () => {
  const scopes = ['playlist-read-private', 'user-top-read'];
  expect(parseArticleRequest(toArticleRequest(REDIRECT_URI, scopes), REDIRECT_URI)).toEqual({
    scopes,
  });
  expect(
    parseArticleRequest('{"scopes":"user-top-read playlist-read-private"}', REDIRECT_URI),
  ).toEqual({
    scopes,
  });
});

test.each([
  ['no JSON', 'scopes: all', /JSON/],
  [
    'another redirect URI',
    '{"redirect_uri":"http://localhost:3000/","scopes":[]}',
    /https:\/\/liner\.example\/callback/,
  ],
  ['no list of scopes', '{"scopes":{}}', /list/],
  ['an unknown scope', '{"scopes":["user-read-birthdate"]}', /user-read-birthdate/],
])('%s is refused with the reason', (_, text, reason) => {
  expect(parseArticleRequest(text, REDIRECT_URI)).toEqual({
    problem: expect.stringMatching(reason),
  });
});

test.each(EXPORT_KINDS)(
  'the export "%s" has no secret of the app, and the tokens only where they are the matter',
  (kind) => {
    const text = exportOf(kind, {
      clientId: CLIENT_ID,
      accessToken: 'BQ-access',
      refreshToken: 'AQ-refresh',
      tokenEndpoint: 'https://accounts.spotify.com/api/token',
    });
    const holdsTokens = kind === '.env' || kind === 'export';
    expect(text.includes('BQ-access')).toBe(holdsTokens);
    expect(text.includes('AQ-refresh')).toBe(holdsTokens);
    expect(text).toContain(kind === 'curl' ? '$SPOTIFY_CLIENT_ID' : CLIENT_ID);
    expect(text).not.toMatch(/secret/i);
  },
);

test('a shell reads back the exported variables', () => {
  const login = {
    clientId: CLIENT_ID,
    accessToken: "B'Q$x",
    refreshToken: null,
    tokenEndpoint: '',
  };
  const script = `${exportOf('export', login)}printf %s "$SPOTIFY_TOKEN"`;
  expect(execFileSync('sh', ['-c', script]).toString()).toBe("B'Q$x");
  expect(exportOf('.env', login)).not.toContain('REFRESH');
});
