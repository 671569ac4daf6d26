import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const FIRST_PAGE = /\/me\/playlists\?.*offset=0$/;
const SECOND_PAGE = /\/me\/playlists\?.*offset=50$/;
const LATER_PAGES = /\/me\/playlists\?.*offset=[1-9]/;

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('what the network does to the first page: a sentence, and "Try again" gets the list', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status } = playlistsPage(page);
  for (const fault of ['drop-connection', 'truncate-body'] as const) {
    await test.step(fault, async () => {
      network.break(FIRST_PAGE, fault, { times: ALWAYS });
      await listIsKept(page);
      await forgetLists(page);
      await page.reload();
      await hurry(page, () =>
        expect(alert).toContainText('The browser could not read Spotify’s answer.'),
      );
      network.mend();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await hurry(page, () => expect(status).toHaveText('120 playlists'));
      await expect(alert).toHaveCount(0);
    });
  }
});

test('what the network does to a later page: what came stays, and "Resume" completes it', async ({
  page,
  network,
  spotify: _,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status, allRows } = playlistsPage(page);
  for (const fault of ['429-without-cors', 'reset-stream'] as const) {
    await test.step(fault, async () => {
      network.break(SECOND_PAGE, fault, { times: ALWAYS });
      await listIsKept(page);
      await forgetLists(page);
      await page.reload();
      await hurry(page, () =>
        expect(alert).toContainText(/The (50|70) playlists that came are kept\./),
      );
      network.mend();
      await alert.getByRole('button', { name: 'Resume' }).click();
      await hurry(page, () => expect(status).toHaveText('120 playlists'));
      const rows = await allRows(120);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(120);
    });
  }
});

test('offline, the page says so, and goes on by itself once the network is back', async ({
  loggedIn: page,
  context,
  spotify,
}) => {
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await listIsKept(page);
  await pages.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('heading', { name: 'Login flow' })).toBeVisible();
  await context.setOffline(true);
  await pages.getByRole('link', { name: 'Playlists' }).click();
  const { alert, status } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(alert).toContainText('You are offline.');
  await expect(alert).toContainText('You see the last complete list.');
  const before = spotify.requests.length;
  await context.setOffline(false);
  await expect(alert).toHaveCount(0);
  await expect.poll(() => spotify.requests.length).toBe(before + 3);
  await expect(status).toHaveText('120 playlists');
});

test('offline in the middle of the list, what came stays and the rest comes by itself', async ({
  page,
  context,
  network,
  spotify: _,
  comeBack,
}) => {
  const first = holdAnswers(network, FIRST_PAGE);
  const loggedIn = comeBack(page);
  await expect.poll(() => first.waiting).toBe(1);
  network.break(LATER_PAGES, 'drop-connection', { times: ALWAYS });
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }),
  );
  first.letAllPass();
  await loggedIn;
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('You are offline.');
  await expect(alert).toContainText('The 50 playlists that came are kept.');
  network.mend();
  await context.setOffline(true);
  await page.evaluate(() => Reflect.deleteProperty(navigator, 'onLine'));
  await context.setOffline(false);
  await expect(status).toHaveText('120 playlists');
});

test('leaving the page in the middle of the list ends its requests', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  const later = holdAnswers(network, LATER_PAGES);
  const ended: string[] = [];
  page.on('requestfailed', (request) => ended.push(request.url()));
  void comeBack(page).catch(() => undefined);
  await expect.poll(() => later.waiting).toBe(2);
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await pages.getByRole('link', { name: 'Login flow' }).click();
  await expect(page.getByRole('region', { name: 'Result' })).toBeVisible();
  await expect.poll(() => ended.filter((url) => LATER_PAGES.test(url))).toHaveLength(2);
  later.letAllPass();
  await pages.getByRole('link', { name: 'Playlists' }).click();
  const { status, alert } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
  expect(spotify.requests.filter(({ step }) => step === 'token')).toHaveLength(1);
});
