import type { Page } from '@playwright/test';
import { FRIENDS } from '../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { openAccount } from '../../support/account.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import type { Network } from '../../support/network.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { expect, test } from '../fixtures.ts';

const WRITE_SCOPES = ['playlist-modify-private', 'playlist-modify-public'];
const HELD_UP_MS = 21_000;

test.use({ spotifyOptions: { library: ownPlaylists([3, 3]) } });

test.beforeEach(async ({ page, spotify, redirectUris }) => {
  await storeLogin(page, spotify, redirectUris[0] ?? '', WRITE_SCOPES);
});

const namesAt = ({ library }: SimulatedSpotify) => library.playlists.map((each) => each?.name);
const writesTo = (network: Network) =>
  network.requestsTo(/\/v1\/playlists\/\w+$/).filter(({ method }) => method === 'PUT');

/** Holds back the answer to the first request that renames a playlist. */
function holdRename(network: Network) {
  return holdAnswers(network, /\/v1\/playlists\/\w{22}$/);
}

/** Renames a playlist by its menu, which needs no review. */
async function rename(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${from}`, exact: true }).click();
  await page.getByRole('button', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(to);
  await page.getByRole('button', { name: 'Save' }).click();
}

test('of two tabs that change something one waits, names the other after 20 s, and never goes first', async ({
  page,
  context,
  network,
  spotify,
}) => {
  const [first = '', second = ''] = namesAt(spotify);
  const other = await context.newPage();
  await other.clock.install();
  await Promise.all([page.goto('/playlists'), other.goto('/playlists')]);
  const held = holdRename(network);
  await rename(page, first, 'By the first tab');
  await expect.poll(() => held.waiting).toBe(1);
  await rename(other, second, 'By the second tab');
  await expect(other.getByRole('dialog')).toBeHidden();
  const named = other.getByText('Another tab has been changing something for a while.');
  await expect(other.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(named).toBeHidden();
  await other.clock.fastForward(HELD_UP_MS);
  await expect(named).toBeVisible();
  expect(writesTo(network)).toHaveLength(1);

  held.letAllPass();
  await expect.poll(() => namesAt(spotify)).toEqual(['By the first tab', 'By the second tab']);
  await expect(named).toBeHidden();
  expect(writesTo(network)).toHaveLength(2);
});

test('a change stops before its next request when another account logs in in a second tab, which never sees it', async ({
  page,
  context,
  network,
  spotify,
}) => {
  const [name = ''] = namesAt(spotify);
  await page.goto('/playlists');
  const held = holdRename(network);
  await rename(page, name, 'By Ada');
  await expect.poll(() => held.waiting).toBe(1);

  const other = await context.newPage();
  await other.goto('/playlists');
  [spotify.user] = FRIENDS;
  await openAccount(other);
  await other.getByRole('button', { name: 'Back to read-only' }).click();
  await other.getByRole('button', { name: 'Continue to Spotify' }).click();
  await expect(
    other.getByRole('button', { name: `Account: ${FRIENDS[0].displayName}` }),
  ).toBeVisible();

  const { length } = network.requests;
  held.letAllPass();
  await expect(page.getByText('Another account is logged in now')).toBeVisible();
  await other.goto('/changes');
  await expect(other.getByText('Nothing changed yet.')).toBeVisible();
  const since = network.requests.slice(length).map(({ url }) => new URL(url).pathname);
  expect(since.filter((path) => path.startsWith('/v1/playlists/'))).toEqual([]);
});
