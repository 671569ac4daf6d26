import { getResponse, HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import type { FaultName } from '../../../src/demo/faults.ts';
import type { LibraryLists } from '../../../src/demo/music/data.ts';
import { FRIENDS, ownerOf } from '../../../src/demo/music/owners.ts';
import { exportReason } from '../../../src/words/flaw.ts';
import { ownPlaylists, pagesOf } from '../../support/own-playlists.ts';
import { serveSongs } from '../../support/unit/changing-songs.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { type Exporting, exporting } from './exporting.ts';

const network = useNetwork();
const ITEMS = `${SPOTIFY_API}/v1/playlists/:id/items`;
const TOTALS = [120, 1, 0, 50, 51, 260, 7, 100];
const ALL = TOTALS.reduce((sum, total) => sum + total, 0);

/** What is kept of each playlist: its number of tracks; `undefined` where some are missing. */
async function keptCounts({ playlists, kept }: Exporting): Promise<unknown[]> {
  const known = await Promise.all(playlists.map((playlist) => kept.read(playlist)));
  return known.map(({ items }) => items?.length);
}

/** The same library with a playlist of somebody else's at this place. */
function withForeign({ user, playlists }: LibraryLists, at: number): LibraryLists {
  const owner = ownerOf(FRIENDS[0]);
  return {
    user,
    playlists: playlists.map((playlist, place) =>
      playlist && place === at ? { ...playlist, public: true, owner } : playlist,
    ),
  };
}

test('everything takes one request for each fifty tracks of each playlist, and nothing more', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  expect((await person.gather()).failed).toEqual([]);
  expect(person.pages()).toHaveLength(pagesOf(TOTALS));
  expect(new Set(person.pages()).size).toBe(pagesOf(TOTALS));
  expect(person.pages().every((url) => url.includes('limit=50'))).toBe(true);
  expect(await keptCounts(person)).toEqual(TOTALS);
  expect(person.told.at(-1)).toEqual({ playlists: TOTALS.length, tracks: ALL });
});

test('a second export asks for no tracks, and after a change for those of the changed playlist', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  await person.gather();
  await person.gather();
  expect(person.pages()).toHaveLength(pagesOf(TOTALS));
  const changed = person.playlists.map((playlist, place) =>
    place === 1 ? { ...playlist, snapshotId: 'changed' } : playlist,
  );
  await person.gather(changed);
  expect(person.pages()).toHaveLength(pagesOf(TOTALS) + 1);
});

test('faults in between cost as many requests more, and no track', async () => {
  const faults: readonly FaultName[] = [
    'server-error-502',
    'rate-limited-no-cors',
    'truncated-body',
    'network-error',
    'rate-limited',
  ];
  const person = await exporting(network, ownPlaylists(TOTALS));
  for (const [place, fault] of faults.entries())
    person.spotify.faults.arm(fault, { on: 'items', skip: 2 * place });
  expect((await person.gather()).failed).toEqual([]);
  expect(await keptCounts(person)).toEqual(TOTALS);
  expect(person.pages()).toHaveLength(pagesOf(TOTALS) + faults.length);
});

test('a playlist that Spotify keeps back stops no other, and is not asked for twice', async () => {
  const person = await exporting(network, withForeign(ownPlaylists(TOTALS), 1));
  for (const round of [1, 2]) {
    const { failed } = await person.gather();
    expect(failed, `round ${round}`).toEqual([
      { playlist: person.playlists[1], error: expect.objectContaining({ kind: 'forbidden' }) },
    ]);
    expect(person.pages()).toHaveLength(pagesOf(TOTALS));
  }
  expect((await keptCounts(person)).filter((count) => count !== undefined)).toHaveLength(
    TOTALS.length - 1,
  );
});

test('a playlist whose page never comes stops no other', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  // Only one playlist is so long.
  const always = { on: 'items', offset: 250, times: Number.POSITIVE_INFINITY } as const;
  person.spotify.faults.arm('server-error-500', always);
  const { failed } = await person.gather();
  expect(failed).toEqual([
    { playlist: person.playlists[5], error: expect.objectContaining({ kind: 'spotify-down' }) },
  ]);
  expect((await keptCounts(person)).filter((count) => count !== undefined)).toHaveLength(
    TOTALS.length - 1,
  );
  person.spotify.faults.clear();
  const before = person.pages().length;
  expect((await person.gather()).failed).toEqual([]);
  expect(person.pages().slice(before)).toEqual([expect.stringContaining('offset=250')]);
});

test('a Spotify that is down altogether is not asked for every playlist', async () => {
  const person = await exporting(network, ownPlaylists(Array.from({ length: 40 }, () => 60)));
  const always = { on: 'items', times: Number.POSITIVE_INFINITY } as const;
  person.spotify.faults.arm('server-error-503', always);
  await expect(person.gather()).rejects.toMatchObject({ kind: 'spotify-down' });
  expect(person.pages().length).toBeLessThanOrEqual(4 * 4);
});

test('playlists in a row that fail for ever stop no other once it is tried again', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  const broken = person.playlists.filter((_, place) => [0, 1, 3, 4].includes(place));
  const isBroken = (id: unknown) => broken.some((playlist) => playlist.id === id);
  const fail = () => new HttpResponse(null, { status: 500 });
  network.use(http.get(ITEMS, ({ params }) => (isBroken(params['id']) ? fail() : undefined)));
  await expect(person.gather()).rejects.toMatchObject({ kind: 'spotify-down' });
  expect((await person.gather()).failed.map(({ playlist }) => playlist)).toEqual(broken);
  expect((await keptCounts(person)).filter((count) => count !== undefined)).toHaveLength(4);
});

