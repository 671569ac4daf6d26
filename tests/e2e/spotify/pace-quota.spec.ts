import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const USED_UP =
  /^This Spotify app has used up its quota with Spotify, which can take hours to come back\./;
const HALF_AN_HOUR_MS = 1_800_000;

const resume = (page: Page) => playlistsPage(page).alert.getByRole('button', { name: 'Resume' });
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' });

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test.describe('a quota that is used up in the middle of 1,000 playlists', () => {
  const library = makeLibrary({ playlists: 1_000 });
  test.use({ spotifyOptions: { library } });

  test('stops the load at once, is remembered over reloads and tabs, and can be tried by hand', async ({
    page,
    context,
    network,
    spotify,
    comeBack,
  }) => {
    await page.clock.install();
    await comeBack(page);
    await listIsKept(page);
    await forgetLists(page);
    const { alert, status, allRows } = playlistsPage(page);
    const asked = () => countOf(spotify, 'playlists');
    let kept = 0;

    await test.step('it stops at once, with what came', async () => {
      spotify.faults.arm('quota-exceeded', { on: 'playlists', offset: 500, times: ALWAYS });
      const later = holdAnswers(network, /\/me\/playlists\?.*offset=[5-9]\d0$/);
      await page.reload();
      await expect(status).toHaveText('500 of 1,000 playlists loaded');
      await expect.poll(() => later.waiting).toBe(6);
      const count = asked();
      later.letOnePass();
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(USED_UP));
      later.letAllPass();
      await page.clock.runFor(HALF_AN_HOUR_MS);
      expect(asked()).toBe(count);
      kept = Number(await playlistsPage(page).table.getAttribute('aria-rowcount')) - 2;
      expect(kept).toBe(500);
      await expect(alert).toContainText(`The ${kept} playlists that came are kept.`);
    });

    const other = await context.newPage();
    for (const [name, tab] of Object.entries({ 'a reload': page, 'another tab': other })) {
      await test.step(`${name} knows of it, shows what came, and asks for nothing`, async () => {
        spotify.faults.clear();
        const before = spotify.requests.length;
        await tab.goto('/playlists');
        await hurry(tab, () =>
          expect(playlistsPage(tab).alert.getByRole('paragraph')).toHaveText(USED_UP),
        );
        await expect(playlistsPage(tab).table).toHaveAttribute('aria-rowcount', `${kept + 2}`);
        await tab.clock.runFor(60_000);
        expect(spotify.requests.slice(before).filter(({ step }) => step === 'playlists')).toEqual(
          [],
        );
      });
    }

    await test.step('a click tries again, and is told anew where it was in vain', async () => {
      spotify.faults.arm('quota-exceeded', { on: 'playlists', times: ALWAYS });
      const before = asked();
      await resume(page).click();
      await expect.poll(asked).toBeGreaterThan(before);
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(USED_UP));
    });

    await test.step('a click that helps brings the rest', async () => {
      spotify.faults.clear();
      await resume(page).click();
      await hurry(page, () => expect(playlistsPage(page).status).toHaveText('1,000 playlists'));
      await expect(alert).toHaveCount(0);
      // A tab in the background draws nothing.
      await page.bringToFront();
      const ids = library.playlists.map((playlist) => playlist?.id);
      expect((await allRows(1_000)).map(({ id }) => id)).toEqual(ids);
    });

    await test.step('the other tab may ask again by then', async () => {
      await resume(other).click();
      await hurry(other, () => expect(playlistsPage(other).status).toHaveText('1,000 playlists'));
    });
  });
});

test.describe('with liked songs', () => {
  test.use({ spotifyOptions: { library: makeLibrary({ playlists: 120, liked: 60 }) } });

  test('a rate limit met in one tab holds back the other, which goes on when it is over', async ({
    page,
    context,
    spotify,
    comeBack,
  }) => {
    await page.clock.install();
    await comeBack(page);
    await listIsKept(page);
    const other = await context.newPage();
    await other.goto('/playlists');
    await expect(refresh(other)).toBeVisible();
    const slow = (tab: Page) => tab.getByText(/^Spotify asks us to slow down\./);

    spotify.faults.arm('rate-limited', { on: 'playlists', isReadable: true, retryAfter: 50 });
    await refresh(page).click();
    await expect(slow(page).first()).toContainText('Nothing is lost.');
    const asked = spotify.requests.length;
    await other.getByRole('link', { name: 'Open liked songs' }).click();
    await expect(slow(other).first()).toBeVisible();
    await expect(other.getByText(/Going on in [1-5]?\d s\./)).toBeVisible();
    await other.clock.runFor(20_000);
    await expect(other.getByText(/Going on in [12]?\d s\./)).toBeVisible();
    expect(spotify.requests).toHaveLength(asked);

    await hurry(page, async () => {
      await expect(other.getByRole('status')).toHaveText('60 songs');
      await expect(refresh(page)).toBeVisible();
    });
    for (const tab of [page, other]) await expect(slow(tab)).toHaveCount(0);
    expect(spotify.requests).toHaveLength(asked + 5);
  });
});
