import { FIRST_PAGE_FAILURES, titleOf } from '../../support/api-failures.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('a failure on the first page has its own sentence, and "Try again" gets the list', async ({
  page,
  spotify,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status, table } = playlistsPage(page);
  for (const failure of FIRST_PAGE_FAILURES) {
    await test.step(titleOf(failure), async () => {
      const { fault, settings, says } = failure;
      spotify.faults.arm(fault, { ...settings, on: 'playlists', offset: 0, times: ALWAYS });
      await listIsKept(page);
      await forgetLists(page);
      await page.reload();
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(says));
      await expect(alert).not.toContainText('are kept');
      await expect(table).toHaveAttribute('aria-rowcount', '2');
      await expect(status).toHaveText('');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(says));
      spotify.faults.clear();
      await alert.getByRole('button', { name: 'Try again' }).click();
      await hurry(page, () => expect(status).toHaveText('120 playlists'));
      await expect(alert).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Log out' })).toBeVisible();
    });
  }
});

test('a permission that is missing in Spotify’s eyes leads to a new login, and back', async ({
  page,
  spotify,
  comeBack,
}) => {
  spotify.faults.arm('insufficient-scope', { on: 'playlists' });
  await comeBack(page);
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('This login does not carry a permission');
  await alert.getByRole('button', { name: 'Log in again' }).click();
  await expect(status).toHaveText('120 playlists');
  expect(spotify.requests.filter(({ step }) => step === 'token')).toHaveLength(2);
});

test('[row 66] a 401 is met by one refresh and one more request, unseen', async ({
  page,
  spotify,
  comeBack,
}) => {
  spotify.faults.arm('unauthorized', { on: 'playlists' });
  await comeBack(page);
  const { alert, status } = playlistsPage(page);
  await expect(status).toHaveText('120 playlists');
  await expect(alert).toHaveCount(0);
  expect(spotify.requests.filter(({ step }) => step === 'refresh')).toHaveLength(1);
});

test('[row 66, s10] a 401 that comes again ends in a sentence and a way to log in', async ({
  page,
  spotify,
  comeBack,
}) => {
  spotify.faults.arm('unauthorized', { on: 'playlists', times: ALWAYS });
  await comeBack(page);
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('Spotify does not accept this login any more.');
  const steps = spotify.requests.map(({ step }) => step);
  expect(steps.filter((step) => step === 'refresh')).toHaveLength(1);
  expect(steps.filter((step) => step === 'playlists')).toHaveLength(2);
  spotify.faults.clear();
  await alert.getByRole('button', { name: 'Log in again' }).click();
  await expect(status).toHaveText('120 playlists');
});

test('an answer that never comes is given up after half a minute', async ({
  page,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  spotify.faults.arm('hang', { on: 'playlists' });
  const loggedIn = comeBack(page);
  const { alert, status, table } = playlistsPage(page);
  await expect(table).toHaveAttribute('aria-busy', 'true');
  await expect.poll(() => spotify.requests.some(({ step }) => step === 'playlists')).toBe(true);
  await page.clock.runFor(30_000);
  await loggedIn;
  await expect(alert).toContainText('Spotify did not answer in time.');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(status).toHaveText('120 playlists');
});

test('[row 44, s23] a "next" link to another host is refused, and that host is never asked', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  spotify.faults.arm('evil-next', { on: 'playlists' });
  await comeBack(page);
  const { alert, status } = playlistsPage(page);
  await expect(alert).toContainText('not of the form we know');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(status).toHaveText('120 playlists');
  expect(network.requests.filter(({ url }) => url.includes('evil'))).toEqual([]);
});
