import type { Page } from '@playwright/test';
import { logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import type { Network } from '../../support/network.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { ONLY_CLIENT_ID, storedRecords } from '../../support/stored.ts';
import { test as base, expect } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;

/** The secrets of a test by name, from the requests and answers of its token endpoint. */
type Secrets = Map<string, string>;

/** Collects every secret sent to or from the token endpoint from now on. */
function collectSecrets(network: Network): Secrets {
  const secrets: Secrets = new Map();
  const answer = network.hosts.get('accounts.spotify.com');
  if (!answer) throw new Error('ask for `spotify` before');
  network.hosts.set('accounts.spotify.com', async (request) => {
    if (!TOKEN.test(request.url)) return answer(request);
    const sent = new URLSearchParams(await request.clone().text());
    const answered = await answer(request);
    const got: unknown = answered instanceof Response ? await answered.clone().json() : {};
    for (const [name, value] of [...sent, ...Object.entries(Object(got))]) {
      const isSecret = ['code', 'code_verifier', 'access_token', 'refresh_token'].includes(name);
      if (isSecret) secrets.set(`${name} ${secrets.size}`, String(value));
    }
    return answered;
  });
  return secrets;
}

const test = base.extend<{ secrets: Secrets }>({
  secrets: async ({ network, spotify: _ }, use) => use(collectSecrets(network)),
});

/** Names the secrets in a text. */
function namesIn(secrets: Secrets, text: string): string[] {
  return [...secrets].filter(([, value]) => text.includes(value)).map(([name]) => name);
}

/** Everything stored for the origin, except the app's own database. */
function everythingOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => ({
    databases: JSON.stringify(await indexedDB.databases()),
    localStorage: JSON.stringify({ ...localStorage }),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    caches: JSON.stringify(await caches.keys()),
    serviceWorkers: JSON.stringify((await navigator.serviceWorker.getRegistrations()).length),
    cookies: document.cookie,
    page: document.documentElement.outerHTML,
    window: JSON.stringify([window.name, history.state, document.title, document.referrer]),
    addresses: JSON.stringify(window.navigation.entries().map(({ url }) => url)),
    resources: JSON.stringify(performance.getEntriesByType('resource').map(({ name }) => name)),
  }));
}

async function expectNoSecretIn(page: Page, secrets: Secrets): Promise<void> {
  const everything = await everythingOf(page);
  for (const [place, text] of Object.entries(everything)) {
    expect(namesIn(secrets, text), place).toEqual([]);
  }
  expect(JSON.parse(everything['databases'] ?? '')).toEqual([{ name: 'liner-notes', version: 1 }]);
  expect(everything).toMatchObject({ caches: '[]', serviceWorkers: '0', cookies: '' });
}

/** Tokens travel to the Web API in their header and to the token endpoint in its body, and nowhere else. */
function expectTokensInTheirPlaces(network: Network, secrets: Secrets): void {
  for (const { method, url, headers, body } of network.requests) {
    const { host, pathname } = new URL(url);
    const names = namesIn(secrets, [url, body, ...headers.values()].join('\n'));
    const kinds = new Set(names.map((name) => name.split(' ')[0]));
    if (host === 'api.spotify.com') {
      expect([...kinds], url).toEqual(method === 'OPTIONS' ? [] : ['access_token']);
      expect(namesIn(secrets, url + body)).toEqual([]);
    } else if (pathname === '/api/token') {
      expect(kinds, url).not.toContain('access_token');
      expect(namesIn(secrets, [url, ...headers.values()].join())).toEqual([]);
    } else expect([...kinds], url).toEqual([]);
  }
}

