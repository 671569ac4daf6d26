import { type HttpHandler, http } from 'msw';
import { expect, test } from 'vitest';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { makeGate, TOKEN, useNetwork } from '../../support/unit/network.ts';
import { GOOD_ANSWER, good, json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const ASKED = GOOD_ANSWER.scope.split(' ');

/** Logs in against a token endpoint that gives this one answer. */
async function logInWith(answer: () => Response, ...before: HttpHandler[]) {
  const browser = openBrowser();
  const { session } = browser.openTab();
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  network.use(...before, http.post(TOKEN, answer));
  const state = request.searchParams.get('state') ?? '';
  const login = session.completeLogin(new URLSearchParams({ code: 'SECRET-code', state }));
  return { browser, session, login };
}

test.each([
  ['row 36', 'with its token type in capitals', good({ token_type: 'BEARER' })],
  [
    'row 36',
    'with a charset',
    text(JSON.stringify(GOOD_ANSWER), 200, 'Application/JSON; charset=utf-8'),
  ],
  [
    'row 37',
    'with members that nobody knows',
    good({ device: 'x', constructor: 1, username: null }),
  ],
])('[%s] a token response %s logs in', async (_id, _case, answer) => {
  const { browser, login } = await logInWith(answer);
  await expect(login).resolves.toBe('/playlists');
  expect(await browser.tokens.read()).toMatchObject({
    accessToken: 'SECRET-access',
    refreshToken: 'SECRET-refresh',
    clientId: CLIENT.clientId,
  });
});

test.each([
  ['38, t18', 'fewer scopes than asked for', 'playlist-read-private', ['playlist-read-private']],
  ['38', 'all scopes', GOOD_ANSWER.scope, ASKED],
  ['38', 'an empty scope, which means as asked', '', ASKED],
  ['38', 'no scope, which means as asked', undefined, ASKED],
])(
  '[row %s] with %s the login is kept and says what was granted',
  async (_id, _case, scope, granted) => {
    const { session, login } = await logInWith(good({ scope }));
    await login;
    expect(session.state()).toMatchObject({
      kind: 'signed-in',
      record: { grantedScopes: granted, askedScopes: ASKED },
    });
  },
);

test('[row 42] the lifetime is counted from before the request, less a minute', async () => {
  const gate = makeGate('post', TOKEN);
  const { browser, login } = await logInWith(json(GOOD_ANSWER), gate.handler);
  const sentAt = browser.clock.now();
  await gate.reached;
  browser.clock.advance(9000);
  gate.open();
  await login;
  expect(await browser.tokens.read()).toMatchObject({
    issuedAt: sentAt,
    authorizedAt: sentAt,
    expiresIn: 3600,
    expiresAt: sentAt + 3_600_000 - 60_000,
  });
});

test.each([
  [3600, 3540],
  [120, 60],
  [60, 30],
  [0, 0],
  [undefined, 3540],
])('[row 42] a token said to live %j s is used for %d s', async (expires_in, seconds) => {
  const { browser, login } = await logInWith(good({ expires_in }));
  await login;
  const record = await browser.tokens.read();
  expect(record?.expiresAt).toBe(browser.clock.now() + seconds * 1000);
});
