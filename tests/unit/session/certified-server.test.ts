import { beforeAll, expect, test } from 'vitest';
import type { SessionRecord } from '../../../src/session/types.ts';
import { type Browser, CLIENT } from '../../support/unit/browser.ts';
import {
  agree,
  loadCertifiedServer,
  logInAt,
  useCertifiedServer,
} from '../../support/unit/certified-server.ts';
import { PROFILE } from '../../support/unit/network.ts';

const HOUR = 3_600_000;

beforeAll(loadCertifiedServer, 60_000);

async function recordOf({ tokens }: Browser): Promise<SessionRecord> {
  const record = await tokens.read();
  if (!record) throw new Error('nobody is logged in');
  return record;
}

test.each([
  ['names its issuer', {}],
  [
    'names no issuer and keeps the refresh token, like Spotify',
    { omitIss: true, omitRefreshTokenOnRefresh: true },
  ],
  ['rotates refresh tokens', { rotateRefreshToken: true }],
])(
  '[row 1, row 24, row 64] a login at a certified server that %s works, and two refreshes in a row too',
  async (_, variant) => {
    const server = await useCertifiedServer(variant);
    const { browser } = server;
    const tab = server.openTab();
    await expect(logInAt(server, tab)).resolves.toBe('/playlists');
    const seen = new Set<string>();
    for (const refreshes of [0, 1, 2]) {
      await expect(tab.session.fetch(PROFILE)).resolves.toMatchObject({ status: 200 });
      const { accessToken } = await recordOf(browser);
      expect(await server.isValid(accessToken)).toBe(true);
      seen.add(accessToken);
      expect(server.grants).toHaveLength(1 + refreshes);
      browser.clock.advance(HOUR);
    }
    expect(seen.size).toBe(3);
  },
);

test('[row 32] a used callback that is opened again leaves the first login alive at a certified server', async () => {
  const server = await useCertifiedServer();
  const { browser } = server;
  const { session } = server.openTab();
  const request = await session.beginLogin({ clientId: CLIENT.clientId, returnTo: '/playlists' });
  const answer = await agree(server, request);
  await session.completeLogin(answer);
  await expect(session.completeLogin(answer)).rejects.toMatchObject({ kind: 'protocol' });
  expect(server.grants).toEqual(['authorization_code']);
  // A server that sees a code twice ends the tokens that came of it.
  expect(await server.isValid((await recordOf(browser)).accessToken)).toBe(true);
});

test('[row 39, row 67] a refresh token that a certified server has revoked ends the login', async () => {
  const server = await useCertifiedServer();
  const { browser } = server;
  const tab = server.openTab();
  await logInAt(server, tab);
  await server.revokeRefreshToken((await recordOf(browser)).refreshToken ?? '');
  browser.clock.advance(HOUR);
  await expect(tab.session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });
  expect(tab.session.state()).toEqual({ kind: 'ended' });
  expect(await browser.tokens.read()).toBeUndefined();
  expect(server.grants).toEqual(['authorization_code', 'refresh_token']);
});

test('[row 61, row 64] where a certified server rotates, a stale copy ends in a login, not in a loop', async () => {
  const server = await useCertifiedServer({ rotateRefreshToken: true });
  const { browser } = server;
  const tab = server.openTab();
  await logInAt(server, tab);
  const stale = await recordOf(browser);
  browser.clock.advance(HOUR);
  await tab.session.fetch(PROFILE);
  const fresh = await recordOf(browser);
  expect(fresh.refreshToken).not.toBe(stale.refreshToken);
  await browser.tokens.write(stale);

  const { session } = server.openTab();
  await expect(session.fetch(PROFILE)).rejects.toMatchObject({ kind: 'login-ended' });
  expect(session.state().kind).not.toBe('signed-in');
  expect(await browser.tokens.read()).toBeUndefined();
  // The server ends the whole family of tokens.
  expect(await server.isValid(fresh.accessToken)).toBe(false);
  expect(server.grants).toHaveLength(3);
});

test('[row 61, row 62] where a certified server rotates, four tabs make one refresh, and the family lives', async () => {
  const server = await useCertifiedServer({ rotateRefreshToken: true });
  const { browser } = server;
  await logInAt(server, server.openTab());
  const tabs = Array.from({ length: 4 }, () => server.openTab());
  browser.clock.advance(HOUR);
  const answers = Promise.all(tabs.map(({ session }) => session.fetch(PROFILE)));
  await expect(answers).resolves.toMatchObject(new Array(4).fill({ status: 200 }));
  expect(server.grants).toEqual(['authorization_code', 'refresh_token']);
  expect(await server.isValid((await recordOf(browser)).accessToken)).toBe(true);
});
