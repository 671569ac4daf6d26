import { inspect } from 'node:util';
import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { LoginErrorKind } from '../../../src/oauth/errors.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { TOKEN, useNetwork } from '../../support/unit/network.ts';
import { GOOD_ANSWER, good, json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();

/** Logs in against a token endpoint that gives this one answer. */
async function logInWith(answer: () => Response) {
  const browser = openBrowser();
  const { session } = browser.openTab();
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  network.use(http.post(TOKEN, answer));
  const state = request.searchParams.get('state') ?? '';
  const login = session.completeLogin(new URLSearchParams({ code: 'SECRET-code', state }));
  return { browser, session, login };
}

const broken = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"access_token":"SECRET'));
        controller.error(new TypeError('terminated'));
      },
    }),
    { headers: { 'Content-Type': 'application/json' } },
  );
const webApiError = { error: { status: 400, message: 'Bad request SECRET' } };
const noType = (body: unknown) => () =>
  new Response(new TextEncoder().encode(JSON.stringify(body)));

const REFUSED: [string, string, () => Response, LoginErrorKind][] = [
  [
    'row 36, t1',
    'a web page with status 200',
    text(JSON.stringify(GOOD_ANSWER), 200, 'text/html'),
    'token-response',
  ],
  ['row 36, t2', 'no media type', noType(GOOD_ANSWER), 'token-response'],
  [
    'row 36',
    'a media type that only begins like JSON',
    text(JSON.stringify(GOOD_ANSWER), 200, 'application/json-seq'),
    'token-response',
  ],
  [
    'row 36, t3',
    'JSON that is cut off',
    text('{"access_token":"SECRET', 200, 'application/json'),
    'token-response',
  ],
  ['row 36, t4', 'null', json(null), 'token-response'],
  ['row 36, t5', 'a list', json([GOOD_ANSWER]), 'token-response'],
  ['row 36, t6', 'no access token', good({ access_token: undefined }), 'token-response'],
  ['row 36, t7', 'an empty access token', good({ access_token: '' }), 'token-response'],
  ['row 36, t8', 'a number as access token', good({ access_token: 7 }), 'token-response'],
  ['row 36, t9', 'no token type', good({ token_type: undefined }), 'token-response'],
  ['row 36, t10', 'token type mac', good({ token_type: 'mac' }), 'token-response'],
  [
    'row 36, t11',
    'token type dpop, which nobody asked for',
    good({ token_type: 'DPoP' }),
    'token-response',
  ],
  ['row 36, t12', 'a negative lifetime', good({ expires_in: -1 }), 'token-response'],
  ['row 36, t13', 'a word as lifetime', good({ expires_in: 'abc' }), 'token-response'],
  [
    'row 36, t14',
    'an endless lifetime',
    text(JSON.stringify(GOOD_ANSWER).replace('3600', '1e400'), 200, 'application/json'),
    'token-response',
  ],
  ['row 36, t15', 'a number as refresh token', good({ refresh_token: 7 }), 'token-response'],
  ['row 36, t16', 'an empty refresh token', good({ refresh_token: '' }), 'token-response'],
  ['row 36, t17', 'a number as scope', good({ scope: 7 }), 'token-response'],
  [
    't30',
    'an access token with a line break',
    good({ access_token: 'line\nbreak' }),
    'token-response',
  ],
  ['t30', 'an access token with NUL', good({ access_token: 'NUL\0' }), 'token-response'],
  ['t30', 'an access token beyond ASCII', good({ access_token: 'naïve' }), 'token-response'],
  ['t30', 'an access token of 1 MB', good({ access_token: 'x'.repeat(1e6) }), 'token-response'],
  [
    't30',
    'a refresh token with a line break',
    good({ refresh_token: 'line\nbreak' }),
    'token-response',
  ],
  ['row 36, t19', 'status 201', json(GOOD_ANSWER, 201), 'token-response'],
  [
    'row 34, t20',
    'a redirect',
    () => HttpResponse.redirect('https://accounts.spotify.com/x', 302),
    'token-response',
  ],
  [
    'row 39, t21',
    'invalid_grant',
    json({ error: 'invalid_grant', error_description: 'SECRET' }, 400),
    'invalid-grant',
  ],
  ['row 36, t22', 'an error with status 200', json({ error: 'invalid_grant' }), 'token-response'],
  [
    'row 39, t23',
    'a web page with status 400',
    text('<h1>SECRET</h1>', 400, 'text/html'),
    'token-response',
  ],
  ['row 39, t24', 'an error in the form of the Web API', json(webApiError, 400), 'token-response'],
  [
    'row 39, t25',
    'a rate limit',
    text('Too many requests', 429, 'text/plain'),
    'login-unavailable',
  ],
  ['row 39, t26', 'an outage', text('<h1>503</h1>', 503, 'text/html'), 'login-unavailable'],
  ['row 39, t27', 'nothing, as the network fails', HttpResponse.error, 'login-unavailable'],
  ['row 39, t28', 'a body that breaks off', broken, 'login-unavailable'],
  ['row 39, t29', 'an id token that is none', good({ id_token: 'SECRET' }), 'token-response'],
  ['row 39', 'a time-out of the server', text(null, 408, 'text/plain'), 'login-unavailable'],
  [
    'row 39',
    'an outage in the words of a refusal',
    json({ error: 'invalid_grant' }, 503),
    'login-unavailable',
  ],
  [
    'row 39',
    'temporarily_unavailable',
    json({ error: 'temporarily_unavailable' }, 400),
    'login-unavailable',
  ],
  ['row 39', 'invalid_client', json({ error: 'invalid_client' }, 400), 'client-configuration'],
  [
    'row 39',
    'an error that is not known',
    json({ error: 'SECRET_error' }, 400),
    'client-configuration',
  ],
  [
    'row 40',
    'another error whose description says invalid_grant',
    json({ error: 'invalid_client', error_description: 'invalid_grant' }, 400),
    'client-configuration',
  ],
  [
    'row 40',
    'invalid_grant in other words',
    json({ error: 'invalid_grant', error_description: 'server_error' }, 400),
    'invalid-grant',
  ],
];

test.each(REFUSED)(
  '[%s] %s as token response logs nobody in',
  async (_id, _case, answer, expected) => {
    const { browser, session, login } = await logInWith(answer);
    const error: unknown = await login.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: expected });
    expect(
      inspect(error, { depth: 9, showHidden: true }),
      '[row 43] no secret in an error',
    ).not.toContain('SECRET');
    expect(session.state()).toEqual({ kind: 'signed-out', reason: 'none' });
    expect(await browser.tokens.read()).toBeUndefined();
    expect(browser.clock.sleeping()).toBe(0);
  },
);

test.each([86_401, 1e15, 1e307])(
  '[row 36] an access token that is said to live for %d s is believed for a day',
  async (expires_in) => {
    const { browser, login } = await logInWith(good({ expires_in }));
    await login;
    const record = await browser.tokens.read();
    expect(record?.expiresIn).toBe(86_400);
    expect((record?.expiresAt ?? 0) - (record?.issuedAt ?? 0)).toBe(86_340_000);
  },
);
