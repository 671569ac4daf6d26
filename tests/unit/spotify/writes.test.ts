import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { SPOTIFY_API } from '../../../src/config.ts';
import { send } from '../../../src/spotify/http.ts';
import { isObject } from '../../../src/spotify/wire.ts';
import { readUris } from '../../../src/spotify/writes.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS } from '../../support/unit/playlist-list.ts';
import { json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const CREATE = { method: 'POST', url: PLAYLISTS, body: { name: 'Ada’s' } } as const;
function idOf(body: unknown): string | undefined {
  const { id }: { readonly id?: unknown } = isObject(body) ? body : {};
  return typeof id === 'string' ? id : undefined;
}

/** Answers writes, and keeps what was sent. */
function serve(answer: () => Response | Promise<Response>): unknown[] {
  const bodies: unknown[] = [];
  network.use(
    http.post(PLAYLISTS, async ({ request }) => {
      bodies.push(await request.json());
      return answer();
    }),
  );
  return bodies;
}

function create(signal = new AbortController().signal, connection = openConnection()) {
  return send(connection, CREATE, idOf, signal);
}

test('a write that Spotify confirms is done, and its body is sent as JSON', async () => {
  const bodies = serve(json({ id: 'new' }, 201));
  expect(await create()).toEqual({ outcome: 'done', value: 'new' });
  expect(bodies).toEqual([CREATE.body]);
});

test('two equal writes at a time are two requests', async () => {
  const bodies = serve(json({ id: 'new' }, 201));
  const connection = openConnection();
  await Promise.all([create(undefined, connection), create(undefined, connection)]);
  expect(bodies).toHaveLength(2);
});

test.each([
  ['a network error', HttpResponse.error],
  ['a fault of the server', json({ error: { status: 502 } }, 502)],
  ['an answer that is cut off', text('{"id":"ne', 201, 'application/json')],
  ['an answer of another shape', json({}, 201)],
])('after %s the outcome of a write is unknown, and it is not repeated', async (_, answer) => {
  const bodies = serve(answer);
  expect(await create()).toMatchObject({ outcome: 'unknown' });
  expect(bodies).toHaveLength(1);
});

test.each([
  ['refused', json({ error: { status: 403 } }, 403), 'forbidden'],
  ['rate-limited', json({ error: { status: 429 } }, 429), 'rate-limited'],
])('a write that is %s changed nothing: an error, and not repeated', async (_, answer, type) => {
  const bodies = serve(answer);
  await expect(create()).rejects.toMatchObject({ kind: type });
  expect(bodies).toHaveLength(1);
});

test('a write that is given up is finished once it was sent, and an error before', async () => {
  const stop = new AbortController();
  const bodies = serve(() => {
    stop.abort();
    return HttpResponse.json({ id: 'new' }, { status: 201 });
  });
  expect(await create(stop.signal)).toEqual({ outcome: 'done', value: 'new' });
  await expect(create(stop.signal)).rejects.toBe(stop.signal.reason);
  expect(bodies).toHaveLength(1);
});

test('a playlist whose rows come without end is not read for ever', async () => {
  let requests = 0;
  const items = Array.from({ length: 5_000 }, () => ({ item: { uri: 'spotify:track:one' } }));
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/endless/items`, () => {
      requests += 1;
      return HttpResponse.json({ total: 1e12, items });
    }),
  );
  const reading = readUris(openConnection(), 'endless', new AbortController().signal);
  await expect(reading).rejects.toMatchObject({ code: 'endless' });
  expect(requests).toBe(5);
});
