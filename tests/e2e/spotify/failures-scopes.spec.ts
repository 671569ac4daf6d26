import { submitLogInForm } from '../../support/log-in-form.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { answerOf } from '../../support/simulated-spotify.ts';
import { test as base, expect } from '../fixtures.ts';

/** Makes Spotify grant fewer scopes than requested, by the `scope` of its token response. */
const test = base.extend<{ grantOnly(scopes: string): void }>({
  grantOnly: async ({ network, spotify }, use) => {
    const answer = answerOf(spotify);
    await use((scopes) => {
      network.hosts.set('accounts.spotify.com', async (request) => {
        const answered = await answer(request);
        const isToken = request.method === 'POST' && answered instanceof Response && answered.ok;
        if (!isToken) return answered;
        const { headers } = answered;
        return Response.json({ ...Object(await answered.json()), scope: scopes }, { headers });
      });
    });
  },
});
const ALL = 'playlist-read-private playlist-read-collaborative user-library-read';

test('without the permission for private playlists no half list is shown', async ({
  page,
  spotify,
  grantOnly,
}) => {
  grantOnly('playlist-read-collaborative user-library-read');
  await page.goto('/');
  await submitLogInForm(page);
  const { alert, table, status } = playlistsPage(page);
  await expect(alert).toContainText('playlist-read-private was not granted');
  await expect(alert).toContainText('no list is shown');
  await expect(table).toHaveCount(0);
  expect(spotify.requests.filter(({ step }) => step === 'playlists')).toEqual([]);
  grantOnly(ALL);
  await alert.getByRole('button', { name: 'Log in again' }).click();
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
});

for (const [scope, loss] of [
  ['user-library-read', 'may not read your liked songs'],
  ['playlist-read-collaborative', 'may not list collaborative playlists'],
] as const) {
  test(`without ${scope} the list comes, with a notice of what is missing`, async ({
    page,
    grantOnly,
    logIn,
  }) => {
    grantOnly(ALL.replace(scope, '').trim());
    await logIn(page);
    const { alert, status } = playlistsPage(page);
    await expect(status).toHaveText('120 playlists');
    await expect(alert).toContainText(loss);
    await expect(alert).toContainText(`${scope} was not granted`);
    await expect(alert.getByRole('button', { name: 'Log in again' })).toBeVisible();
  });
}

test('[row 38] an answer that names no scopes means those that were asked for', async ({
  page,
  network,
  spotify,
  logIn,
}) => {
  const answer = answerOf(spotify);
  network.hosts.set('accounts.spotify.com', async (request) => {
    const answered = await answer(request);
    if (request.method !== 'POST' || !(answered instanceof Response)) return answered;
    const { scope: __, ...rest } = Object(await answered.json());
    return Response.json(rest, { headers: answered.headers });
  });
  await logIn(page);
  const { alert, status } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
});
