import { expect, test } from 'vitest';
import { makeCallFaults } from '../../../src/demo/call-faults.ts';
import {
  doubtOf,
  explainAnswer,
  reasonOf,
} from '../../../src/features/workbench/answer/explain.ts';
import { allEndpoints } from '../../../src/features/workbench/data/parse-endpoints.ts';
import { buildRequest } from '../../../src/features/workbench/request/build-request.ts';
import { findEndpoint } from '../../../src/features/workbench/request/request-link.ts';
import {
  isUnknown,
  parseBody,
  sendRequest,
} from '../../../src/features/workbench/state/send-request.ts';
import { makePace } from '../../../src/spotify/pace.ts';
import { ALL_SCOPE_NAMES } from '../../../src/words/all-scopes.ts';
import { CLIENT, openBrowser } from '../../support/unit/browser.ts';
import { openLimits } from '../../support/unit/limits.ts';
import { useNetwork } from '../../support/unit/network.ts';
import { authorizationResponse, simulateSpotify } from '../../support/unit/spotify.ts';

const network = useNetwork();

const TEXTS = { name: 'Made by hand' };

/** A workbench token at a simulated Spotify, and the sending of a call whose answer a fault spoils. */
async function openWorkbench() {
  const browser = openBrowser();
  const { clock } = browser;
  const spotify = simulateSpotify(network, browser);
  const { session } = browser.openTab();
  const wanted = { clientId: CLIENT.clientId, returnTo: '/api', scopes: ALL_SCOPE_NAMES };
  await session.completeLogin(await authorizationResponse(await session.beginLogin(wanted)));
  const pace = makePace({ clock, memory: openLimits()(), random: () => 0.5 });
  const connection = { fetch: session.fetch, clock, isOnline: () => true, pace };
  const faults = makeCallFaults(spotify.faults);

  async function send(label: string, name: string) {
    const endpoint = findEndpoint(allEndpoints(), name);
    const built = endpoint && buildRequest(endpoint, endpoint.method === 'GET' ? {} : TEXTS);
    if (!endpoint || !built || !('request' in built)) throw new Error(`no ${name}`);
    const { request } = built;
    const disarm = faults.arm(label, request);
    const draft = { endpoint, texts: TEXTS, method: endpoint.method, path: '' };
    const about = {
      id: 1,
      request,
      endpoint,
      draft,
      sender: 'sandbox',
      granted: ALL_SCOPE_NAMES,
    } as const;
    const sending = sendRequest(about, connection, clock, new AbortController().signal);
    let isOver = false;
    sending.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (clock.next() < Infinity) clock.advance(clock.next());
    }
    return { ...(await sending), isMet: disarm() };
  }
  return { send, spotify };
}

/** What the page says of the end of a call. */
function told({ request, endpoint, outcome, granted }: Awaited<ReturnType<Send>>): string {
  const doubt = isUnknown({ request, outcome }) ? [doubtOf(outcome)] : [];
  if (outcome.kind === 'none') return doubt[0] ?? reasonOf(outcome);
  const { status, text } = outcome.answer;
  const body = parseBody(text);
  const { method } = request;
  const explained = explainAnswer({ endpoint, method, status, text, body, granted });
  return [status, ...doubt, ...explained].join(' ');
}
type Send = Awaited<ReturnType<typeof openWorkbench>>['send'];

