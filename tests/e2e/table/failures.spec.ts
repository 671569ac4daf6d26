import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { accountOf } from '../../support/account.ts';
import { FIRST_PAGE_FAILURES, LATER_FAILURES } from '../../support/api-failures.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const FIRST_PAGE = /\/me\/playlists\?.*offset=0$/;
const SECOND_PAGE = /\/me\/playlists\?.*offset=50$/;
const UNREADABLE = /^The browser couldn’t read Spotify’s reply/;

const library = makeLibrary({ playlists: 130 });

test.use({ spotifyOptions: { library } });

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

/** Loads the list anew, and waits for the text of a failure. */
async function failWith(page: Page, says: RegExp): Promise<void> {
  await listIsKept(page);
  await forgetLists(page);
  await page.reload();
  await expectSaid(page, says);
}

/** Waits for the text of a failure. */
async function expectSaid(page: Page, says: RegExp): Promise<void> {
  const { alert, table } = playlistsPage(page);
  await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(says));
  await expect(table).toHaveAttribute('aria-busy', 'false');
}

/** Waits for the complete list, for which the failure is over. */
async function expectWhole(page: Page): Promise<void> {
  const { alert, status, table } = playlistsPage(page);
  await hurry(page, () => expect(status).toHaveText('130 playlists'));
  await expect(alert).toHaveCount(0);
  await expect(table).toHaveAttribute('aria-rowcount', '131');
}

test('a failure on the first page has its own sentence, and "Try again" gets the list', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status, table } = playlistsPage(page);
  const tryAgain = alert.getByRole('button', { name: 'Try again' });

  for (const failure of FIRST_PAGE_FAILURES) {
    await test.step(failure.fault, async () => {
      const { fault, says } = failure;
      spotify.faults.arm(fault, { on: 'playlists', offset: 0, times: ALWAYS });
      await failWith(page, says);
      await expect(alert).not.toContainText('are kept');
      await expect(table).toHaveAttribute('aria-rowcount', '1');
      await expect(status).toHaveText('');
      const asked = () => network.requestsTo(FIRST_PAGE).length;
      const before = asked();
      await tryAgain.click();
      await expect.poll(asked).toBeGreaterThan(before);
      await expectSaid(page, says);
      spotify.faults.clear();
      await tryAgain.click();
      await expectWhole(page);
      await expect(accountOf(page)).toBeVisible();
    });
  }
  await test.step('an answer that breaks off', async () => {
    network.break(FIRST_PAGE, 'truncate-body', { times: ALWAYS });
    await failWith(page, UNREADABLE);
    network.mend();
    await tryAgain.click();
    await expectWhole(page);
  });
});

test('at a failure on a later page what came stays, and "Resume" asks for the rest', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status, table } = playlistsPage(page);

  async function resume(): Promise<void> {
    const kept = Number(await table.getAttribute('aria-rowcount')) - 1;
    expect(kept).toBeGreaterThanOrEqual(50);
    await expect(alert).toContainText(`The ${kept} playlists loaded so far are kept.`);
    await expect(status).toHaveText(`${kept} of 130 playlists loaded`);
    const before = spotify.requests.length;
    spotify.faults.clear();
    network.mend();
    await alert.getByRole('button', { name: 'Resume' }).click();
    await expectWhole(page);
    const asked = spotify.requests
      .slice(before)
      .filter(({ step }) => step === 'playlists')
      .map(({ url }) => Number(new URL(url).searchParams.get('offset')));
    expect(asked).toContain(50);
    expect([...new Set(asked)]).toEqual(asked);
    // The last page has 30.
    expect(kept + 50 * asked.length - (asked.includes(100) ? 20 : 0)).toBe(130);
  }

  for (const failure of LATER_FAILURES) {
    await test.step(failure.fault, async () => {
      const { fault, says } = failure;
      spotify.faults.arm(fault, { on: 'playlists', offset: 50, times: ALWAYS });
      await failWith(page, says);
      await resume();
    });
  }
  await test.step('a rate limit that the page may not read', async () => {
    network.break(SECOND_PAGE, '429-without-cors', { times: ALWAYS });
    await failWith(page, UNREADABLE);
    await resume();
  });
});
