import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { ownerOf } from '../../../src/demo/music/owners.ts';
import { resolvingTo } from '../../support/browser-flags.ts';
import { firstScript } from '../../support/built-scripts.ts';
import { type KillableBrowser, startKillableBrowser } from '../../support/killable-browser.ts';
import { logOut, submitLogInForm } from '../../support/log-in-form.ts';
import type { Answer } from '../../support/loopback-server.ts';
import { playlistsPage, tableIsFull, tableOf } from '../../support/playlists-page.ts';
import { answerOf, simulateSpotify } from '../../support/simulated-spotify.ts';
import { test as base, expect } from '../fixtures.ts';

const BOB = { accountId: 'acc-bob', id: 'bob', displayName: 'Bob Bygg' };
const BOBS = makeLibrary({ playlists: 3 }).playlists.map(
  (playlist) => playlist && { ...playlist, name: `Bob’s ${playlist.name}`, owner: ownerOf(BOB) },
);

/** A browser with a working HTTP cache: answers under an ignored certificate error are not cached. */
const test = base.extend<{ profile: string; real: KillableBrowser }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'liner-notes-cache-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  real: async ({ profile, loopback, launchOptions }, use) => {
    const flags = [
      ...(launchOptions.args ?? []),
      ...resolvingTo(loopback.port, [], loopback.keyHash),
    ];
    const browser = await startKillableBrowser(profile, flags);
    await use(browser);
    await browser.kill();
  },
});

/** Makes every answer cacheable, as Spotify does for some. */
function cacheable(answer: Answer, control: string): Answer {
  return async (request) => {
    const answered = await answer(request);
    if (!(answered instanceof Response) || request.method !== 'GET') return answered;
    const headers = new Headers(answered.headers);
    headers.set('cache-control', control);
    return new Response(answered.body, { status: answered.status, headers });
  };
}

async function logIn(page: Page): Promise<void> {
  await submitLogInForm(page);
  await tableIsFull(page);
}

test('[row 70, s24] whatever may be cached, the next account meets its own lists, a refresh asks, and after a log-out no answer of the Web API lies on the disk', async ({
  real,
  profile,
  network,
  spotify,
  redirectUris,
  baseURL,
}) => {
  test.slow();
  network.hosts.set('api.spotify.com', cacheable(answerOf(spotify), 'private, max-age=3600'));
  const page = await real.context.newPage();
  await page.goto(`${baseURL}`);
  await logIn(page);
  const [row] = await playlistsPage(page).shownRows();
  await logOut(page);

  await test.step('another account, and a refresh', async () => {
    const library = { user: BOB, playlists: BOBS };
    const bobs = answerOf(await simulateSpotify(redirectUris, { library, user: BOB }));
    network.hosts.set('accounts.spotify.com', bobs);
    network.hosts.set('api.spotify.com', cacheable(bobs, 'private, max-age=0'));
    await logIn(page);
    await expect(page.getByRole('banner')).toContainText(BOB.displayName);
    await expect(tableOf(page)).toHaveAttribute('aria-rowcount', '4');
    await expect(page.getByText(spotify.user.displayName)).toHaveCount(0);
    const lists = () => network.requestsTo(/\/me\/playlists/).length;
    const before = lists();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(lists).toBeGreaterThan(before);
    await expect(tableOf(page)).toHaveAttribute('aria-busy', 'false');
    await logOut(page);
  });

  await test.step('the disk', async () => {
    // The cache works, and is written while the browser closes.
    await real.context.browser()?.close();
    const files = await readdir(profile, { recursive: true, withFileTypes: true });
    const cached = files.filter((it) => it.isFile() && it.parentPath.includes('Cache'));
    const contents = await Promise.all(cached.map((it) => readFile(join(it.parentPath, it.name))));
    const hold = (text: string) => contents.filter((content) => content.includes(text)).length;
    expect(hold(firstScript())).toBeGreaterThan(0);
    expect(hold('api.spotify.com/v1/')).toBe(0);
    for (const name of [row?.name, BOBS[0]?.name]) expect(hold(name ?? 'no row')).toBe(0);
  });
});
