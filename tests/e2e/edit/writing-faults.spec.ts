import type { Page } from '@playwright/test';
import { FRIENDS } from '../../../src/demo/music/owners.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { grantOnly } from '../../support/grant-only.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { hurry } from '../../support/hurry.ts';
import { ownPlaylists } from '../../support/own-playlists.ts';
import { storeLogin } from '../../support/stored-login.ts';
import { test as base, expect } from '../fixtures.ts';

const READ_SCOPES = 'playlist-read-private playlist-read-collaborative user-library-read';
const WRITE_SCOPES = ['playlist-modify-private', 'playlist-modify-public'];

/** The playlist whose songs are added, and the short ones to which they are. */
const SOURCE = 120;
const TARGETS = [3, 4, 5];

/** The addition of all songs of one playlist to another, at Spotify and on the page. */
interface Addition {
  readonly id: string;
  /** The text that says that it is done. */
  readonly done: string;
  /** The URIs that are added, and those that are there before. */
  readonly songs: readonly string[];
  readonly before: readonly string[];
  /** The URIs of the playlist at Spotify now. */
  readonly now: () => readonly (string | undefined)[];
  /** Number of requests that were to add songs. */
  readonly requests: () => number;
  readonly apply: () => Promise<void>;
}

interface Fixtures {
  /** Plans to add all songs of the first playlist to one of the others, up to the review of the plan. */
  review: (target: number) => Promise<Addition>;
  /** Whether the login may change playlists from the start. */
  mayEdit: boolean;
}

const test = base.extend<Fixtures>({
  mayEdit: [true, { option: true }],
  review: async ({ page, spotify, redirectUris, mayEdit, allowNetworkErrors }, use) => {
    allowNetworkErrors();
    await page.clock.install();
    await storeLogin(page, spotify, redirectUris[0] ?? '', mayEdit ? WRITE_SCOPES : []);
    const source = spotify.library.playlists[0]?.id ?? '';
    await use(async (place) => {
      const target = spotify.library.playlists[place];
      if (!page.url().endsWith(source)) {
        await page.goto(`/playlists/${source}`);
        const all = page.getByRole('checkbox', { name: 'Select all found' });
        await hurry(page, () => all.check());
      }
      await page.getByRole('button', { name: 'Add to…' }).click();
      await page.getByRole('radio', { name: target?.name ?? '' }).check();
      await hurry(page, () => page.getByRole('button', { name: 'Review' }).click());
      return additionOf(page, spotify, source, { id: '', name: '', ...target });
    });
  },
});

function additionOf(
  page: Page,
  spotify: SimulatedSpotify,
  source: string,
  { id, name }: { readonly id: string; readonly name: string },
): Addition {
  const urisOf = (list: string) =>
    spotify.library.items(list).flatMap(({ item }) => item?.uri ?? []);
  const isAddition = ({ step, url }: { readonly step: string; readonly url: string }) =>
    step === 'add' && url.includes(id);
  return {
    id,
    done: `Done: Add ${SOURCE} songs to ${name}`,
    songs: urisOf(source),
    before: urisOf(id),
    now: () => urisOf(id),
    requests: () => spotify.requests.filter(isAddition).length,
    apply: () => page.getByRole('button', { name: /^Apply \d/ }).click(),
  };
}

/** The card of a job that runs or has stopped. */
const card = (page: Page) => page.getByRole('region', { name: /^Add / });

test.use({ spotifyOptions: { library: ownPlaylists([SOURCE, ...TARGETS]) } });

test('songs that were added without a reply, or with a 502, are found and sent once', async ({
  page,
  spotify,
  review,
}) => {
  for (const [target, fault] of [
    [1, 'answer-lost'],
    [2, 'bad-gateway-after'],
  ] as const) {
    const addition = await review(target);
    spotify.faults.arm(fault, { on: 'add' });
    await addition.apply();
    await hurry(page, () => expect(page.getByText(addition.done)).toBeVisible());
    expect(addition.now()).toEqual([...addition.before, ...addition.songs]);
    expect(addition.requests()).toBe(2);
  }
});

test('lists that come late are waited for, and an old snapshot of half a minute misleads no page', async ({
  page,
  spotify,
  review,
}) => {
  await page.goto(`/playlists/${spotify.library.playlists[1]?.id}`);
  await expect(page.getByRole('status').filter({ hasText: '3 songs' })).toBeVisible();
  const addition = await review(1);
  // After the comparison with the plan.
  spotify.faults.arm('stale', { on: 'items', skip: 2, times: 3 });
  for (const on of ['playlist', 'playlists'] as const)
    spotify.faults.arm(on === 'playlist' ? 'stale-snapshot' : 'stale', { on, times: 9 });
  await addition.apply();
  await hurry(page, () => expect(page.getByText(addition.done)).toBeVisible());
  expect(addition.requests()).toBe(2);
  await page.goto(`/playlists/${addition.id}`);
  await hurry(page, () =>
    expect(page.getByRole('status').filter({ hasText: '123 songs' })).toBeVisible(),
  );
});

