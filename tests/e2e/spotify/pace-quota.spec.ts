import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const USED_UP =
  /^This Spotify app has used up its quota with Spotify. It may take hours to renew\./;
const HALF_AN_HOUR_MS = 1_800_000;

const library = makeLibrary({ playlists: 120, liked: 60 });

test.use({ spotifyOptions: { library } });

const resume = (page: Page) => playlistsPage(page).alert.getByRole('button', { name: 'Resume' });
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' });

test('a limit of Spotify’s holds for every tab and over a reload, and a used-up quota can be tried by hand', async ({
  page,
  context,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  await page.clock.install();
  await comeBack(page);
  await listIsKept(page);
  const { alert, status, table } = playlistsPage(page);
  const other = await context.newPage();
  await other.goto('/playlists');
  await expect(refresh(other)).toBeVisible();
  const asked = () => countOf(spotify, 'playlists');

  await test.step('a rate limit met in one tab holds back the other, which goes on when it is over', async () => {
    const slow = (tab: Page) => tab.getByText(/^Spotify asked us to slow down\./);
    spotify.faults.arm('rate-limited', { on: 'playlists', isReadable: true, retryAfter: 50 });
    await refresh(page).click();
    await expect(slow(page).first()).toContainText('Nothing is lost.');
    const before = spotify.requests.length;
    await other.getByRole('link', { name: 'Liked songs' }).click();
    await expect(slow(other).first()).toBeVisible();
    await expect(other.getByText(/Continuing in [1-5]?\d s\./)).toBeVisible();
    await other.clock.runFor(20_000);
    await expect(other.getByText(/Continuing in [12]?\d s\./)).toBeVisible();
    expect(spotify.requests).toHaveLength(before);

    await hurry(page, async () => {
      await expect(other.getByRole('status')).toHaveText('60 songs');
      await expect(refresh(page)).toBeVisible();
    });
    for (const tab of [page, other]) await expect(slow(tab)).toHaveCount(0);
    // The two lists, and once more the first page of the liked songs, which has no snapshot to compare.
    expect(spotify.requests).toHaveLength(before + 6);
  });

  await test.step('a quota that is used up stops the load at once, with what came', async () => {
    await forgetLists(page);
    spotify.faults.arm('quota-exceeded', { on: 'playlists', offset: 50, times: ALWAYS });
    await page.reload();
    await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(USED_UP));
    const kept = Number(await table.getAttribute('aria-rowcount')) - 1;
    await expect(alert).toContainText(`The ${kept} playlists loaded so far are kept.`);
    const count = asked();
    await page.clock.runFor(HALF_AN_HOUR_MS);
    expect(asked()).toBe(count);
  });

  for (const [name, tab] of Object.entries({ 'a reload': page, 'another tab': other })) {
    await test.step(`${name} knows of it, shows what came, and asks for nothing`, async () => {
      spotify.faults.clear();
      const before = asked();
      await tab.goto('/playlists');
      await hurry(tab, () =>
        expect(playlistsPage(tab).alert.getByRole('paragraph')).toHaveText(USED_UP),
      );
      await expect(playlistsPage(tab).table).not.toHaveAttribute('aria-rowcount', '1');
      await tab.clock.runFor(60_000);
      expect(asked()).toBe(before);
    });
  }

  await test.step('a click tries again, and is told anew where it was in vain', async () => {
    spotify.faults.arm('quota-exceeded', { on: 'playlists', times: ALWAYS });
    const before = asked();
    await resume(page).click();
    await expect.poll(asked).toBeGreaterThan(before);
    await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(USED_UP));
  });
  await test.step('a click that helps brings the rest, and the other tab may ask again', async () => {
    spotify.faults.clear();
    await resume(page).click();
    await hurry(page, () => expect(status).toHaveText('120 playlists'));
    await expect(alert).toHaveCount(0);
    await resume(other).click();
    await hurry(other, () => expect(playlistsPage(other).status).toHaveText('120 playlists'));
  });
});

test('[s33] whoever’s requests are all blocked is told so once, and of no limit of Spotify’s', async ({
  page,
  network,
  spotify,
  redirectUris,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await page.clock.install();
  await storeLogin(page, spotify, redirectUris[0] ?? '');
  network.break(/api\.spotify\.com/, '429-without-cors', { times: ALWAYS });
  await page.goto('/playlists');
  await expect(page.getByText('Spotify hasn’t replied yet. Nothing is lost.')).toBeVisible();
  const { alert } = playlistsPage(page);
  await hurry(page, () =>
    expect(alert.getByRole('paragraph')).toHaveText(
      /^The browser couldn’t read anything from Spotify\./,
    ),
  );
  await expect(page.getByText(/slow down/)).toHaveCount(0);
  network.mend();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await hurry(page, () => expect(refresh(page)).toBeVisible());
});
