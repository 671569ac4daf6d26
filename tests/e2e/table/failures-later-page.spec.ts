import { makeLibrary } from '../../../src/demo/music/data.ts';
import { LATER_FAILURES, titleOf } from '../../support/api-failures.ts';
import { hurry } from '../../support/hurry.ts';
import { playlistsPage } from '../../support/playlists-page.ts';
import { forgetLists, listIsKept } from '../../support/stored.ts';
import { expect, test } from '../fixtures.ts';

const library = makeLibrary({ playlists: 280 });
const ids = library.playlists.map((playlist) => playlist?.id ?? '');

test.use({ spotifyOptions: { library } });

test.beforeEach(({ allowNetworkErrors }) => {
  allowNetworkErrors();
});

test('at a failure on a later page what came stays, and "Resume" asks for the rest', async ({
  page,
  spotify,
  comeBack,
}) => {
  test.slow();
  await page.clock.install();
  await comeBack(page);
  const { alert, status, table, allRows } = playlistsPage(page);
  for (const failure of LATER_FAILURES) {
    await test.step(titleOf(failure), async () => {
      const { fault, settings, says } = failure;
      const times = Number.POSITIVE_INFINITY;
      spotify.faults.arm(fault, { ...settings, on: 'playlists', offset: 150, times });
      await listIsKept(page);
      await forgetLists(page);
      await page.reload();
      await hurry(page, () => expect(alert.getByRole('paragraph')).toHaveText(says));
      await expect(table).toHaveAttribute('aria-busy', 'false');

      const kept = Number(await table.getAttribute('aria-rowcount')) - 2;
      expect(kept).toBeGreaterThanOrEqual(50);
      await expect(alert).toContainText(`The ${kept} playlists that came are kept.`);
      await expect(status).toHaveText(`${kept} of 280 playlists loaded`);
      const before = spotify.requests.length;
      spotify.faults.clear();
      await alert.getByRole('button', { name: 'Resume' }).click();
      await hurry(page, () => expect(status).toHaveText('280 playlists'));
      await expect(alert).toHaveCount(0);
      const asked = spotify.requests
        .slice(before)
        .filter(({ step }) => step === 'playlists')
        .map(({ url }) => Number(new URL(url).searchParams.get('offset')));
      expect(asked).toContain(150);
      expect([...new Set(asked)]).toEqual(asked);
      // The last page has 30.
      expect(kept + 50 * asked.length - (asked.includes(250) ? 20 : 0)).toBe(280);
      await expect(table).toHaveAttribute('aria-rowcount', '282');
    });
  }
  // Compared row by row at the end alone; tests/unit/lab/fault-matrix.test.ts does so after each.
  expect((await allRows(280)).map(({ id }) => id)).toEqual(ids);
});

test('a failure that comes again and again loses nothing of what came between', async ({
  page,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  await comeBack(page);
  await listIsKept(page);
  await forgetLists(page);
  // Four failures in a row, one more than the automatic retries.
  for (const offset of [50, 150, 250]) {
    spotify.faults.arm('server-error-502', { on: 'playlists', offset, times: 4 });
  }
  const { alert, status, table, allRows } = playlistsPage(page);
  const resume = alert.getByRole('button', { name: 'Resume' });
  await page.reload();
  await hurry(page, async () => {
    let kept = 0;
    let stops = 0;
    while ((await status.textContent()) !== '280 playlists') {
      await expect(table).toHaveAttribute('aria-busy', 'false');
      if (!(await resume.isVisible())) continue;
      const rows = Number(await table.getAttribute('aria-rowcount')) - 2;
      expect(rows).toBeGreaterThanOrEqual(kept);
      kept = rows;
      stops += 1;
      await resume.click();
    }
    expect(stops).toBeGreaterThan(0);
  });
  expect((await allRows(280)).map(({ id }) => id)).toEqual(ids);
});

test('an answer that never comes ends the wait for the others too, and keeps them', async ({
  page,
  spotify,
  comeBack,
}) => {
  await page.clock.install();
  spotify.faults.arm('hang', { on: 'playlists', offset: 150 });
  const loggedIn = comeBack(page);
  const { alert, status } = playlistsPage(page);
  await expect(status).toHaveText('230 of 280 playlists loaded');
  await page.clock.runFor(30_000);
  await loggedIn;
  await expect(alert).toContainText('Spotify did not answer in time.');
  await expect(alert).toContainText('The 230 playlists that came are kept.');
  const before = spotify.requests.length;
  await alert.getByRole('button', { name: 'Resume' }).click();
  await expect(status).toHaveText('280 playlists');
  const asked = spotify.requests.slice(before).filter(({ step }) => step === 'playlists');
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(['?limit=50&offset=150']);
});
