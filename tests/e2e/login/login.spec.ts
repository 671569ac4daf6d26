import { createHash } from 'node:crypto';
import { CLIENT_ID } from '../../support/client-id.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import { tableOf } from '../../support/playlists-page.ts';
import { putStored, storedRecords } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const TOKEN = /\/api\/token$/;
const AUTHORIZE = /accounts\.spotify\.com\/authorize\?/;
const SCOPE = 'playlist-read-private playlist-read-collaborative user-library-read';

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

test('[row 1, row 2, row 3, row 5, row 9, row 11, row 12, row 33, row 34] a login sends what it has to, nothing else, and in its one tab', async ({
  page,
  context,
  baseURL,
  network,
  spotify,
  logIn,
}) => {
  const cookie = { name: 'sp_dc', value: 'secret', domain: 'accounts.spotify.com', path: '/' };
  await context.addCookies([{ ...cookie, secure: true, sameSite: 'None' }]);
  const surprises: string[] = [];
  context.on('page', () => surprises.push('a popup'));
  page.on('frameattached', () => surprises.push('a frame'));
  await page.addInitScript(() => {
    window.open = () => {
      throw new Error('window.open was called');
    };
  });
  await logIn(page);
  expect(spotify.requests.map(({ step }) => step).slice(0, 2)).toEqual(['authorize', 'token']);
  expect(surprises).toEqual([]);

  await test.step('three scopes, with S256 and a state that says nothing', () => {
    const asked = queryOf(network.requestsTo(AUTHORIZE)[0]?.url ?? '');
    expect(asked).toEqual({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: `${baseURL}callback`,
      scope: SCOPE,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const sent = new URLSearchParams(network.requestsTo(TOKEN)[0]?.body);
    const verifier = sent.get('code_verifier') ?? '';
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(challenge).toBe(asked['code_challenge']);
  });

  await test.step('no secret, no cookie, no referrer, and no preflight', () => {
    expect(network.requestsTo(AUTHORIZE)[0]?.headers.get('cookie')).toBe('sp_dc=secret');
    const [sent, ...more] = network.requestsTo(TOKEN);
    expect(more).toEqual([]);
    expect([...new URLSearchParams(sent?.body).keys()].sort()).toEqual([
      'client_id',
      'code',
      'code_verifier',
      'grant_type',
      'redirect_uri',
    ]);
    for (const header of ['authorization', 'cookie', 'referer']) {
      expect(sent?.headers.has(header), header).toBe(false);
    }
    const preflights = network.requests.filter(({ method }) => method === 'OPTIONS');
    expect(preflights.filter(({ url }) => url.includes('accounts.'))).toEqual([]);
  });
});

test('[row 4, row 6] every click on “Log in” draws a new state and a new challenge, also after going back', async ({
  page,
  network,
  reachConsent,
}) => {
  await reachConsent(page);
  await page.goBack();
  network.hosts.set('accounts.spotify.com', async () => new Response('Spotify asks'));
  await submitLogInForm(page);
  await page.waitForURL(AUTHORIZE);
  const [first, second, ...more] = network.requestsTo(AUTHORIZE).map(({ url }) => queryOf(url));
  expect(more).toEqual([]);
  for (const name of ['state', 'code_challenge']) expect(first?.[name]).not.toBe(second?.[name]);
  expect(Buffer.from(first?.['state'] ?? '', 'base64url')).toHaveLength(32);
});

const MISLEADING_ADDRESSES = [
  '/?redirect_uri=https://evil.example/callback',
  '/login?client_id=evil&scope=everything&redirect_uri=http://127.0.0.1:8888/evil',
  '/flow?next=//evil.example#redirect_uri=https://evil.example',
  '/playlists?state=known&code_challenge=known',
];

test('[row 7] from whatever address a login begins, it asks for what every login asks for', async ({
  page,
  baseURL,
  network,
  reachConsent,
}) => {
  for (const [place, path] of MISLEADING_ADDRESSES.entries()) {
    await test.step(path, async () => {
      await reachConsent(page, path);
      const requests = network.requestsTo(AUTHORIZE);
      expect(requests).toHaveLength(place + 1);
      const asked = queryOf(requests.at(-1)?.url ?? '');
      expect(asked).toMatchObject({
        client_id: CLIENT_ID,
        redirect_uri: `${baseURL}callback`,
        scope: SCOPE,
      });
      expect(JSON.stringify(asked)).not.toMatch(/evil|known/);
    });
  }
});

const ADDRESSES_WITHOUT_LOGIN = [
  '/login',
  '/?login=1',
  '/login?client_id=0123456789abcdef0123456789abcdef',
  '/playlists',
  '/callback?error=access_denied',
  '/callback?error=login_required&state=x',
];

test('[row 10] opening an address starts no login', async ({ page, baseURL, network, spotify }) => {
  for (const path of ADDRESSES_WITHOUT_LOGIN) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      // The next navigation would cut off a login begun here.
      await page.waitForLoadState('networkidle');
      expect(`${new URL(page.url()).origin}/`).toBe(baseURL);
    });
  }
  expect(network.requests).toEqual([]);
  expect(spotify.requests).toEqual([]);
});

test('[row 29] a login from the flow page ends on the flow page', async ({
  page,
  reachConsent,
}) => {
  await page.goto((await reachConsent(page, '/flow?of=login')).href);
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await expect(page).toHaveURL('/flow?of=login');
});

test('[row 29] a login from the playlists, which asked for it, ends on the playlists', async ({
  page,
  reachConsent,
}) => {
  await page.goto((await reachConsent(page, '/playlists')).href);
  await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '122');
  await expect(page).toHaveURL('/playlists');
});

const FOREIGN_WAYS_BACK = ['//evil.example', 'javascript:alert(1)'];

test('[row 29] a stored way back that became a foreign one leads to the playlists', async ({
  page,
  context,
  reachConsent,
}) => {
  for (const evil of FOREIGN_WAYS_BACK) {
    await test.step(evil, async () => {
      const callback = await reachConsent(page);
      const other = await context.newPage();
      await other.goto('/');
      const [[key, pending] = ['', undefined], ...more] = Object.entries(
        await storedRecords(other),
      ).filter(([name]) => name.startsWith('pending'));
      expect(more).toEqual([]);
      await putStored(other, key, { ...Object(pending), returnTo: evil });
      // It would follow the login, which this test does not need.
      await other.close();
      await page.goto(callback.href);
      await expect(tableOf(page)).toBeVisible();
      await expect(page).toHaveURL('/playlists');
      await logOut(page);
    });
  }
});
