import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { LoginEvent } from '../../../src/session/events.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { PROFILE, TOKEN, useNetwork } from '../../support/unit/network.ts';

const network = useNetwork();

/** Begins a login whose events are collected. */
async function beginObservedLogin() {
  const events: LoginEvent[] = [];
  const { session } = openBrowser().openTab({
    observe: async (event) => void events.push(event),
  });
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  const state = request.searchParams.get('state') ?? '';
  const kinds = () => [...new Set(events.map(({ kind }) => kind))];
  return { session, state, events, kinds };
}

test('a login that finishes emits its beginning, answer, checks and end in order', async () => {
  network.use(
    http.post(TOKEN, () =>
      HttpResponse.json({ access_token: 'access', token_type: 'Bearer', expires_in: 3600 }),
    ),
  );
  const { session, state, events, kinds } = await beginObservedLogin();
  await session.completeLogin(new URLSearchParams({ code: 'code', state }));
  expect(kinds()).toEqual(['begun', 'answered', 'checked', 'sent', 'finished']);
  const login = session.state();
  expect(events.at(-1)).toMatchObject({
    loginId: login.kind === 'signed-in' && login.record.loginId,
    isKept: true,
  });
});

test('the token request and the first API request after it are emitted with their answers', async () => {
  network.use(
    http.post(TOKEN, () =>
      HttpResponse.json({ access_token: 'access', token_type: 'Bearer', expires_in: 3600 }),
    ),
    http.get(PROFILE, () => HttpResponse.json({}, { status: 404 })),
  );
  const { session, state, events } = await beginObservedLogin();
  await session.completeLogin(new URLSearchParams({ code: 'code', state }));
  await session.fetch(PROFILE);
  await session.fetch(PROFILE);
  const sent = events.flatMap((event) => (event.kind === 'sent' ? [event] : []));
  expect(sent.map(({ url }) => url)).toEqual([TOKEN, PROFILE]);
  const [token, call] = await Promise.all(sent.map(({ response }) => response));
  await expect(token?.json()).resolves.toMatchObject({ access_token: 'access' });
  expect(call?.status).toBe(404);
});

test('a login that is refused emits its failure last, with the error that it throws', async () => {
  const { session, state, events, kinds } = await beginObservedLogin();
  const parameters = new URLSearchParams({ error: 'access_denied', state });
  const error: unknown = await session.completeLogin(parameters).catch((thrown) => thrown);
  // A genuine refusal leads back to the page that asked.
  expect(error).toMatchObject({ kind: 'declined', returnTo: expect.stringMatching(/^\//) });
  expect(kinds()).toEqual(['begun', 'answered', 'checked', 'failed']);
  expect(events.at(-1)).toMatchObject({ error });
});

test.each([
  [
    'a parameter that comes twice',
    'code=a&iss=https://a.example&iss=https://a.example&state=STATE',
    ['single'],
  ],
  ['a foreign issuer', 'code=a&iss=https://evil.example&state=STATE', ['single', 'issuer']],
  [
    'a declined consent',
    'error=access_denied&state=STATE',
    ['single', 'issuer', 'same-state', 'no-error'],
  ],
])('the checks of the library end with the one that %s fails', async (_, query, checks) => {
  const { session, state, events } = await beginObservedLogin();
  const parameters = new URLSearchParams(query.replace('STATE', state));
  await session.completeLogin(parameters).catch(() => undefined);
  const reported = events.flatMap((event) =>
    event.kind === 'checked' ? [`${event.check} ${event.isGood}`] : [],
  );
  const last = checks.map((check) => `${check} ${check !== checks.at(-1)}`);
  expect(reported.slice(-checks.length)).toEqual(last);
});
