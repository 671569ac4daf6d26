import { scriptsWith } from '../../support/built-scripts.ts';
import { openResult } from '../../support/login-flow.ts';
import { storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HIDDEN = '••••••••';
const SCOPES = ['playlist-read-private', 'playlist-read-collaborative', 'user-library-read'];

test('the result of a login is shown, revealed, copied and refreshed, and a refresh that fails says so', async ({
  page,
  context,
  baseURL,
  network,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const loaded: URL[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url())));
  const [isOfInspector, isOfLab] = [scriptsWith('Refresh now'), scriptsWith('Run all')];
  const region = page.getByRole('region', { name: 'Result' });
  const button = (name: string) => page.getByRole('button', { name });
  const shownResult = async () => JSON.parse((await region.getByRole('code').textContent()) ?? '');
  const before = await test.step('the inspector loads with its page, and no lab', async () => {
    await comeBack(page);
    expect(loaded.filter(isOfInspector)).toEqual([]);
    await expect(await openResult(page)).toBeVisible();
    expect(loaded.filter(isOfInspector)).not.toEqual([]);
    return storedSession(page);
  });

  await test.step('request and response, with the tokens hidden', async () => {
    expect(await shownResult()).toEqual({
      request: { redirect_uri: `${baseURL}callback`, scopes: SCOPES },
      response: { access_token: HIDDEN, refresh_token: HIDDEN, expires_in: 3600 },
    });
    const html = await page.content();
    expect(html).not.toContain(before.accessToken);
    expect(html).not.toContain(before.refreshToken);
  });

  const copied = async () => {
    const inClipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await button('Copy result').click();
    await expect.poll(inClipboard).not.toBe('');
    return JSON.parse(await inClipboard());
  };
  await test.step('each token is revealed alone, and what is shown is copied', async () => {
    const isShown = async (accessToken: string, refreshToken: string | null) => {
      const shown = await shownResult();
      expect(shown.response).toEqual({
        access_token: accessToken,
        refresh_token: refreshToken,
        expires_in: 3600,
      });
      expect(await copied()).toEqual(shown);
    };
    await isShown(HIDDEN, HIDDEN);
    await expect(page.getByText('Copied')).toBeVisible();
    await button('Reveal access token').click();
    await isShown(before.accessToken, HIDDEN);
    await button('Reveal refresh token').click();
    await button('Hide access token').click();
    await isShown(HIDDEN, before.refreshToken);
    await button('Hide refresh token').click();
    expect(await page.content()).not.toContain(before.refreshToken);
  });

  const renewed =
    await test.step('"Refresh now" brings a new access token with one request and keeps the rest', async () => {
      await button('Reveal access token').click();
      await button('Refresh now').click();
      await expect(page.getByRole('code').first()).not.toContainText(before.accessToken);
      const after = await storedSession(page);
      expect(await shownResult()).toMatchObject({
        response: { access_token: after.accessToken, expires_in: 3600 },
      });
      expect(after.refreshToken).toBe(before.refreshToken);
      expect(after.authorizedAt).toBe(before.authorizedAt);
      const requests = network.requestsTo(/\/api\/token$/);
      expect(requests.map(({ body }) => new URLSearchParams(body).get('grant_type'))).toEqual([
        'refresh_token',
      ]);
      return after;
    });

  allowNetworkErrors();
  await test.step('a refresh that fails says so, keeps the login, and can be tried again', async () => {
    spotify.faults.arm('server-error-503', { on: 'refresh' });
    await button('Refresh now').click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Your login is kept.');
    expect(await storedSession(page)).toEqual(renewed);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await expect
      .poll(async () => (await storedSession(page)).accessToken)
      .not.toBe(renewed.accessToken);
  });

  await test.step('a refresh that Spotify refuses ends the login and asks for a new one', async () => {
    spotify.faults.arm('invalid-grant', { on: 'refresh' });
    await button('Refresh now').click();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    await expect(region).toHaveCount(0);
    await button('Log in with Spotify').click();
    await expect(region).toBeVisible();
  });

  expect(loaded.filter(isOfLab)).toEqual([]);
});
