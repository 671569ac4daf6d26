import { withSpotifyCors } from '../../support/spotify-cors.ts';
import { watchPages } from '../../support/watch.ts';
import { expect } from '../fixtures.ts';
import { ask, test } from './rig-site.ts';

const API = 'https://api.spotify.com/v1/me';

test.describe('the network', () => {
  test.beforeEach(async ({ page, site, network }) => {
    network.hosts.set(
      'api.spotify.com',
      withSpotifyCors(async () => Response.json({ display_name: 'Alice' })),
    );
    await page.goto(site.url);
  });

  test('a request with a token is preceded by a preflight that the server sees', async ({
    page,
    network,
  }) => {
    expect(await ask(page, API, { authorization: 'Bearer x' })).toBe(
      '200 {"display_name":"Alice"}',
    );
    expect(network.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `OPTIONS ${API}`,
      `GET ${API}`,
    ]);
    expect(network.requestsTo(/me$/)[0]?.headers.get('authorization')).toBe('Bearer x');
  });

  test('a header that Spotify does not allow fails the preflight', async ({
    page,
    network,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    expect(await ask(page, API, { 'x-own': '1' })).toBe('TypeError: Failed to fetch');
    expect(network.requestsTo(/./)).toEqual([]);
  });

  for (const fault of ['429-without-cors', 'drop-connection', 'reset-stream'] as const) {
    test(`${fault} is a TypeError in the page`, async ({ page, network, allowNetworkErrors }) => {
      allowNetworkErrors();
      network.break(/me$/, fault, { times: Number.POSITIVE_INFINITY });
      expect(await ask(page, API)).toBe('TypeError: Failed to fetch');
      network.mend();
      expect(await ask(page, API)).toMatch(/^200/);
    });
  }

  test('a truncated body is an error of reading it', async ({
    page,
    network,
    allowNetworkErrors,
  }) => {
    allowNetworkErrors();
    network.break(/me$/, 'truncate-body');
    expect(await ask(page, API)).toBe('200 TypeError: Failed to fetch');
    expect(await ask(page, API)).toMatch(/^200/);
  });

  test('an answer that hangs can be given up', async ({ page, network, allowNetworkErrors }) => {
    allowNetworkErrors();
    network.break(/me$/, 'hang');
    const name = await page.evaluate(
      (url) => fetch(url, { signal: AbortSignal.timeout(300) }).catch((error: Error) => error.name),
      API,
    );
    expect(name).toBe('TimeoutError');
  });
});

test.describe('the watch', () => {
  test('troubles are complained of unless announced', async ({ browser, site, network }) => {
    network.hosts.set(
      'api.spotify.com',
      withSpotifyCors(async () => new Response(null, { status: 501 })),
    );
    const context = await browser.newContext();
    const watch = await watchPages(context, site.origin);
    const page = await context.newPage();
    await page.goto(site.url);
    await page.evaluate(() => {
      const policy = document.createElement('meta');
      policy.httpEquiv = 'content-security-policy';
      policy.content = "img-src 'none'";
      document.head.append(policy);
      console.warn('told in advance');
      console.error('a slip');
      Promise.reject(new Error('nobody caught me'));
      new Image().src = '/picture.png';
    });
    await ask(page, API);
    await ask(page, 'https://elsewhere.example/');
    watch.expectConsole(/told in advance/);
    watch.expectConsole(/never said/);
    const complaints = watch.complaints().join('\n');
    await context.close();
    for (const words of [
      'console error: a slip',
      'uncaught: nobody caught me',
      'securitypolicyviolation: img-src',
      'not implemented: GET https://api.spotify.com/v1/me',
      'request to a foreign host: GET https://elsewhere.example/',
      'announced but never came: /never said/',
    ]) {
      expect(complaints).toContain(words);
    }
    expect(complaints).not.toContain('told in advance');
  });
});

test('the static host answers like GitHub Pages', async ({ site }) => {
  const answerTo = async (path: string) => {
    const response = await fetch(site.origin + path);
    return `${response.status} ${/<title>(.*)<\/title>/.exec(await response.text())?.[1]}`;
  };
  expect(await answerTo('/liner/')).toBe('200 start');
  expect(await answerTo('/liner/callback?x=1')).toBe('200 callback');
  expect(await answerTo('/liner/callback.html')).toBe('200 callback');
  expect(await answerTo('/liner/callback/')).toBe('404 lost');
  expect(await answerTo('/liner/../../etc/passwd')).toBe('404 lost');
  expect(await answerTo('/')).toBe('404 lost');
});
