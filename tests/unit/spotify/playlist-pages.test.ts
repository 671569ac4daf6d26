import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import type { Playlist } from '../../../src/library/types.ts';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import type { Page } from '../../../src/spotify/paging.ts';
import { makeLatch, settled } from '../../support/unit/latch.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS, serveList } from '../../support/unit/playlist-list.ts';
import { hurry, makeTestClock } from '../../support/unit/test-clock.ts';
import { json } from '../../support/unit/token-answers.ts';

const network = useNetwork();

/** Collects pages until the list ends or fails. */
async function collect(
  known: readonly Page<Playlist>[] = [],
  signal = new AbortController().signal,
) {
  const pages: Page<Playlist>[] = [];
  const clock = makeTestClock();
  const client = makeSpotifyClient(openConnection({ clock }));
  async function read(): Promise<void> {
    for await (const page of client.playlists(known, signal)) pages.push(page);
  }
  const reading = read();
  await hurry(clock, reading);
  const failure: unknown = await reading.catch((error: unknown) => error);
  const ids = [...known, ...pages].flatMap((page) => page.rows.map((row) => Number(row.id)));
  return { pages, failure, ids: ids.sort((one, other) => one - other) };
}

const upTo = (end: number) => Array.from({ length: end }, (_, place) => place);
const ascending = (numbers: readonly number[]) => [...numbers].sort((one, other) => one - other);

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [100, 2],
  [101, 3],
  [500, 10],
  [1234, 25],
])('a list of %i playlists is complete after %i requests', async (total, requests) => {
  const list = serveList(network, total);
  const { ids, failure } = await collect();
  expect(failure).toBeUndefined();
  expect(ids).toEqual(upTo(total));
  expect(ascending(list.offsets)).toEqual(upTo(requests).map((page) => page * 50));
});

test('the first page is asked for alone, and the next six while it is still being shown', async () => {
  const list = serveList(network, 1000);
  const stop = new AbortController();
  const pages = makeSpotifyClient(openConnection()).playlists([], stop.signal);
  const first = pages[Symbol.asyncIterator]().next();
  expect(list.offsets.length).toBeLessThanOrEqual(1);
  expect((await first).value).toMatchObject({ offset: 0 });
  await expect.poll(() => list.offsets).toEqual([0, 50, 100, 150, 200, 250, 300]);
  stop.abort();
});

test('never more than six pages are under way at a time', async () => {
  const list = serveList(network, 1000);
  await collect();
  expect(list.mostUnderWay).toBe(6);
  expect(list.offsets).toHaveLength(20);
});

test('pages are counted as large as Spotify makes them, not as they were asked for', async () => {
  const list = serveList(network, 100);
  list.limit = 20;
  const { ids } = await collect();
  expect(ids).toEqual(upTo(100));
  expect(ascending(list.offsets)).toEqual([0, 20, 40, 60, 80]);
});

test('a list that was interrupted goes on with the missing pages alone', async () => {
  serveList(network, 500);
  const failing = http.get(PLAYLISTS, ({ request }) =>
    new URL(request.url).searchParams.get('offset') === '150'
      ? HttpResponse.json({ error: { status: 502, message: 'Bad gateway.' } }, { status: 502 })
      : undefined,
  );
  network.use(failing);
  const interrupted = await collect();
  expect(interrupted.failure).toMatchObject({ kind: 'spotify-down' });
  const got = interrupted.pages.map((page) => page.offset);
  expect(got).not.toContain(150);

  network.resetHandlers();
  const rest = serveList(network, 500);
  const { ids, failure } = await collect(interrupted.pages);
  expect(failure).toBeUndefined();
  expect(ids).toEqual(upTo(500));
  expect(ascending([...got, ...rest.offsets])).toEqual(upTo(10).map((page) => page * 50));
});

test('a list whose pages are all known costs no request', async () => {
  const list = serveList(network, 120);
  const { pages } = await collect();
  list.offsets.length = 0;
  expect((await collect(pages)).ids).toEqual(upTo(120));
  expect(list.offsets).toEqual([]);
});

test('a list that claims to go on for ever is asked for a few pages without a new playlist', async () => {
  const page = { items: [{ id: 'a' }], limit: 50_000, next: `${PLAYLISTS}?offset=1` };
  const offsets: number[] = [];
  network.use(
    http.get(PLAYLISTS, ({ request }) => {
      offsets.push(Number(new URL(request.url).searchParams.get('offset')));
      return HttpResponse.json({ ...page, total: 1_000_000_000 });
    }),
  );
  await collect();
  expect(ascending(offsets)).toEqual([0, 50, 100, 150, 200, 250, 300]);
});

test('no offset is asked for that Spotify refuses', async () => {
  const offsets: number[] = [];
  network.use(
    http.get(PLAYLISTS, ({ request }) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      offsets.push(offset);
      const items = Array.from({ length: 20_000 }, (_, place) => ({ id: `${offset + place}` }));
      return HttpResponse.json({ items, limit: 20_000, next: null, total: 1_000_000_000 });
    }),
  );
  await collect();
  expect(ascending(offsets)).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
  // Parsing 120,000 playlists takes a busy computer a while.
}, 30_000);

/** Lets the first page through and holds all others; keeps the signal of each request held. */
function holdLaterPages() {
  const signals: AbortSignal[] = [];
  const way = makeLatch();
  const hold = async ({ request }: { readonly request: Request }) => {
    if (request.url.endsWith('offset=0')) return;
    signals.push(request.signal);
    await way.opened;
  };
  network.use(http.get(PLAYLISTS, hold));
  return { signals, open: way.open };
}

test('leaving the page stops all requests, and no other follows', async () => {
  serveList(network, 1000);
  const { signals, open } = holdLaterPages();
  const leaving = new AbortController();
  const reading = collect([], leaving.signal);
  await expect.poll(() => signals.length).toBe(6);

  leaving.abort(new Error('left the page'));
  expect((await reading).failure).toEqual(new Error('left the page'));
  open();
  await settled();
  expect(signals.map((signal) => signal.aborted)).toEqual(new Array(6).fill(true));
  expect(signals).toHaveLength(6);
  expect((await reading).ids).toEqual(upTo(50));
});

test('a page that fails stops the others', async () => {
  serveList(network, 1000);
  const { signals, open } = holdLaterPages();
  const failing = json({ error: { status: 500, message: 'Server error.' } }, 500);
  const failSecondPage = ({ request }: { readonly request: Request }) =>
    request.url.endsWith('offset=50') ? failing() : undefined;
  network.use(http.get(PLAYLISTS, failSecondPage));

  expect((await collect()).failure).toMatchObject({ kind: 'spotify-down' });
  expect(signals.map((signal) => signal.aborted)).toEqual(new Array(5).fill(true));
  open();
});