/** What is said of each fault that a person can choose: of a GET, and of a POST where that differs. */
const WORDS: Readonly<Record<string, readonly [get: RegExp, post?: RegExp]>> = {
  '429: too many requests': [/^429 Too many requests.*Retry-After/],
  '429: quota used up (QUOTA_EXCEEDED)': [/^429 reason QUOTA_EXCEEDED.*Try again/],
  '429 that no page can read': [
    /couldn’t read Spotify’s reply/,
    /^Unknown: it may have happened. The browser couldn’t read .* Look/,
  ],
  '401: token expired': [/^200$/, /^201$/],
  '401: refreshed token refused too': [/^401, twice/],
  '403: scope missing': [/^403 This login lacks a scope/],
  '403: Forbidden': [/^403 Spotify gives no reason/],
  '403: not on the list of users': [/^403 .*User Management/],
  '403: the same in plain text': [/^403 .*User Management/],
  '403: the owner’s Premium has lapsed': [/^403 .*no Premium/],
  '404: not found': [/^404 .*can’t find/],
  '500: server error': [
    /^500 .*send it again/,
    /^500 Unknown: it may have happened. 500 is a fault/,
  ],
  '502: bad gateway': [
    /^502 .*send it again/,
    /^502 Unknown: it may have happened. 502 is a fault/,
  ],
  '502, but done': [/^502 .*send it again/, /^502 Unknown: it may have happened. 502 is a fault/],
  '503: a page instead of JSON': [
    /^503 .*send it again/,
    /^503 Unknown: it may have happened. 503 is a fault/,
  ],
  'Connection breaks before': [
    /couldn’t read/,
    /^Unknown: it may have happened. The browser couldn’t read .* Look/,
  ],
  'Done, but the reply is lost': [
    /couldn’t read/,
    /^Unknown: it may have happened. The browser couldn’t read .* Look/,
  ],
  'Reply 4 s late': [/^200$/, /^201$/],
  'No reply at all': [
    /didn’t reply in time/,
    /^Unknown: it may have happened. Spotify didn’t reply in time. Look/,
  ],
  '5 MB': [/^200$/, /^201$/],
  'Not JSON': [/^200 .*web page, not JSON/],
  'Cut off': [/^200 .*no valid JSON/],
  Empty: [/^200 .*no body/],
};

test('all faults that can be chosen have words', () => {
  const { groups } = makeCallFaults({ arm: () => () => false });
  expect(groups.flatMap(({ labels }) => labels)).toEqual(Object.keys(WORDS));
});

test.each(Object.entries(WORDS))(
  '"%s" happens to the chosen call, and is told',
  async (label, [get, post = get]) => {
    const { send } = await openWorkbench();
    const read = await send(label, 'GET /me/playlists');
    expect(told(read).trim()).toMatch(get);
    expect(read.isMet).toBe(true);
    const fresh = await openWorkbench();
    expect(told(await fresh.send(label, 'POST /me/playlists'))).toMatch(post);
  },
);

test('a fault waits for its own call, and is over with it', async () => {
  const { send, spotify } = await openWorkbench();
  expect((await send('no such fault', 'GET /me')).isMet).toBe(false);
  spotify.faults.arm('server-error-500', {
    on: { method: 'GET', url: 'https://api.spotify.com/v1/me' },
  });
  expect(told(await send('404: not found', 'GET /me/playlists'))).toMatch(/^404/);
  expect(told(await send('no such fault', 'GET /me/playlists'))).toMatch(/^200/);
  expect(told(await send('no such fault', 'GET /me'))).toMatch(/^500/);
});

test('of a write whose answer is lost or a 502 nobody knows, and a look finds it done', async () => {
  for (const label of ['Done, but the reply is lost', '502, but done']) {
    const { send } = await openWorkbench();
    const sent = await send(label, 'POST /me/playlists');
    expect(isUnknown(sent)).toBe(true);
    const look = await send('', sent.endpoint?.check ?? '');
    expect(look.outcome).toMatchObject({
      answer: { text: expect.stringContaining(TEXTS.name) },
    });
  }
});

test('a write that was refused, or that no login could send, has not happened', async () => {
  for (const label of ['401: refreshed token refused too', '403: Forbidden', '404: not found']) {
    const { send } = await openWorkbench();
    expect(isUnknown(await send(label, 'POST /me/playlists')), label).toBe(false);
  }
});

test('a body of 5 MB is the list many times over', async () => {
  const { send } = await openWorkbench();
  const { outcome } = await send('5 MB', 'GET /me/playlists');
  const text = outcome.kind === 'answer' ? outcome.answer.text : '';
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(Object.keys(Object(JSON.parse(text)))).toContain('next');
});
