import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { AuthorizationDeniedError } from '../../../src/oauth/errors.ts';
import type { LoginEvent } from '../../../src/session/events.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { TOKEN, useNetwork } from '../../support/unit/network.ts';

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
  expect(kinds()).toEqual(['begun', 'answered', 'checked', 'finished']);
  const login = session.state();
  expect(events.at(-1)).toMatchObject({
    loginId: login.kind === 'signed-in' && login.record.loginId,
    isKept: true,
  });
});

test('a login that is refused emits its failure last, with the error that it throws', async () => {
  const { session, state, events, kinds } = await beginObservedLogin();
  const parameters = new URLSearchParams({ error: 'access_denied', state });
  const error: unknown = await session.completeLogin(parameters).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(AuthorizationDeniedError);
  expect(kinds()).toEqual(['begun', 'answered', 'checked', 'failed']);
  expect(events.at(-1)).toMatchObject({ error });
});
