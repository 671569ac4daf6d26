import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { makeSpotifyClient } from '../../../src/spotify/client.ts';
import { SpotifyError } from '../../../src/spotify/errors.ts';
import { PROFILE, useNetwork } from '../../support/unit/network.ts';
import { openConnection, PLAYLISTS, serveList } from '../../support/unit/playlist-list.ts';
import { hurry, makeTestClock } from '../../support/unit/test-clock.ts';
import { json, text } from '../../support/unit/token-answers.ts';

const network = useNetwork();
const { signal } = new AbortController();

/** Asks for a profile of which the first answers are wrong; gives what came of it, and how. */
async function askDespite(answer: () => Response, times: number, isOnline = true) {
  let asked = 0;
  const answered = () => {
    asked += 1;
    return asked <= times ? answer() : HttpResponse.json({ id: 'ada' });
  };
  network.use(http.get(PROFILE, answered));
  const clock = makeTestClock();
  const start = clock.now();
  const connection = openConnection({ clock, isOnline: () => isOnline });
  const profile = makeSpotifyClient(connection).profile(signal);
  await hurry(clock, profile);
  const outcome: unknown = await profile.catch((error: unknown) => error);
  expect(clock.sleeping()).toBe(0);
  return { asked, outcome, ms: clock.now() - start };
}

const refusal = (status: number) => json({ error: { status, message: 'No.' } }, status);
const limit = (headers: Record<string, string>) => () =>
  HttpResponse.json({ error: { status: 429 } }, { status: 429, headers });
const QUOTA = { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } };
const ADA = expect.objectContaining({ id: 'ada' });

const PASSING: [string, () => Response][] = [
  ['an internal error', refusal(500)],
  ['a bad gateway', refusal(502)],
  ['a gateway in plain text', text('upstream connect error', 503, 'text/plain')],
  ['a gateway without a word', text(null, 504, 'text/plain')],
  ['an answer without a body', text(null, 200, 'application/json')],
  ['an answer that is cut off', text('{"id":"ad', 200, 'application/json')],
];

test.each(PASSING)(
  '%s is asked about again within a few seconds, up to three times',
  async (_, answer) => {
    expect(await askDespite(answer, 1)).toEqual({ asked: 2, outcome: ADA, ms: 300 });
    expect(await askDespite(answer, 3)).toEqual({ asked: 4, outcome: ADA, ms: 300 + 600 + 1200 });
    const { asked, outcome } = await askDespite(answer, 4);
    expect(asked).toBe(4);
    expect(outcome).toBeInstanceOf(SpotifyError);
  },
);

test.each([
  ['an answer of another shape', json({ hello: 'world' })],
  ['a refusal', refusal(403)],
  ['something that is not there', refusal(404)],
  ['a complaint about the request', refusal(400)],
  ['a quota that is used up', json(QUOTA, 429)],
  ['a rate limit of hours', limit({ 'Retry-After': '3858' })],
])('%s is told at once, and not asked about again', async (_, answer) => {
  const { asked, outcome, ms } = await askDespite(answer, 1);
  expect({ asked, ms }).toEqual({ asked: 1, ms: 0 });
  expect(outcome).toBeInstanceOf(SpotifyError);
});

test.each([
  ['a rate limit of 3 s', limit({ 'Retry-After': '3' }), [3000, 3000, 3000, 3000]],
  ['a rate limit of unknown length', limit({}), [2000, 4000, 8000, 16_000]],
  ['a rate limit that the page may not read', HttpResponse.error, [2000, 4000, 8000, 16_000]],
])('%s is waited for, up to four times', async (_, answer, waits) => {
  for (let times = 1; times <= waits.length; times += 1) {
    const ms = waits.slice(0, times).reduce((sum, wait) => sum + wait, 0);
    expect(await askDespite(answer, times)).toEqual({ asked: times + 1, outcome: ADA, ms });
  }
  const { asked, outcome } = await askDespite(answer, 5);
  expect(asked).toBe(5);
  expect(outcome).toBeInstanceOf(SpotifyError);
});

test('[s30] a fault that is not the network’s is told as what it is, at once', async () => {
  const fault = new TypeError('not a header value');
  const failing = () => Promise.reject(fault);
  const clock = makeTestClock();
  const profile = makeSpotifyClient(openConnection({ clock, fetch: failing })).profile(signal);
  await hurry(clock, profile);
  await expect(profile).rejects.toBe(fault);
  expect(clock.sleeping()).toBe(0);
});

test('a browser without a network is told at once', async () => {
  const { asked, outcome, ms } = await askDespite(HttpResponse.error, 1, false);
  expect({ asked, ms }).toEqual({ asked: 1, ms: 0 });
  expect(outcome).toMatchObject({ kind: 'offline' });
});

test('waits for a rate limit leave all quick tries for a fault that follows', async () => {
  const answers = [...new Array(4).fill(limit({})), ...new Array(3).fill(refusal(503))];
  const { asked, outcome } = await askDespite(() => answers.shift()?.(), 7);
  expect({ asked, outcome }).toEqual({ asked: 8, outcome: ADA });
});

/** Serves 1,000 playlists, 20 pages of which each meets a fault once. */
function serveFaultyList(answer: (page: number) => Response) {
  const list = serveList(network, 1000);
  const met = new Set<number>();
  const fault = ({ request }: { readonly request: Request }) => {
    const offset = Number(new URL(request.url).searchParams.get('offset'));
    if (met.has(offset)) return undefined;
    met.add(offset);
    return answer(offset / 50);
  };
  network.use(http.get(PLAYLISTS, fault));
  return { list, met };
}

const TRANSIENT: [string, () => Response][] = [
  ...PASSING,
  ['a rate limit of 1 s', limit({ 'Retry-After': '1' })],
  ['a rate limit of unknown length', limit({})],
  ['an unreadable answer', HttpResponse.error],
];
const mixed = (page: number) => TRANSIENT[page % TRANSIENT.length]?.[1]() ?? HttpResponse.error();

test.each<[string, (page: number) => Response]>([...TRANSIENT, ['another fault', mixed]])(
  'when each page of 1,000 playlists meets %s once, all rows come, each once',
  async (_, answer) => {
    const { list, met } = serveFaultyList(answer);
    const clock = makeTestClock();
    const rows: number[] = [];
    async function read(): Promise<void> {
      const client = makeSpotifyClient(openConnection({ clock }));
      for await (const page of client.playlists([], signal)) {
        rows.push(...page.rows.map((row) => Number(row.id)));
      }
    }
    const reading = read();
    await hurry(clock, reading);
    await reading;
    expect(rows.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 1000 }, (_, n) => n),
    );
    expect(met.size).toBe(20);
    expect(list.offsets).toHaveLength(20);
    expect(list.mostUnderWay).toBeLessThanOrEqual(6);
    expect(clock.sleeping()).toBe(0);
  },
);