test('a playlist whose total differs from page to page is read three times, then told with what came', async () => {
  const person = await exporting(network, ownPlaylists([120]));
  let asked = 0;
  network.use(
    http.get(ITEMS, async ({ request }) => {
      asked += 1;
      if (asked > 50) return HttpResponse.error();
      const answered = await getResponse([...person.spotify.handlers], request.clone());
      const total = request.url.includes('offset=50') ? 121 : 120;
      return HttpResponse.json({ ...(await answered?.json()), total });
    }),
  );
  const [failure] = (await person.gather()).failed;
  expect(failure?.error).toMatchObject({ name: 'FlawedListError', end: { isUnsteady: true } });
  expect(await keptCounts(person)).toEqual([120]);
  expect(asked).toBeLessThan(15);
});

test('a used-up quota stops all at once, and resuming asks for the rest alone', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  person.spotify.faults.arm('quota-exceeded', { on: 'items', skip: 5 });
  await expect(person.gather()).rejects.toMatchObject({ kind: 'quota-exceeded' });
  const before = new Set(person.pages()).size;
  expect(person.pages().length).toBeLessThanOrEqual(7);
  person.lift();
  expect((await person.gather()).failed).toEqual([]);
  expect(await keptCounts(person)).toEqual(TOTALS);
  // What was under way when it stopped was lost: two requests at most.
  const again = person.pages().length - new Set(person.pages()).size;
  expect(again).toBeLessThanOrEqual(2);
  expect(before).toBeGreaterThan(4);
});

test('a cancelled export resumes where it stopped', async () => {
  const person = await exporting(network, ownPlaylists(TOTALS));
  const stop = new AbortController();
  person.spotify.faults.arm('hang', { on: 'items', skip: 6 });
  const cancelled = person.gather(undefined, stop.signal);
  cancelled.catch(() => undefined);
  await expect.poll(() => person.pages().length).toBeGreaterThan(6);
  stop.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  expect((await person.gather()).failed).toEqual([]);
  expect(person.pages().length - pagesOf(TOTALS)).toBeLessThanOrEqual(2);
  expect(new Set(person.pages()).size).toBe(pagesOf(TOTALS));
});

test('a playlist that the list calls empty is asked for, and exported with what it has', async () => {
  const person = await exporting(network, ownPlaylists([12]));
  const listed = person.playlists.map((playlist) => ({ ...playlist, tracksTotal: 0 }));
  expect((await person.gather(listed)).failed).toEqual([]);
  expect(await keptCounts(person)).toEqual([12]);
});

test('pages larger than asked for lead to each track once', async () => {
  const person = await exporting(network, ownPlaylists([1]));
  const served = serveSongs(network, 230);
  served.limit = 100;
  served.told = () => ({ limit: 50 });
  const [playlist] = person.playlists;
  served.snapshot = playlist?.snapshotId ?? '';
  await person.gather();
  const { items } = playlist ? await person.kept.read(playlist) : {};
  expect(items?.map(({ title }) => title)).toEqual(served.songs);
});

test('tracks that Spotify does not send are told, beside those that came', async () => {
  const person = await exporting(network, ownPlaylists([1, 3]));
  const served = serveSongs(network, 50);
  served.told = () => ({ total: 60 });
  const { failed } = await person.gather(person.playlists.slice(0, 1));
  expect(failed.map(({ error }) => exportReason(error))).toEqual([
    'Spotify sent 50 of 60 tracks. What arrived is in the file. Export it again later.',
  ]);
  expect(await keptCounts(person)).toEqual([50, undefined]);
});

/** Serves all playlists of a person with songs that change after the first page of each reading. */
async function exportChanging(playlists: number, changes: number) {
  const person = await exporting(network, ownPlaylists(new Array(playlists).fill(1)));
  const served = serveSongs(network, 120);
  let version = person.playlists[0]?.snapshotId ?? '';
  const current = () => ({ snapshot_id: version });
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/:id`, ({ params }) =>
      HttpResponse.json({ id: params['id'], ...current() }),
    ),
    http.get(`${SPOTIFY_API}/v1/me/playlists`, () =>
      HttpResponse.json({
        items: person.playlists.map(({ id }) => ({ id, ...current() })),
        limit: 50,
        next: null,
        total: playlists,
      }),
    ),
  );
  const listed = person.playlists.map((playlist) => ({ ...playlist, snapshotId: version }));
  let changed = 0;
  served.onPage = () => {
    if (served.offsets.at(-1) !== 0 || changed >= changes) return;
    changed += 1;
    served.songs = [...served.songs.slice(-1), ...served.songs.slice(0, -1)];
    version = `changed ${changed}`;
  };
  const gathered = await person.gather(listed);
  const kept = await Promise.all(gathered.playlists.map((playlist) => person.kept.read(playlist)));
  return { gathered, kept, served };
}

test.each([1, 12])(
  'of %i playlists whose songs move while they are read each has every song once',
  async (count) => {
    const { gathered, kept, served } = await exportChanging(count, 1);
    expect(gathered.failed).toEqual([]);
    const names = kept.map(({ items }) => items?.map(({ title }) => title).sort());
    expect(names).toEqual(new Array(count).fill([...served.songs].sort()));
  },
);

test('a playlist that changes each time it is read is read three times, then told', async () => {
  const { gathered, served } = await exportChanging(1, Number.POSITIVE_INFINITY);
  expect(gathered.failed.map(({ error }) => exportReason(error))).toEqual([
    'This list changed each time it was read, so rows may be missing or appear twice. What arrived is in the file. Export it again later.',
  ]);
  expect(served.offsets).toHaveLength(9);
});
