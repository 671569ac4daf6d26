import { test as base, expect, type Page } from '@playwright/test';
import { makeLibrary } from '../../src/demo/music/data.ts';
import type {
  SimulatedSpotify,
  SimulatedSpotifyOptions,
} from '../../src/demo/simulated-spotify.ts';
import {
  type AuthorizationServer,
  type AuthorizationServerVariant,
  agreeOnPages,
  startAuthorizationServer,
} from '../support/authorization-server.ts';
import { resolvingTo, TEST_FLAGS } from '../support/browser-flags.ts';
import { followAnswers } from '../support/hurry.ts';
import { submitLogInForm } from '../support/log-in-form.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { makeNetwork, type Network } from '../support/network.ts';
import { type PagesHost, startPagesHost } from '../support/pages-host.ts';
import { playlistsApi } from '../support/playlists-api.ts';
import { tableIsFull, tableOf } from '../support/playlists-page.ts';
import {
  answerOf,
  coverImage,
  IMAGE_HOSTS,
  simulateSpotify,
} from '../support/simulated-spotify.ts';
import { withSpotifyCors } from '../support/spotify-cors.ts';
import { storeLogin } from '../support/stored-login.ts';
import { type Announcements, type Watch, watchPages } from '../support/watch.ts';

export { expect };

interface WorkerFixtures {
  /** Further hosts on the same server, to prove whether they get requests. */
  foreignHosts: readonly string[];
  /** The server on this computer to which Chromium resolves Spotify's hosts. */
  loopback: LoopbackServer;
}

interface Fixtures extends Announcements {
  /** The network between the app and Spotify, with faults and delays set by a test. */
  network: Network;
  watch: Watch;
  /** Options of a test's simulated Spotify. */
  spotifyOptions: Partial<SimulatedSpotifyOptions>;
  /** Redirect URIs registered at the simulated Spotify; a test may add to them. */
  redirectUris: string[];
  /** A simulated Spotify for this test, on Spotify's hosts. */
  spotify: SimulatedSpotify;
  /** Deviations of oidc-provider where a test uses `authorizationServer`. */
  authorizationServerVariant: AuthorizationServerVariant;
  /** oidc-provider on Spotify's accounts host, with a Web API that accepts only its tokens. */
  authorizationServer: AuthorizationServer;
  /** Serves a folder as GitHub Pages does, until the test ends. */
  hostPages(folder: string, basePath?: string): Promise<PagesHost>;
  /** Logs in through the app and waits for the complete table of playlists. */
  logIn(page: Page): Promise<void>;
  /** Opens the app with a stored login at `spotify`; waits for the complete table too. */
  comeBack(page: Page): Promise<void>;
  /** This test's page, after `comeBack`. */
  loggedIn: Page;
  /**
   * Begins a login, by the form at an address or by a step on the open page, and stops at Spotify's consent;
   * returns the redirect URI of an approval.
   */
  reachConsent(page: Page, begin?: string | (() => Promise<void>)): Promise<URL>;
}

/** Playwright's `test` with a Spotify on this computer, and with error checks on every page. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  foreignHosts: [['evil.example'], { option: true, scope: 'worker' }],

  loopback: [
    async ({ foreignHosts }, use) => {
      const server = await startLoopbackServer(foreignHosts);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  browser: [
    async ({ playwright, launchOptions, loopback, foreignHosts }, use) => {
      const flags = [
        ...(launchOptions.args ?? TEST_FLAGS),
        ...resolvingTo(loopback.port, foreignHosts),
      ];
      const browser = await playwright.chromium.launch({ ...launchOptions, args: flags });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  page: async ({ page }, use) => {
    followAnswers(page);
    await use(page);
  },

  network: async ({ loopback }, use) => {
    await use(makeNetwork(loopback));
  },

  watch: [
    async ({ context, baseURL }, use) => {
      const watch = await watchPages(context, baseURL ?? '');
      await use(watch);
      expect(watch.complaints()).toEqual([]);
    },
    { auto: true },
  ],

  expectConsole: async ({ watch }, use) => use(watch.expectConsole),
  allowNetworkErrors: async ({ watch }, use) => use(watch.allowNetworkErrors),
  allowHost: async ({ watch }, use) => use(watch.allowHost),

  spotifyOptions: [{}, { option: true }],
  redirectUris: async ({ baseURL }, use) => use([new URL('/callback', baseURL).href]),

  spotify: async ({ network, redirectUris, spotifyOptions }, use) => {
    const spotify = await simulateSpotify(redirectUris, spotifyOptions);
    network.hosts.set('accounts.spotify.com', answerOf(spotify));
    network.hosts.set('api.spotify.com', answerOf(spotify));
    for (const host of IMAGE_HOSTS) network.hosts.set(host, coverImage);
    await use(spotify);
  },

  authorizationServerVariant: [{}, { option: true }],

  authorizationServer: async ({ network, redirectUris, authorizationServerVariant }, use) => {
    const server = await startAuthorizationServer({ redirectUris, ...authorizationServerVariant });
    network.hosts.set('accounts.spotify.com', server.answer);
    network.hosts.set(
      'api.spotify.com',
      withSpotifyCors(playlistsApi(makeLibrary({ playlists: 120 }), server.isValid)),
    );
    await use(server);
    await server.close();
  },

  hostPages: async ({ watch }, use) => {
    const hosts: PagesHost[] = [];
    await use(async (folder, basePath) => {
      const host = await startPagesHost(folder, basePath);
      hosts.push(host);
      watch.allowHost(new URL(host.origin).host);
      return host;
    });
    for (const host of hosts) await host.close();
  },

  logIn: async ({ network }, use) => {
    await use(async (page) => {
      expect(
        network.hosts.has('accounts.spotify.com'),
        'ask for `spotify` or `authorizationServer` as well',
      ).toBe(true);
      await page.goto('/');
      await submitLogInForm(page);
      const table = tableOf(page);
      const signIn = page.getByRole('button', { name: 'Sign-in' });
      await table.or(signIn).waitFor();
      if (await signIn.isVisible()) await agreeOnPages(page);
      await tableIsFull(page);
    });
  },

  comeBack: async ({ spotify, redirectUris }, use) => {
    await use(async (page) => {
      await storeLogin(page, spotify, redirectUris[0] ?? '');
      await page.goto('/playlists');
      await tableIsFull(page);
    });
  },

  loggedIn: async ({ page, comeBack }, use) => {
    await comeBack(page);
    await use(page);
  },

  reachConsent: async ({ network, spotify }, use) => {
    await use(async (page, begin = '/') => {
      const accounts = answerOf(spotify);
      network.hosts.set('accounts.spotify.com', async () => consentPage());
      if (typeof begin === 'string') {
        await page.goto(begin);
        await submitLogInForm(page);
      } else await begin();
      await page.waitForURL('https://accounts.spotify.com/authorize?*');
      network.hosts.set('accounts.spotify.com', accounts);
      const answered = await accounts(new Request(page.url()));
      const location = answered instanceof Response ? answered.headers.get('location') : null;
      return new URL(location ?? '');
    });
  },
});

function consentPage(): Response {
  const headers = { 'content-type': 'text/html' };
  return new Response('<!doctype html><title>Spotify asks</title>', { headers });
}
