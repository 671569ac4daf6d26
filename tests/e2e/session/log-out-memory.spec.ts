import type { Page } from '@playwright/test';
import { accountOf, clickLogOut } from '../../support/account.ts';
import { clientIdBoxOf } from '../../support/log-in-form.ts';
import { listIsKept, storedRecords, storedSession } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

/** A text that the new documents hold. */
const SIGN = 'a text that is found in memory';

/** Those of the given texts that are in a tab's heap after garbage collection; takes seconds. */
async function inMemory(page: Page, texts: readonly string[]): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  const heap = chunks.join('');
  return texts.filter((text) => heap.includes(JSON.stringify(text).slice(1, -1)));
}

/** Says to all tabs, as another page of the origin may, that someone has logged out. */
async function sayLoggedOut(stranger: Page): Promise<void> {
  await stranger.goto('/robots.txt');
  await stranger.evaluate(() => {
    const channel = new BroadcastChannel('liner-notes');
    for (const message of [
      'logged-out',
      'ended',
      'changed',
      { loggedOut: 'made-up' },
      { loggedOut: 1 },
    ])
      channel.postMessage(message);
  });
}

test('[row 68] a made-up log-out ends nothing, and after a real one neither tokens nor lists are in the memory of any tab', async ({
  loggedIn: page,
  context,
}) => {
  await listIsKept(page);
  const other = await context.newPage();
  await test.step('a message of another page of the origin logs nobody out', async () => {
    await sayLoggedOut(other);
    // A later message: the earlier ones have arrived before it.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          new BroadcastChannel('end').addEventListener('message', resolve, { once: true });
          new BroadcastChannel('end').postMessage('');
        }),
    );
    await expect(accountOf(page)).toBeVisible();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('table')).toHaveAttribute('aria-busy', 'false');
    expect((await storedSession(page)).refreshToken).toBeTruthy();
  });

  await other.goto('/playlists?q=a');
  await expect(other.getByRole('table')).toHaveAttribute('aria-busy', 'false');
  const { refreshToken, accessToken } = await storedSession(page);
  const { 'library:playlist:all': list } = await storedRecords(page);
  const names = JSON.stringify(list).match(/(?<="name":")[\w ]{12,}(?=")/g) ?? [];
  expect(names.length).toBeGreaterThan(40);
  // Each is looked for in all of a heap.
  const secrets = [refreshToken ?? '', accessToken, ...names.slice(0, 50)];

  for (const tab of [page, other]) await tab.evaluate(() => Object.assign(window, { former: 1 }));
  await clickLogOut(page);
  for (const tab of [page, other]) {
    // During a navigation there is no document to evaluate in.
    const isFormer = () => tab.evaluate(() => 'former' in window).catch(() => true);
    await expect.poll(isFormer).toBe(false);
    await expect(clientIdBoxOf(tab)).toBeVisible();
  }
  await expect(page).toHaveURL('/');
  await expect(other).toHaveURL('/playlists?q=a');
  for (const tab of [page, other]) {
    // What the new document does hold is found, so that the same search would find the rest.
    await tab.evaluate((sign) => Object.assign(window, { sign }), SIGN);
    expect(await inMemory(tab, [SIGN, ...secrets])).toEqual([SIGN]);
  }

  await test.step('it says what it does not do, once, and links to where that is done', async () => {
    const notice = page.getByRole('status').filter({ hasText: 'You are logged out' });
    await expect(notice).toContainText('Spotify has no way to end the login from here');
    await expect(notice.getByRole('link')).toHaveAttribute(
      'href',
      'https://www.spotify.com/account/apps',
    );
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(notice).toHaveCount(0);
  });
});
