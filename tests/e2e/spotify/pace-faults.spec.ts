import type { Page } from '@playwright/test';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import type { SimulatedSpotify } from '../../../src/demo/simulated-spotify.ts';
import { hurry } from '../../support/hurry.ts';
import type { Network } from '../../support/network.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';
import { MIDDLE, PASSING_FAULTS, REFUSAL } from './middle-faults.ts';

const library = makeLibrary({ playlists: 1_000 });
const ids = library.playlists.map((playlist) => playlist?.id ?? '');
const ROW_HEIGHT = 48;
const OFFSETS = Array.from({ length: 20 }, (_, page) => 50 * page);

test.use({ spotifyOptions: { library } });

test.beforeEach(({ allowNetworkErrors }) => {
  test.slow();
  allowNetworkErrors();
});

/** Loads the list anew, without a cached copy. */
async function loadAnew(page: Page): Promise<void> {
  await listIsKept(page);
  await forgetLists(page);
  await page.reload();
}

/** Waits for the whole list, and expects the place of the fault to be seamless: every playlist once and in Spotify's order. */
async function expectWhole(page: Page): Promise<void> {
  const { alert, status, table, shownRows } = playlistsPage(page);
  await hurry(page, () => expect(status).toHaveText('1,000 playlists'));
  await expect(alert).toHaveCount(0);
  await expect(table).toHaveAttribute('aria-rowcount', '1002');
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 60 * ROW_HEIGHT });
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), (MIDDLE - 10) * ROW_HEIGHT);
  const inView = async () => (await shownRows()).filter(({ index }) => index > 400);
  await expect.poll(async () => (await inView()).length).toBeGreaterThan(60);
  const shown = await inView();
  // A viewport this high is slow to draw.
  if (before) await page.setViewportSize(before);
  const [{ index: first } = { index: 0 }] = shown;
  expect(first).toBeLessThan(MIDDLE);
  expect(shown.map(({ index }) => index)).toEqual(shown.map((_, place) => first + place));
  expect(shown.map(({ id }) => id)).toEqual(ids.slice(first - 2, first - 2 + shown.length));
}

/** Offsets requested since the request of this number. */
function offsetsSince(spotify: SimulatedSpotify, before: number): number[] {
  return spotify.requests
    .slice(before)
    .filter(({ step }) => step === 'playlists')
    .map(({ url }) => Number(new URL(url).searchParams.get('offset')))
    .sort((a, b) => a - b);
}

function mend(network: Network, spotify: SimulatedSpotify): void {
  network.mend();
  spotify.faults.clear();
}

test('a fault that comes once in the middle of 1,000 playlists costs no row', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  for (const fault of PASSING_FAULTS) {
    await test.step(fault.name, async () => {
      fault.arm(network, spotify, 1);
      const before = spotify.requests.length;
      await loadAnew(page);
      await expectWhole(page);
      const asked = offsetsSince(spotify, before);
      expect([...new Set(asked)]).toEqual(OFFSETS);
      mend(network, spotify);
    });
  }
});

test('a fault that stays leaves the rows that came, says what it is, and "Resume" brings the rest', async ({
  page,
  network,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  const { alert, status, table, allRows } = playlistsPage(page);
  for (const fault of [...PASSING_FAULTS, REFUSAL]) {
    await test.step(fault.name, async () => {
      fault.arm(network, spotify, Number.POSITIVE_INFINITY);
      await loadAnew(page);
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(fault.says));
      await expect(table).toHaveAttribute('aria-busy', 'false');
      const kept = Number(await table.getAttribute('aria-rowcount')) - 2;
      await expect(alert).toContainText(`The ${kept} playlists that came are kept.`);
      await expect(status).toHaveText(`${kept} of 1,000 playlists loaded`);

      // Compared row by row for one fault, because it is slow.
      const keptIds = fault === REFUSAL ? (await allRows(kept)).map(({ id }) => id) : undefined;

      mend(network, spotify);
      const before = spotify.requests.length;
      await alert.getByRole('button', { name: fault.wayOn }).click();
      await expectWhole(page);
      // After a new login the cached rows are found only when the account is known.
      if (fault.wayOn !== 'Resume') return;
      const missing = offsetsSince(spotify, before);
      expect(missing).toContain(MIDDLE);
      expect([...new Set(missing)]).toEqual(missing);
      expect(kept + 50 * missing.length).toBe(ids.length);
      // Whole pages in their order, and no other rows.
      const isKept = (_: string, place: number) => !missing.includes(place - (place % 50));
      if (keptIds) expect(keptIds).toEqual(ids.filter(isKept));
    });
  }
});
