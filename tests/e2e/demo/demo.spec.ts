import { SCOPES } from '../../../src/words/scopes.ts';
import { accountOf } from '../../support/account.ts';
import { enterDemo, keptByOrigin } from '../../support/demo.ts';
import { hurry } from '../../support/hurry.ts';
import { logOut } from '../../support/log-in-form.ts';
import { openResult } from '../../support/login-flow.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 10, 23, 12);

test('a whole demo says on each page that it is one, asks no other host, and leaves nothing behind', async ({
  page,
  context,
  network,
}) => {
  test.slow();
  const asked: URL[] = [];
  context.on('request', (request) => asked.push(new URL(request.url())));
  const { search, status, table } = playlistsPage(page);
  const title = page.getByRole('heading', { level: 1 });
  const strip = page.getByRole('complementary', { name: 'Demo' });
  const leave = strip.getByRole('button', { name: 'Leave the demo' });
  const tryDemo = page.getByRole('link', { name: 'Try the demo' });
  const agree = page.getByRole('button', { name: 'Agree' });
  const isMarked = async () => {
    await expect(strip).toContainText('Demo – made-up music');
    await expect(leave).toBeVisible();
  };

  await page.clock.install();
  await test.step('the consent page, opened without a login, shows the first page', async () => {
    await page.goto('/demo/authorize?client_id=x&response_type=code');
    await expect(tryDemo).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    await expect(agree).toHaveCount(0);
  });

  const before = await keptByOrigin(page);
  await test.step('nothing of the demo loads before somebody asks for it', async () => {
    asked.length = 0;
    await page.goto('/');
    await hurry(page, () => page.getByRole('contentinfo').waitFor());
    expect(asked.filter(({ pathname }) => /demo|consent/.test(pathname))).toEqual([]);
    await expect(strip).toHaveCount(0);
  });

  await test.step('the consent page names each scope with its reason', async () => {
    await tryDemo.click();
    await expect(page).toHaveURL(/\/demo\/authorize\?.*response_type=code/);
    await expect(title).toHaveText('Liner Notes wants to read your library');
    await expect(page.getByText('Simulated Spotify', { exact: true })).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveText(
      SCOPES.map(({ name, reason }) => `${reason} ${name}`),
    );
    await isMarked();
  });

  await test.step('[row 1, row 2] a request without an S256 challenge comes back as refused', async () => {
    await page.goto(
      page.url().replace('code_challenge_method=S256', 'code_challenge_method=plain'),
    );
    await expect(title).toHaveText('The login did not finish');
    await expect(page).toHaveURL('/callback');
    await page.getByRole('button', { name: 'Log in again' }).click();
    await expect(agree).toBeVisible();
  });

  await test.step('"Cancel" leads to "You declined", and from there anew to the question', async () => {
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(title).toHaveText('You declined');
    await expect(page.getByText('Nothing was read or stored.')).toBeVisible();
    await expect(page).toHaveURL('/callback');
    await isMarked();
    await page.getByRole('button', { name: 'Log in again' }).click();
    await expect(agree).toBeVisible();
  });

  await test.step('an answer that this browser cannot keep leaves the question open', async () => {
    await page.evaluate(() => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('the database is gone', 'InvalidStateError');
      };
      document.addEventListener('test:mend', () => {
        IDBDatabase.prototype.transaction = transaction;
      });
    });
    await agree.click();
    await expect(page.getByRole('alert')).toContainText('did not let the simulated Spotify keep');
    await page.evaluate(() => document.dispatchEvent(new Event('test:mend')));
  });

  await test.step('"Agree" leads over the callback to a table of exactly 140 playlists', async () => {
    const addresses: string[] = [];
    page.on('framenavigated', (frame) => addresses.push(new URL(frame.url()).pathname));
    await agree.click();
    await expect(status).toHaveText('140 playlists');
    await expect(page).toHaveURL('/playlists');
    expect(addresses).toContain('/callback');
    await expect(table).toHaveAttribute('aria-rowcount', '141');
    await expect(page.getByRole('banner')).toContainText('Ada Lindqvist');
    await isMarked();
  });

  await test.step('[row 60] the demo has no service worker', async () => {
    const registrations = await page.evaluate(() => navigator.serviceWorker.getRegistrations());
    expect(registrations).toEqual([]);
    expect(context.serviceWorkers()).toEqual([]);
  });

  await test.step('a search, a refresh, and a reload', async () => {
    await search.fill('cleo');
    await expect(status).toHaveText(/^\d+ of 140 playlists$/);
    await openResult(page);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByRole('link', { name: 'Playlists', exact: true }).click();
    await expect(status).toHaveText('140 playlists');
    await page.reload();
    await expect(status).toHaveText('140 playlists');
  });

  await test.step('every page is marked, and another tab is not in the demo', async () => {
    for (const path of ['/flow', '/login', '/nowhere', '/callback']) {
      await page.goto(path);
      await expect(title).toBeVisible();
      await isMarked();
    }
    const other = await context.newPage();
    await other.goto('/playlists');
    await expect(other.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
    await expect(other.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
    await expect(other.getByRole('link', { name: 'Try the demo' })).toBeVisible();
    await other.close();
  });

  await test.step('a log-out leads to the demo’s first page, from where one can log in again', async () => {
    await logOut(page);
    await expect(title).toContainText('Every Spotify playlist');
    await expect(tryDemo).toHaveCount(0);
    await isMarked();
    await page.getByRole('button', { name: 'Log in with Spotify' }).click();
    await agree.click();
    await expect(status).toHaveText('140 playlists');
    expect(await keptByOrigin(page)).not.toEqual(before);
  });

  await test.step('one click leaves the demo and removes all that it stored', async () => {
    await leave.click();
    await expect(tryDemo).toBeVisible();
    await expect(page).toHaveURL('/');
    await expect(strip).toHaveCount(0);
    await expect(accountOf(page)).toHaveCount(0);
    expect(await keptByOrigin(page)).toEqual(before);
    await page.goto('/playlists');
    await expect(page.getByRole('textbox', { name: 'Client ID' })).toBeVisible();
  });

  // [row 51] Nothing left this page.
  expect([...new Set(asked.map(({ host }) => host))]).toEqual([new URL(page.url()).host]);
  expect(network.requests).toEqual([]);
});

