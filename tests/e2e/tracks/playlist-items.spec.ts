import { formatTotalDuration } from '../../../src/library/duration.ts';
import { expectAccessible } from '../../support/axe.ts';
import { changeAnswers } from '../../support/changed-answers.ts';
import { holdAnswers } from '../../support/hold-answers.ts';
import { itemsPage } from '../../support/items-page.ts';
import { countOf } from '../../support/simulated-spotify.ts';
import { storedRecords } from '../../support/stored.ts';
import { FOREIGN_ID, UNEVEN_ID, unevenLibrary } from '../../support/uneven-library.ts';
import { expect, test } from '../fixtures.ts';

const library = unevenLibrary();
const items = library.items(UNEVEN_ID);
test.use({ spotifyOptions: { library, dialect: 'mixed' } });

test('a playlist tells what it is and lists every entry as what it is', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  await page.getByRole('link', { name: 'Everything, Ever', exact: true }).click();
  const { status, table, cellAt, rowAt, alert } = itemsPage(page, 'Tracks');
  await expect(status).toHaveText('130 songs');
  await expect(table).toHaveAttribute('aria-rowcount', '131');

  await test.step('its facts, and the description as text', async () => {
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Everything, Ever');
    await expect(main).toContainText("Rock & roll 'til <b>late</b>");
    const total = items.reduce((sum, { item }) => sum + (item?.duration_ms ?? 0), 0);
    const facts = ['You', 'Not on profile', '130 songs', formatTotalDuration(total)];
    for (const fact of facts) await expect(main.getByText(fact, { exact: true })).toBeVisible();
    await expect(main.getByRole('link', { name: 'Open in Spotify', exact: true })).toHaveAttribute(
      'href',
      `https://open.spotify.com/playlist/${UNEVEN_ID}`,
    );
  });

  await test.step('a track with all it has', async () => {
    const [first] = items;
    const track = first?.item;
    await expect(cellAt(1, 'position')).toHaveText('1');
    await expect(cellAt(1, 'title')).toContainText(track?.name ?? '');
    await expect(cellAt(1, 'added-on')).not.toHaveText('–');
    await expect(cellAt(1, 'duration')).toHaveText(/^\d+:\d\d$/);
    const open = rowAt(1).getByRole('link', { name: `Open ${track?.name} in Spotify` });
    await expect(open).toHaveAttribute('href', /^https:\/\/open\.spotify\.com\/track\//);
  });
  await test.step('the same song twice is two rows', async () => {
    const text = (await cellAt(1, 'title').textContent()) ?? '';
    await expect(cellAt(2, 'title')).toHaveText(text);
  });
  await test.step('an episode, a local file and what is gone have a badge', async () => {
    await expect(cellAt(3, 'title')).toContainText('Episode');
    await expect(rowAt(3).getByRole('link')).toHaveAttribute(
      'href',
      /^https:\/\/open\.spotify\.com\/episode\//,
    );
    await expect(cellAt(4, 'title')).toContainText('Local file');
    await expect(rowAt(4).getByRole('link')).toHaveCount(0);
    await expect(cellAt(5, 'title')).toContainText('No longer availableUnavailable');
    await expect(cellAt(5, 'album')).toHaveText('–');
  });
  await test.step('a date that is not known is a dash', async () => {
    await expect(cellAt(6, 'added-on')).toHaveText('–');
  });
  expect(countOf(spotify, 'items')).toBe(3);

  await test.step('an address that leads to no playlist says so', async () => {
    await page.goto('/playlists/0000000000000000000000');
    await expect(alert).toContainText('Spotify can’t find this');
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

test('a playlist whose tracks Spotify keeps back says so, and is not asked for again', async ({
  loggedIn: page,
  spotify,
  allowNetworkErrors,
}) => {
  test.slow();
  allowNetworkErrors();
  const main = page.getByRole('main');
  const withheld = main.getByText('Spotify doesn’t show this playlist’s songs to apps.');
  /** Asks by the menu of the page. */
  async function askAgain(): Promise<void> {
    await main.getByRole('button', { name: /^More about/ }).click();
    await main.getByRole('button', { name: 'Ask Spotify again' }).click();
  }
  const detailsOf = async (id: string) => (await storedRecords(page))[`library:details:${id}`];

  await test.step('one of somebody else', async () => {
    await page.getByRole('link', { name: 'Somebody Else’s', exact: true }).click();
    const sentence = main.getByText(
      'Spotify shows apps only the songs of your own and collaborative playlists.',
    );
    await expect(sentence).toBeVisible();
    const inSpotify = main.getByRole('link', { name: 'Open in Spotify', exact: true });
    await expect(inSpotify).toHaveAttribute(
      'href',
      `https://open.spotify.com/playlist/${FOREIGN_ID}`,
    );
    await expect(page.getByRole('table')).toHaveCount(0);
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(countOf(spotify, 'items')).toBe(0);
    expect(countOf(spotify, 'playlist')).toBe(1);
    await expectAccessible(page);
    await expect.poll(() => detailsOf(FOREIGN_ID)).toMatchObject({ rows: [{ givesItems: false }] });
    await page.reload();
    await expect(sentence).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Somebody Else’s');
    expect(countOf(spotify, 'playlist')).toBe(1);
    await askAgain();
    await expect.poll(() => countOf(spotify, 'playlist')).toBe(2);
    await expect(sentence).toBeVisible();
  });
  await test.step('a refusal of the tracks themselves', async () => {
    spotify.faults.arm('forbidden', { on: 'items' });
    await page.goto(`/playlists/${UNEVEN_ID}`);
    await expect(withheld).toBeVisible();
    await expect.poll(() => detailsOf(UNEVEN_ID)).toMatchObject({ rows: [{ givesItems: false }] });
    await page.reload();
    await expect(withheld).toBeVisible();
    expect(countOf(spotify, 'items')).toBe(1);
    await askAgain();
    await expect(page.getByRole('status')).toHaveText('130 songs');
  });
});

test('a playlist of which Spotify tells nothing reads the same, and is remembered as the list knows it', async ({
  page,
  network,
  spotify,
  comeBack,
  allowNetworkErrors,
}) => {
  allowNetworkErrors();
  const profile = holdAnswers(network, /\/v1\/me$/);
  await comeBack(page);
  await expect.poll(() => profile.waiting).toBe(1);
  spotify.faults.arm('forbidden', { on: 'playlist' });
  const playlist = holdAnswers(network, new RegExp(`/playlists/${UNEVEN_ID}`));
  await page.getByRole('link', { name: 'Everything, Ever', exact: true }).click();

  await test.step('opened before it is known whose login it is it has its name at once', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything, Ever');
    await expect.poll(() => playlist.waiting).toBeGreaterThan(0);
    playlist.letAllPass();
  });
  const sentence = page.getByText('Spotify doesn’t show this playlist’s songs to apps.');
  await expect(sentence).toBeVisible();
  profile.letAllPass();
  await expect.poll(() => storedRecords(page)).toHaveProperty(`library:details:${UNEVEN_ID}`);
  await page.reload();
  await expect(sentence).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything, Ever');
  expect(countOf(spotify, 'playlist')).toBe(1);
  await page.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('button', { name: 'Ask Spotify again' }).click();
  await expect(page.getByRole('status')).toHaveText('130 songs');
});

test('a playlist of which Spotify does not send all says how much came, and shows it', async ({
  loggedIn: page,
  network,
}) => {
  changeAnswers(network, /\/items\?/, (body) => {
    body['total'] = 140;
  });
  await page.getByRole('link', { name: 'Everything, Ever', exact: true }).click();
  const { status } = itemsPage(page, 'Tracks');
  await expect(page.getByRole('alert')).toHaveText(
    'Spotify sent 130 of 140 songs. Refresh to read it again.',
  );
  await expect(status).toHaveText('130 songs');
});
