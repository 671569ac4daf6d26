import { getResponse, HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { useNetwork } from '../../support/unit/network.ts';
import {
  IN_FLIGHT,
  ITEM_REQUESTS,
  type OpenIndex,
  openIndex,
  pagesOf,
  READABLE,
  repeated,
  stopMidway,
} from './indexing.ts';

const network = useNetwork();

test('a reading that was stopped goes on where it stopped, and asks for no page twice', async () => {
  const { stage, index, urls } = await openIndex(network);
  await stopMidway(network, { stage, index });
  expect(index.songs().length).toBeGreaterThan(0);
  const before = urls().length;
  index.resume();
  await stage.until(() => index.state() === 'done');
  expect(repeated(urls())).toBeLessThanOrEqual(IN_FLIGHT);
  expect(new Set(urls()).size).toBe(ITEM_REQUESTS);
  expect(before).toBeLessThan(ITEM_REQUESTS);
});

test('a reload in the middle keeps what was read, and the rest is read on request', async () => {
  const { stage, index: before, openPage, urls } = await openIndex(network, { isStored: true });
  await stopMidway(network, { stage, index: before });
  const asked = urls().length;
  const { index, knownIds } = openPage();
  void index.collection.open();
  await stage.until(() => index.unread() !== undefined);
  expect(urls()).toHaveLength(asked);
  expect(index.state()).toBe('idle');
  expect(index.songs().length).toBeGreaterThan(0);
  const { requests = 0, playlists = [] } = index.unread() ?? {};
  expect(playlists.length + knownIds().length).toBe(READABLE.length);
  expect(requests).toBeLessThan(ITEM_REQUESTS);
  index.start();
  await stage.until(() => index.state() === 'done');
  expect(repeated(urls())).toBeLessThanOrEqual(IN_FLIGHT);
  expect(new Set(urls()).size).toBe(ITEM_REQUESTS);
  expect(knownIds()).toHaveLength(READABLE.length);
});

test('after a reload a whole index comes from the caches, without a request for songs', async () => {
  const { stage, index: before, openPage, asked } = await openIndex(network, { isStored: true });
  before.start();
  await stage.until(() => before.state() === 'done');
  const read = asked();
  const { index } = openPage();
  void index.collection.open();
  await stage.until(() => index.state() === 'done');
  expect(asked()).toEqual(read);
  expect(index.songs()).toEqual(before.songs());
});

test('offline the reading stops, and goes on by itself once the network is back', async () => {
  const { stage, index, urls, dispatch } = await openIndex(network);
  const fault = 'network-error';
  stage.spotify.faults.arm(fault, { on: 'items', skip: 8, times: Number.POSITIVE_INFINITY });
  stage.weather({ fault: 'offline', isMeant: () => true });
  index.start();
  await stage.until(() => index.state() === 'failed');
  expect(index.collection.error()).toMatchObject({ kind: 'offline' });
  expect(index.songs().length).toBeGreaterThan(0);
  stage.spotify.faults.clear();
  stage.weather(undefined);
  const before = new Set(urls()).size;
  dispatch('online');
  await stage.until(() => index.state() === 'done');
  expect(before).toBeLessThan(ITEM_REQUESTS);
  expect(new Set(urls()).size).toBe(ITEM_REQUESTS);
});

test('a rate limit holds up the reading, which then goes on by itself', async () => {
  const { stage, index, urls } = await openIndex(network);
  stage.spotify.faults.arm('rate-limited', { on: 'items', skip: 8 });
  const start = stage.browser.clock.now();
  index.start();
  await stage.until(() => index.state() === 'done');
  expect(stage.browser.clock.now() - start).toBeGreaterThanOrEqual(3_000);
  expect(urls()).toHaveLength(ITEM_REQUESTS + 1);
});

test('a used-up quota stops the reading; the button goes on with the rest alone', async () => {
  const { stage, index, urls } = await openIndex(network);
  stage.spotify.faults.arm('quota-exceeded', { on: 'items', skip: 8 });
  index.start();
  await stage.until(() => index.state() === 'failed');
  expect(index.collection.error()).toMatchObject({ kind: 'quota-exceeded' });
  const before = urls().length;
  expect(before).toBeLessThanOrEqual(9 + IN_FLIGHT);
  index.resume();
  await stage.until(() => index.state() === 'done');
  expect(repeated(urls())).toBeLessThanOrEqual(IN_FLIGHT);
  expect(new Set(urls()).size).toBe(ITEM_REQUESTS);
});

/** Tells of one playlist a total that is wrong by as much as `wrongBy` says of the so-manieth request. */
function changeWhileRead({ stage }: OpenIndex, id: string, wrongBy: (requests: number) => number) {
  const asked: string[] = [];
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/${id}/items`, async ({ request }) => {
      asked.push(request.url);
      const wrong = wrongBy(asked.length);
      const answered = await getResponse([...stage.spotify.handlers], request.clone());
      const body = await answered?.json();
      return HttpResponse.json({ ...body, total: body.total + wrong });
    }),
  );
  return asked;
}

const LONG_ID = READABLE.find(({ id }) => pagesOf(id) === 3)?.id ?? '';

test('a playlist that changes while it is read is read anew', async () => {
  const page = await openIndex(network);
  const asked = changeWhileRead(page, LONG_ID, (requests) => (requests === 1 ? -1 : 0));
  page.index.start();
  await page.stage.until(() => page.index.state() === 'done');
  expect(page.index.failed()).toEqual([]);
  expect(page.knownIds()).toContain(LONG_ID);
  expect(asked.length).toBeLessThanOrEqual(2 * 3);
});

test('a playlist that swaps songs at an equal total while it is read is shown as it is then', async () => {
  const { stage, index, urls, openPage } = await openIndex(network, { isStored: true });
  const { library } = stage.spotify;
  const added = library.liked()[0]?.track.uri ?? '';
  let requests = 0;
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/${LONG_ID}/items`, async ({ request }) => {
      const answered = await getResponse([...stage.spotify.handlers], request.clone());
      requests += 1;
      if (requests === 1) {
        library.change({ kind: 'remove-at', id: LONG_ID, positions: [0, 1] });
        const uris = [added, added];
        library.change({ kind: 'add', id: LONG_ID, uris, position: 118, at: Date.UTC(2026, 8, 1) });
      }
      return answered;
    }),
  );
  index.start();
  await stage.until(() => index.state() === 'done');
  const rows = index
    .songs()
    .flatMap(({ uri, places }) =>
      places
        .filter(({ playlist }) => playlist.id === LONG_ID)
        .flatMap(({ positions }) => positions.map((position) => [position, uri] as const)),
    );
  expect(rows.toSorted(([one], [other]) => one - other).map(([, uri]) => uri)).toEqual(
    library.items(LONG_ID).map(({ item }) => item?.uri ?? null),
  );
  expect(index.failed()).toEqual([]);
  expect(requests).toBe(6);
  const read = urls().length;
  const { index: later } = openPage();
  void later.collection.open();
  await stage.until(() => later.state() === 'done');
  expect(urls()).toHaveLength(read);
  expect(later.songs()).toEqual(index.songs());
});

test('a playlist that changes each time is read three times at most, and named as not read', async () => {
  const page = await openIndex(network);
  const asked = changeWhileRead(page, LONG_ID, (requests) => requests);
  page.index.start();
  await page.stage.until(() => page.index.state() === 'done');
  expect(page.index.failed().map(({ playlist }) => playlist.id)).toEqual([LONG_ID]);
  expect(asked.length).toBeLessThanOrEqual(3 * 3);
  expect(page.knownIds()).toHaveLength(READABLE.length);
});