test('in the demo a token that has run out is refreshed unseen, a new login is offered from the 170th day on, and the login ends after six months', async ({
  page,
}) => {
  await page.clock.install({ time: START });
  await enterDemo(page);
  const { status, alert } = playlistsPage(page);
  const result = await openResult(page);
  await expect(result).toContainText('You agreed onNovember 23, 2026');
  await expect(result).toContainText('Spotify ends this login onMay 22, 2027');
  await expect(result).toContainText('Valid for 59 min');
  await page.clock.fastForward(2 * HOUR_MS);
  await expect(result).toContainText('Expired. The next request gets a new one.');
  await page.getByRole('link', { name: 'Playlists', exact: true }).click();
  await expect(status).toHaveText('140 playlists');
  await expect(alert).toHaveCount(0);
  await openResult(page);
  await expect(result).toContainText('Valid for 59 min');

  const notice = page.getByRole('complementary', { name: 'About your login' });
  await page.clock.setFixedTime(START + 169 * DAY_MS);
  await page.goto('/playlists');
  await expect(status).toHaveText('140 playlists');
  await expect(notice).toHaveCount(0);
  await page.clock.setFixedTime(START + 171 * DAY_MS);
  await page.reload();
  await expect(notice).toContainText('Yours ends on May 22, 2027');
  await notice.getByRole('button', { name: 'Log in again' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(status).toHaveText('140 playlists');
  await expect(notice).toHaveCount(0);

  await page.clock.setFixedTime(START + (171 + 181) * DAY_MS);
  await page.clock.resume();
  await page.goto('/playlists');
  await expect(alert).toContainText('Spotify has ended this login');
  // The reason outlasts a reload.
  await page.reload();
  await expect(page.getByText(/^Spotify ended your login on/)).toBeVisible();
  await page.getByRole('button', { name: 'Log in with Spotify' }).click();
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(status).toHaveText('140 playlists');
  await logOut(page);
  await expect(page.getByText(/^Spotify ended your login on/)).toHaveCount(0);
});

test('a real login is untouched by a demo in another tab, and outlives it', async ({
  page,
  context,
  spotify,
  comeBack,
}) => {
  await enterDemo(page);
  const real = await context.newPage();
  await comeBack(real);
  await listIsKept(real);
  await page.bringToFront();
  await page.reload();
  await expect(playlistsPage(page).status).toHaveText('140 playlists');
  const before = spotify.requests.length;
  await logOut(page);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expect(playlistsPage(page).status).toHaveText('120 playlists');
  await expect(page.getByRole('complementary', { name: 'Demo' })).toHaveCount(0);
  await real.reload();
  await expect(playlistsPage(real).status).toHaveText('120 playlists');
  const steps = spotify.requests.slice(before).map(({ step }) => step);
  // Cached lists are drawn without a request; the login still works.
  expect(steps).toEqual([]);
  await real.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => spotify.requests.length).toBeGreaterThan(before);
  expect(spotify.requests[before]?.step).toBe('playlists');
});