/** Gets a token of its own for the workbench, sends with it, reveals and hides it, copies links, and forgets it. */
async function useWorkbench(page: Page, secrets: Secrets): Promise<void> {
  await page.goto('/api');
  await page.getByRole('checkbox', { name: /^Keep this token/ }).check();
  await page.getByRole('button', { name: 'Get token' }).click();
  const token = page.getByRole('region', { name: 'Token' });
  await expect(token).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('status')).toContainText('200 OK');
  await expectNoSecretIn(page, secrets);
  await expect(page.locator('[download]')).toHaveCount(0);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect.poll(copied).toMatch(/\/api#GET\/me/);
  expect(namesIn(secrets, await copied())).toEqual([]);
  const request = page.getByRole('region', { name: 'Request' });
  await request.getByRole('button', { name: 'Copy as…' }).click();
  await request.getByRole('button', { name: /^curl/ }).click();
  await expect.poll(copied).toContain('$SPOTIFY_TOKEN');
  expect(namesIn(secrets, await copied())).toEqual([]);

  await token.getByRole('button', { name: 'Reveal secrets' }).click();
  const shown = namesIn(secrets, (await token.textContent()) ?? '');
  expect(shown.map((name) => name.split(' ')[0]).sort()).toEqual(['access_token', 'refresh_token']);
  await page.reload();
  await expect(token).toBeVisible();
  await expectNoSecretIn(page, secrets);
  await token.getByRole('button', { name: 'Forget' }).click();
  await expect(token).toBeHidden();
}

test.describe('a Spotify that rotates refresh tokens', () => {
  test.use({ spotifyOptions: { rotateRefreshTokens: true } });

  test('[row 12, row 43, row 55, row 60, s24] of a whole journey no secret stays but in the one record, and after the log-out none', async ({
    page,
    context,
    network,
    spotify,
    secrets,
    logIn,
  }) => {
    const said: string[] = [];
    const asked: string[] = [];
    context.on('console', (message) => said.push(message.text()));
    context.on('request', (request) => asked.push(request.url()));

    await logIn(page);
    await expectNoSecretIn(page, secrets);
    await expect(await openResult(page)).toContainText('access_token');
    await expectNoSecretIn(page, secrets);

    const before = secrets.size;
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect.poll(() => secrets.size).toBeGreaterThan(before);
    await test.step('what is revealed is hidden again after a reload', async () => {
      const result = page.getByRole('region', { name: 'Result' });
      const reveal = result.getByRole('button', { name: 'Reveal refresh token' });
      await reveal.click();
      const shown = namesIn(secrets, (await result.textContent()) ?? '');
      expect(shown).toEqual([expect.stringMatching(/^refresh_token /)]);
      await page.reload();
      await expect(reveal).toBeVisible();
      await expectNoSecretIn(page, secrets);
      await reveal.click();
    });
    await page.getByRole('link', { name: 'Playlists' }).click();
    const table = tableOf(page);
    await expect(table).toHaveAttribute('aria-busy', 'false');
    await expectNoSecretIn(page, secrets);

    const { session, ...others } = await storedRecords(page);
    expect(namesIn(secrets, JSON.stringify(others))).toEqual([]);
    const kept = namesIn(secrets, JSON.stringify(session)).map((name) => name.split(' ')[0]);
    expect(new Set(kept)).toEqual(new Set(['access_token', 'refresh_token']));
    const ofLogin = Object.keys(others).filter((key) => !key.startsWith('library:'));
    expect(ofLogin.sort()).toEqual(['client-id', 'flow']);

    await useWorkbench(page, secrets);

    await logOut(page);
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    await expectNoSecretIn(page, secrets);
    await expect.poll(() => storedRecords(page)).toEqual(ONLY_CLIENT_ID);

    const isCallback = (url: string) => new URL(url).pathname === '/callback';
    expect(namesIn(secrets, asked.filter((url) => !isCallback(url)).join())).toEqual([]);
    // Spotify itself redirects the browser to the callback with the code of each login, and no other secret.
    const inCallback = namesIn(secrets, asked.filter(isCallback).join());
    expect(inCallback).toEqual(Array(2).fill(expect.stringMatching(/^code /)));
    expect(namesIn(secrets, said.join())).toEqual([]);
    expect(spotify.requests.filter(({ step }) => step === 'refresh')).toHaveLength(1);
    expectTokensInTheirPlaces(network, secrets);
  });
});
