import { createHash, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  type AuthorizationServerVariant,
  agreeOnPages,
  declineOnPages,
} from '../../support/authorization-server.ts';
import { CLIENT_ID } from '../../support/client-id.ts';
import { expect } from '../fixtures.ts';
import { ask, test as base } from './rig-site.ts';

const SCOPE = 'playlist-read-private playlist-read-collaborative user-library-read';
const API = 'https://api.spotify.com/v1/me';

const test = base.extend<{ omissions: AuthorizationServerVariant }>({
  omissions: [{}, { option: true }],
  authorizationServerVariant: async ({ site, omissions }, use) =>
    use({ ...omissions, redirectUris: [`${site.url}callback`] }),
});

test.describe('oidc-provider as accounts.spotify.com', () => {
  const verifier = randomBytes(32).toString('base64url');

  async function callbackOf(page: Page, redirectUri: string, act: (page: Page) => Promise<void>) {
    const request = new URLSearchParams({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: 'the-state',
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    await page.goto(`https://accounts.spotify.com/authorize?${request}`);
    await act(page);
    await page.waitForURL(`${redirectUri}?*`);
    return new URL(page.url()).searchParams;
  }

  function tokenRequest(page: Page, body: Record<string, string>): Promise<Record<string, string>> {
    return page.evaluate(async (fields) => {
      const url = 'https://accounts.spotify.com/api/token';
      const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
      return response.json();
    }, body);
  }

  for (const omissions of [{}, { omitIss: true, omitRefreshTokenOnRefresh: true }]) {
    test.describe(`leaving out ${Object.keys(omissions).join(' and ') || 'nothing'}`, () => {
      test.use({ omissions });

      test('a refusal comes back as access_denied, and a code is traded for tokens that the Web API honours', async ({
        page,
        site,
        authorizationServer,
      }) => {
        const redirectUri = `${site.url}callback`;
        expect(await authorizationServer.isValid('made up')).toBe(false);
        const refusal = await callbackOf(page, redirectUri, declineOnPages);
        expect([refusal.get('error'), refusal.get('state')]).toEqual([
          'access_denied',
          'the-state',
        ]);
        const callback = await callbackOf(page, redirectUri, agreeOnPages);
        expect(callback.get('state')).toBe('the-state');
        expect(callback.get('iss')).toBe(omissions.omitIss ? null : 'https://accounts.spotify.com');
        const client = { client_id: authorizationServer.clientId };
        const tokens = await tokenRequest(page, {
          ...client,
          grant_type: 'authorization_code',
          code: callback.get('code') ?? '',
          redirect_uri: redirectUri,
          code_verifier: verifier,
        });
        expect(tokens['scope']).toBe(SCOPE);
        const refreshed = await tokenRequest(page, {
          ...client,
          grant_type: 'refresh_token',
          refresh_token: tokens['refresh_token'] ?? '',
        });
        expect('refresh_token' in refreshed).toBe(omissions.omitRefreshTokenOnRefresh !== true);
        const authorization = `Bearer ${refreshed['access_token']}`;
        expect(
          await ask(page, `${API}/playlists?limit=50&offset=100`, { authorization }),
        ).toContain('"total":120');
      });
    });
  }
});