test('half of a batch stops the change, which a quota in the middle does as well, and goes on', async ({
  page,
  spotify,
  review,
}) => {
  const halved = await review(1);
  spotify.faults.arm('half-done', { on: 'add' });
  await halved.apply();
  // It is read five times within 50 s.
  await hurry(page, () =>
    expect(card(page)).toContainText('looks like neither before nor after', { timeout: 30_000 }),
  );
  expect(halved.now()).toEqual([...halved.before, ...halved.songs.slice(0, 50)]);
  expect(halved.requests()).toBe(1);

  const later = await review(2);
  spotify.faults.arm('quota-exceeded', { on: 'add', skip: 1 });
  await later.apply();
  await hurry(page, () => expect(card(page)).toContainText('used up its quota'));
  expect(later.now()).toEqual([...later.before, ...later.songs.slice(0, 100)]);
  // Another page brings the change to mind, which keeps to the quota until a person tries again.
  await page.goto('/privacy');
  const resume = card(page).getByRole('button', { name: 'Resume' });
  await hurry(page, () => expect(card(page)).toContainText('Stopped. Nothing is lost'));
  await resume.click();
  await hurry(page, () => expect(card(page)).toContainText('used up its quota'));
  await resume.click();
  await hurry(page, () => expect(card(page)).toBeHidden());
  expect(later.now()).toEqual([...later.before, ...later.songs]);
  expect(later.requests()).toBe(3);
});

test('a page left while a request is under way is followed by one that finds out what became of it', async ({
  page,
  network,
  review,
}) => {
  const addition = await review(1);
  const held = holdAnswers(network, /\/items$/);
  await addition.apply();
  await expect.poll(() => held.waiting).toBe(1);
  await page.goto('/privacy');
  held.loseAll();
  await hurry(page, () => card(page).getByRole('button', { name: 'Resume' }).click());
  await hurry(page, () => expect(card(page)).toBeHidden());
  expect(addition.now()).toEqual([...addition.before, ...addition.songs]);
  expect(addition.requests()).toBe(2);
});

test('of a hundred songs the one that Spotify refuses is found by halves, and the others come', async ({
  page,
  network,
  spotify,
  review,
}) => {
  const gone = spotify.library.items(spotify.library.playlists[0]?.id ?? '')[41]?.item?.uri ?? '';
  changeAnswers(
    network,
    new RegExp(`/playlists/${spotify.library.playlists[0]?.id}/items`),
    (body) =>
      Object.assign(
        body,
        JSON.parse(JSON.stringify(body).replaceAll(gone, `spotify:track:${'0'.repeat(22)}`)),
      ),
  );
  const addition = await review(1);
  await addition.apply();
  await hurry(page, () => expect(page.getByText('Spotify refused a part')).toBeVisible());
  expect(addition.now()).toEqual([
    ...addition.before,
    ...addition.songs.filter((uri) => uri !== gone),
  ]);
  await page.goto('/changes');
  await expect(page.getByRole('table', { name: 'Changes' })).toContainText('Done in part');
});

test('a playlist that is full, or was changed elsewhere since the review, is not written to', async ({
  page,
  network,
  spotify,
  review,
}) => {
  const [, changed, full] = spotify.library.playlists;
  const addition = await review(1);
  spotify.library.change({ kind: 'remove-at', id: changed?.id ?? '', positions: [0] });
  await addition.apply();
  await hurry(page, () => expect(card(page)).toContainText('Nothing was written'));
  expect(addition.now()).toEqual(addition.before.slice(1));
  expect(addition.requests()).toBe(0);

  changeAnswers(network, new RegExp(`/playlists/${full?.id}/items`), (body) => {
    const { items } = body as { items: readonly unknown[] };
    Object.assign(body, { total: 9_900, items: Array.from({ length: 9_900 }, () => items[0]) });
  });
  await review(2);
  await expect(page.getByRole('alert')).toContainText('at most 10,000 songs in a playlist');
  await expect(page.getByRole('button', { name: /^Apply \d/ })).toBeDisabled();
});

test.describe('a login that only reads', () => {
  test.use({ mayEdit: false });

  test('a permission that is refused, or silently does not come, leaves the login and the plan whole', async ({
    page,
    network,
    spotify,
    review,
  }) => {
    const addition = await review(1);
    await addition.apply();
    await expect(page.getByRole('alert')).toContainText('“Edit playlists”');
    spotify.consent = 'decline';
    await page.getByRole('button', { name: 'Continue to Spotify' }).click();
    const dialog = page.getByRole('dialog', { name: 'Review changes' });
    const refused = dialog.getByText('Spotify didn’t grant the permission “Edit playlists”.');
    await expect(refused).toBeVisible();
    expect(spotify.requests.filter(({ step }) => step === 'token')).toHaveLength(1);

    spotify.consent = 'agree';
    grantOnly(network, READ_SCOPES);
    await dialog.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(() => spotify.requests.filter(({ step }) => step === 'token').length).toBe(2);
    await expect(refused).toBeVisible();
    expect(addition.now()).toEqual(addition.before);
    expect(addition.requests()).toBe(0);
  });

  test('another account that comes back from Spotify is told, and nothing is sent for it', async ({
    page,
    spotify,
    review,
  }) => {
    const addition = await review(1);
    await addition.apply();
    [spotify.user] = FRIENDS;
    await page.getByRole('button', { name: 'Continue to Spotify' }).click();
    await expect(page.getByRole('alert')).toContainText('This plan belongs to another account.');
    expect(addition.now()).toEqual(addition.before);
    expect(addition.requests()).toBe(0);
  });
});
