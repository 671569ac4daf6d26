import { getResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { demoLibrary } from '../../../src/demo/music/data.ts';
import {
  differenceTable,
  outcomeText,
  summaryText,
} from '../../../src/features/backup/compare/words.ts';
import type { SavedItem, SavedKind } from '../../../src/library/saved.ts';
import { savedPages } from '../../../src/spotify/saved.ts';

import { useNetwork } from '../../support/unit/network.ts';
import { hurry } from '../../support/unit/test-clock.ts';
import { LIBRARY } from '../lab/matrix/stage.ts';
import { backupOf, openComparison, rowsOf } from './comparing.ts';

const network = useNetwork();
const SAVED = { ...LIBRARY, saved: demoLibrary().saved };

/** Opens the comparison, with what is saved of each kind as it is now; episodes need a permission of their own. */
async function opened() {
  const page = await openComparison(network, SAVED);
  const { clock } = page.stage.browser;
  async function saved(kind: SavedKind): Promise<readonly SavedItem[]> {
    const rows: SavedItem[] = [];
    for await (const { rows: some } of savedPages(page.connection, kind)(
      [],
      new AbortController().signal,
    ))
      rows.push(...some);
    return rows;
  }
  const read = async (kind: SavedKind) => {
    const reading = saved(kind);
    await hurry(clock, reading);
    return reading;
  };
  const [albums, shows] = [await read('album'), await read('show')];
  const before = page.asked().saved;
  return {
    ...page,
    albums,
    shows,
    asked: () => ({ ...page.asked(), saved: page.asked().saved - before }),
  };
}

test('what is saved is compared by its URI: added, removed, never moved', async () => {
  const { stage, job, albums, shows, asked } = await opened();
  const [added, second, third, ...others] = albums;
  if (!added || !second || !third) throw new Error('three albums');
  const lost: SavedItem = {
    ...added,
    id: 'lost',
    uri: `spotify:album:${'0'.repeat(22)}`,
    name: 'Lost',
  };
  const file = await backupOf([], undefined, [
    { kind: 'album', items: [third, second, lost, ...others] },
    { kind: 'show', items: shows },
    { kind: 'audiobook', items: [] },
  ]);
  job.open(file);
  await stage.until(() => job.phase() === 'ready');
  expect(asked().saved).toBe(0);
  expect(job.costOf('unread')).toEqual({ lists: 3, requests: 5 });
  expect(job.lists().map(({ entry }) => entry.name)).toEqual([
    'Saved albums',
    'Saved shows',
    'Saved audiobooks',
  ]);
  job.start(false);
  await stage.until(() => job.state() === 'done');
  expect(asked()).toMatchObject({ items: 0, liked: 0, saved: 5 });
  const rows = differenceTable(job.lists().slice(0, 2), []).rows;
  expect(
    rows.map(([list, , change, before, now, title]) => [list, change, before, now, title]),
  ).toEqual([
    ['Saved albums', 'added', null, 1, added.name],
    ['Saved albums', 'removed', 3, null, 'Lost'],
  ]);
  expect(job.lists().map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'compared' },
    { kind: 'compared', changes: [] },
    { kind: 'compared', changes: Array.from({ length: 8 }, () => ({ kind: 'added' })) },
  ]);
  expect(summaryText(job.lists())).toMatch(/^2 of 3 lists differ: \d+ added, 1 removed\.$/);

  // What was read just now is compared without a request.
  job.open(file);
  await stage.until(() => job.phase() === 'ready');
  expect(job.costOf('unread').lists).toBe(0);
  expect(asked().saved).toBe(5);
});

test('saved lists that the file or Spotify holds back are not compared, and none of them counts as removed', async () => {
  const { stage, job, albums, shows } = await opened();
  job.open(
    await backupOf([], undefined, [
      { kind: 'album', items: albums.slice(0, 3), reason: 'Spotify sent 3 of 119.' },
      { kind: 'show', reason: 'Spotify couldn’t send them.' },
      { kind: 'episode', items: shows.slice(0, 1) },
    ]),
  );
  await stage.until(() => job.phase() === 'ready');
  job.start(false);
  await stage.until(() => job.state() === 'done');
  const partial = 'Not compared. Some were missing when the file was made.';
  expect(job.lists().map(outcomeText)).toEqual([
    partial,
    partial,
    'Not compared. This login lacks a permission. Open Saved to grant it.',
  ]);
  expect(summaryText(job.lists())).toBe('No difference in 0 lists. 3 lists not compared.');
});

test('a playlist that swaps songs while it is compared is compared as it is then', async () => {
  const { stage, job, own } = await opened();
  const [playlist] = own;
  if (!playlist) throw new Error('a playlist');
  const rows = rowsOf(playlist.id);
  job.open(
    await backupOf([{ name: 'L', playlist: { ...playlist, snapshotId: 'old' }, items: rows }]),
  );
  await stage.until(() => job.phase() === 'ready');
  let requests = 0;
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/${playlist.id}/items`, async ({ request }) => {
      const answered = await getResponse([...stage.spotify.handlers], request.clone());
      requests += 1;
      if (requests === 1) {
        const last = rows.length;
        stage.spotify.library.change({
          kind: 'move',
          id: playlist.id,
          start: 0,
          before: last,
          length: 1,
        });
      }
      return answered;
    }),
  );
  job.start(false);
  await stage.until(() => job.state() === 'done');
  expect(summaryText(job.lists())).toBe('1 of 1 list differs: 1 moved.');
  expect(requests).toBe(6);
});
