import { getResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { SPOTIFY_ACCOUNTS } from '../../src/config.ts';
import { demoLibrary, makeLibrary } from '../../src/demo/data.ts';
import { makeInPageFetch } from '../../src/demo/in-page-fetch.ts';
import { toBase64url } from '../../src/demo/random-token.ts';
import { makeServerMemory } from '../../src/demo/server-memory.ts';
import {
  makeSimulatedSpotify,
  type SimulatedSpotifyOptions,
} from '../../src/demo/simulated-spotify.ts';
import type { WirePlaylist } from '../../src/demo/wire-playlist.ts';

const CLIENT_ID = '0123456789abcdef0123456789abcdef';
const OTHER_CLIENT_ID = 'fedcba9876543210fedcba9876543210';
const REDIRECT_URI = 'https://notes.example/liner/callback';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const SCOPE = 'playlist-read-private playlist-read-collaborative user-library-read';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Fields = Readonly<Record<string, string | undefined>>;

/** What the tests read from answers; each test asserts the member it needs. */
interface Body {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly error?: unknown;
  readonly error_description?: string;
  readonly scope?: string;
  readonly total?: number;
  readonly next?: string | null;
  readonly previous?: string | null;
  readonly items?: readonly (WirePlaylist | null)[];
}

function start(options: Partial<SimulatedSpotifyOptions> = {}) {
  let now = Date.UTC(2026, 10, 23);
  const clock = { now: () => now, sleep: async () => {} };
  const spotify = makeSimulatedSpotify({
    clock,
    memory: makeServerMemory(),
    library: demoLibrary(),
    clients: [
      { clientId: CLIENT_ID, redirectUris: [REDIRECT_URI] },
      { clientId: OTHER_CLIENT_ID, redirectUris: [REDIRECT_URI] },
    ],
    issuer: SPOTIFY_ACCOUNTS.issuer,
    ...options,
  });

  const ask = async (request: Request) => {
    const response = await getResponse(spotify.handlers, request);
    if (response === undefined) throw new Error(`Nobody answers ${request.url}`);
    return response;
  };

  const authorize = async (changes: Fields = {}) => {
    const url = new URL(SPOTIFY_ACCOUNTS.authorizationEndpoint);
    url.search = formOf({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      code_challenge_method: 'S256',
      code_challenge: await challengeOf(VERIFIER),
      state: 'a state & more',
      scope: SCOPE,
      ...changes,
    }).toString();
    const response = await ask(new Request(url));
    const location = response.headers.get('Location');
    return { response, answer: location === null ? null : new URL(location).searchParams };
  };

  const post = async (fields: Fields) => {
    const body = formOf({ client_id: CLIENT_ID, ...fields });
    const response = await ask(
      new Request(SPOTIFY_ACCOUNTS.tokenEndpoint, { method: 'POST', body }),
    );
    return { status: response.status, body: (await response.json()) as Body };
  };

  const redeem = (code: string, changes: Fields = {}) =>
    post({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
      ...changes,
    });

  const codeFor = async (changes: Fields = {}) =>
    (await authorize(changes)).answer?.get('code') ?? '';

  return {
    spotify,
    clock,
    authorize,
    codeFor,
    post,
    redeem,
    ask,
    refresh: (refreshToken: string | undefined, changes: Fields = {}) =>
      post({ grant_type: 'refresh_token', refresh_token: refreshToken, ...changes }),
    logIn: async (changes: Fields = {}) => (await redeem(await codeFor(changes))).body,
    get: async (path: string, token: string | undefined) => {
      const headers = { Authorization: `Bearer ${token}` };
      const response = await ask(new Request(`https://api.spotify.com${path}`, { headers }));
      return { status: response.status, body: (await response.json()) as Body };
    },
    wait: (ms: number) => {
      now += ms;
    },
  };
}

function formOf(fields: Fields): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(name, value);
  }
  return form;
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return toBase64url(new Uint8Array(digest));
}

function refused(error: string, description: string) {
  return { status: 400, body: { error, error_description: description } };
}

describe('the question to the person', () => {
  test('an approval goes back with a code and the state as it was sent', async () => {
    const { response, answer } = await start().authorize();
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')?.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(answer?.get('code')?.length).toBeGreaterThan(100);
    expect(answer?.get('state')).toBe('a state & more');
    expect(answer?.has('iss')).toBe(false);
  });

  test('a refusal goes back as access_denied with the state', async () => {
    const { spotify, authorize } = start();
    spotify.consent = 'decline';
    const { answer } = await authorize();
    expect([...(answer ?? [])]).toEqual([
      ['error', 'access_denied'],
      ['state', 'a state & more'],
    ]);
  });

  test('the issuer is named where that is switched on', async () => {
    const { answer } = await start({ sendIssuer: true }).authorize();
    expect(answer?.get('iss')).toBe('https://accounts.spotify.com');
  });

  test.each([
    `${REDIRECT_URI}/`,
    REDIRECT_URI.replace('callback', 'Callback'),
    `${REDIRECT_URI}?x=1`,
    REDIRECT_URI.replace('notes.example', 'notes.example:444'),
    REDIRECT_URI.replace('notes.example', 'notes.example.evil.example'),
    undefined,
  ])('the unregistered redirect URI %s is never redirected to', async (redirectUri) => {
    const { response, answer } = await start().authorize({ redirect_uri: redirectUri });
    expect(answer).toBeNull();
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('INVALID_CLIENT: Invalid redirect URI');
  });

  test.each([
    [
      { redirect_uri: REDIRECT_URI.replace('https', 'http') },
      'INVALID_CLIENT: Insecure redirect URI',
    ],
    [{ client_id: 'f'.repeat(32) }, 'INVALID_CLIENT: Invalid client'],
    [{ scope: 'playlist-read-everything' }, 'INVALID_SCOPE'],
  ])('a request with %o ends on a page of Spotify', async (changes, message) => {
    const { response, answer } = await start().authorize(changes);
    expect(answer).toBeNull();
    expect(await response.text()).toContain(message);
  });

  test.each<[string, Fields]>([
    ['the method plain', { code_challenge_method: 'plain' }],
    ['no method', { code_challenge_method: undefined }],
    ['no challenge', { code_challenge: undefined }],
    ['a challenge of 42 characters', { code_challenge: 'a'.repeat(42) }],
    ['the implicit grant', { response_type: 'token' }],
  ])('a request with %s goes back as invalid_request', async (_, changes) => {
    const { answer } = await start().authorize(changes);
    expect(answer?.get('error')).toBe('invalid_request');
    expect(answer?.get('state')).toBe('a state & more');
    expect(answer?.has('code')).toBe(false);
  });
});

describe('a code', () => {
  test('buys an access token and a refresh token with the right verifier', async () => {
    const { codeFor, redeem } = start();
    expect(await redeem(await codeFor())).toEqual({
      status: 200,
      body: {
        access_token: expect.stringMatching(/^BQ/),
        token_type: 'Bearer',
        scope: SCOPE,
        expires_in: 3600,
        refresh_token: expect.stringMatching(/^AQ/),
      },
    });
  });

  test('is worth nothing with a wrong verifier', async () => {
    const { codeFor, redeem } = start();
    const wrong = await redeem(await codeFor(), { code_verifier: `${VERIFIER}x` });
    expect(wrong).toEqual(refused('invalid_grant', 'code_verifier was incorrect'));
  });

  test('is worth nothing with the challenge in place of the verifier', async () => {
    const { codeFor, redeem } = start();
    const plain = await redeem(await codeFor(), { code_verifier: await challengeOf(VERIFIER) });
    expect(plain).toEqual(refused('invalid_grant', 'code_verifier was incorrect'));
  });

  test('is worth nothing with another redirect URI', async () => {
    const { codeFor, redeem } = start();
    const other = await redeem(await codeFor(), { redirect_uri: `${REDIRECT_URI}/` });
    expect(other).toEqual(refused('invalid_grant', 'Invalid redirect URI'));
  });

  test('is worth nothing to another client', async () => {
    const { codeFor, redeem } = start();
    const stolen = await redeem(await codeFor(), { client_id: OTHER_CLIENT_ID });
    expect(stolen).toEqual(refused('invalid_grant', 'Invalid authorization code'));
  });

  test('works just before ten minutes are over, and not after', async () => {
    const { codeFor, redeem, wait } = start();
    const [early, late] = [await codeFor(), await codeFor()];
    wait(10 * MINUTE - 1);
    expect((await redeem(early)).status).toBe(200);
    wait(1);
    expect(await redeem(late)).toEqual(refused('invalid_grant', 'Invalid authorization code'));
  });

  test('that comes twice is refused, and kills the tokens it bought', async () => {
    const { codeFor, redeem, refresh, get } = start();
    const code = await codeFor();
    const { body } = await redeem(code);
    expect((await get('/v1/me', body.access_token)).status).toBe(200);

    expect(await redeem(code)).toEqual(refused('invalid_grant', 'Invalid authorization code'));
    expect((await get('/v1/me', body.access_token)).status).toBe(401);
    expect(await refresh(body.refresh_token)).toEqual(
      refused('invalid_grant', 'Refresh token revoked'),
    );
  });

  test('that comes twice at the same moment works at most once', async () => {
    const { codeFor, redeem } = start();
    const code = await codeFor();
    const answers = await Promise.all([redeem(code), redeem(code)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
  });

  test('survives a restart of the server that keeps its memory', async () => {
    const memory = makeServerMemory();
    const code = await start({ memory }).codeFor();
    expect((await start({ memory }).redeem(code)).status).toBe(200);
  });
});

describe('the token endpoint', () => {
  test.each<[string, Fields, string]>([
    ['an unknown client', { client_id: 'f'.repeat(32) }, 'invalid_client'],
    ['no client', { client_id: undefined }, 'invalid_client'],
    ['a password grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant type', { grant_type: undefined }, 'invalid_request'],
    ['no code', { code: undefined }, 'invalid_request'],
    ['no redirect URI', { redirect_uri: undefined }, 'invalid_request'],
    ['no verifier', { code_verifier: undefined }, 'invalid_request'],
  ])('refuses %s', async (_, changes, error) => {
    const { codeFor, redeem } = start();
    expect(await redeem(await codeFor(), changes)).toMatchObject({ status: 400, body: { error } });
  });

  test('lets the asking page read answers and refusals alike', async () => {
    const { ask } = start();
    const headers = { Origin: 'https://notes.example' };
    const body = new URLSearchParams({ grant_type: 'password' });
    const request = new Request(SPOTIFY_ACCOUNTS.tokenEndpoint, { method: 'POST', headers, body });
    const response = await ask(request);
    expect(response.status).toBe(400);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://notes.example');
    expect(response.headers.has('Access-Control-Expose-Headers')).toBe(false);
  });
});

describe('a refresh', () => {
  test('brings a new access token and no refresh token, as Spotify does today', async () => {
    const { logIn, refresh, get } = start();
    const first = await logIn();
    const { status, body } = await refresh(first.refresh_token);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('refresh_token');
    expect((await get('/v1/me', body.access_token)).status).toBe(200);
    expect((await refresh(first.refresh_token)).status).toBe(200);
  });

  test('brings a new refresh token each time where tokens rotate', async () => {
    const { logIn, refresh } = start({ rotateRefreshTokens: true });
    const first = await logIn();
    const second = await refresh(first.refresh_token);
    expect(second.body.refresh_token).toMatch(/^AQ/);
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect((await refresh(second.body.refresh_token)).status).toBe(200);
  });

  test('with a token that was rotated away ends the whole login', async () => {
    const { logIn, refresh, get } = start({ rotateRefreshTokens: true });
    const first = await logIn();
    const second = await refresh(first.refresh_token);
    const revoked = refused('invalid_grant', 'Refresh token revoked');
    expect(await refresh(first.refresh_token)).toEqual(revoked);
    expect(await refresh(second.body.refresh_token)).toEqual(revoked);
    expect((await get('/v1/me', second.body.access_token)).status).toBe(401);
  });

  test.each([false, true])(
    'stops 180 days after the login however often it was done (rotation: %s)',
    async (rotateRefreshTokens) => {
      const { logIn, refresh, wait } = start({ rotateRefreshTokens });
      const first = await logIn();
      wait(180 * DAY - 1);
      const last = await refresh(first.refresh_token);
      expect(last.status).toBe(200);
      wait(1);
      expect(await refresh(last.body.refresh_token ?? first.refresh_token)).toEqual(
        refused('invalid_grant', 'Refresh token expired'),
      );
    },
  );

  test('can ask for less but never for more', async () => {
    const { logIn, refresh } = start();
    const { refresh_token } = await logIn({ scope: 'playlist-read-private user-library-read' });
    const less = await refresh(refresh_token, { scope: 'user-library-read' });
    expect(less.body.scope).toBe('user-library-read');
    const more = await refresh(refresh_token, { scope: SCOPE });
    expect(more).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });

  test('is refused to another client and to a made-up token', async () => {
    const { logIn, refresh } = start();
    const { refresh_token } = await logIn();
    const stolen = await refresh(refresh_token, { client_id: OTHER_CLIENT_ID });
    expect(stolen.body.error).toBe('invalid_grant');
    expect((await refresh('AQmade-up')).body.error).toBe('invalid_grant');
  });
});

describe('an access token', () => {
  test('works for an hour, and then gets 401', async () => {
    const { logIn, get, wait } = start();
    const { access_token } = await logIn();
    wait(60 * MINUTE - 1);
    expect((await get('/v1/me', access_token)).status).toBe(200);
    wait(1);
    expect(await get('/v1/me', access_token)).toEqual({
      status: 401,
      body: { error: { status: 401, message: 'Missing/invalid/expired access token' } },
    });
  });

  test('that nobody issued gets 401', async () => {
    const { get } = start();
    expect((await get('/v1/me', 'BQmade-up')).status).toBe(401);
  });

  test('shows private and collaborative playlists only where that was agreed to', async () => {
    const listedWith = async (scope: string | undefined) => {
      const { logIn, get } = start({ library: demoLibrary() });
      const { access_token } = await logIn({ scope });
      const listed: WirePlaylist[] = [];
      for (const offset of [0, 50, 100]) {
        const path = `/v1/me/playlists?limit=50&offset=${offset}`;
        const { body } = await get(path, access_token);
        listed.push(...(body.items ?? []).filter((entry) => entry !== null));
      }
      return listed;
    };
    const publicOnly = await listedWith(undefined);
    expect(publicOnly.length).toBeGreaterThan(0);
    expect(publicOnly.every((playlist) => playlist.public === true)).toBe(true);
    expect((await listedWith('playlist-read-private')).some((each) => each.collaborative)).toBe(
      false,
    );
    expect((await listedWith(SCOPE)).length).toBe(141);
  });
});

describe('the list of playlists', () => {
  test('comes in pages that lead through all 143 entries and back', async () => {
    const { logIn, get } = start();
    const { access_token } = await logIn();
    const pages: Body[] = [];
    let path: string | undefined = '/v1/me/playlists?limit=50';
    while (path !== undefined) {
      const { body } = await get(path, access_token);
      pages.push(body);
      path = body.next?.replace('https://api.spotify.com', '');
    }
    expect(pages.map(({ items, total }) => [items?.length, total])).toEqual([
      [50, 143],
      [50, 143],
      [43, 143],
    ]);
    expect(pages.map(({ previous }) => previous)).toEqual([
      null,
      'https://api.spotify.com/v1/me/playlists?offset=0&limit=50',
      'https://api.spotify.com/v1/me/playlists?offset=50&limit=50',
    ]);
  });

  test('has 20 entries a page where no limit is named', async () => {
    const { logIn, get } = start();
    const { body } = await get('/v1/me/playlists', (await logIn()).access_token);
    expect(body.items?.length).toBe(20);
  });

  test.each(['0', '51', '-1', 'ten', ''])('refuses the limit "%s"', async (limit) => {
    const { logIn, get } = start();
    const answer = await get(`/v1/me/playlists?limit=${limit}`, (await logIn()).access_token);
    expect(answer).toEqual({
      status: 400,
      body: { error: { status: 400, message: 'Invalid limit' } },
    });
  });

  test.each([
    ['items', [true, false]],
    ['tracks', [false, true]],
  ] as const)('counts songs under "%s" in that dialect', async (dialect, expected) => {
    const { logIn, get } = start({ dialect });
    const { body } = await get('/v1/me/playlists', (await logIn()).access_token);
    const [first] = body.items ?? [];
    expect(first && ['items' in first, 'tracks' in first]).toEqual(expected);
  });

  test('counts songs under either name, or both, in the mixed dialect', async () => {
    const { logIn, get } = start({ dialect: 'mixed', library: makeLibrary({ playlists: 20 }) });
    const { body } = await get('/v1/me/playlists', (await logIn()).access_token);
    const shapes = (body.items ?? []).map(
      (entry) => entry && `${'items' in entry ? 'items' : ''} ${'tracks' in entry ? 'tracks' : ''}`,
    );
    expect(new Set(shapes)).toEqual(new Set(['items ', ' tracks', 'items tracks', ' ']));
  });
});

describe('a fault', () => {
  test('spoils the requests it was armed for and no other', async () => {
    const { spotify, logIn, get } = start();
    const { access_token } = await logIn();
    const settings = { on: 'playlists', offset: 50, skip: 1, times: 2 } as const;
    spotify.faults.arm('server-error-502', settings);
    const statuses: number[] = [];
    for (const offset of [50, 0, 50, 50, 50]) {
      const { status } = await get(`/v1/me/playlists?offset=${offset}`, access_token);
      statuses.push(status);
    }
    expect(statuses).toEqual([200, 200, 502, 502, 200]);
  });

  test('on the way back from a refresh loses the answer but not what was done', async () => {
    const { spotify, clock, logIn, refresh } = start({ rotateRefreshTokens: true });
    const { refresh_token = '' } = await logIn();
    spotify.faults.arm('answer-lost', { on: 'refresh' });
    const body = formOf({ grant_type: 'refresh_token', refresh_token, client_id: CLIENT_ID });
    const lost = makeInPageFetch(spotify.handlers, clock)(SPOTIFY_ACCOUNTS.tokenEndpoint, {
      method: 'POST',
      body,
    });
    await expect(lost).rejects.toThrow('Failed to fetch');
    expect((await refresh(refresh_token)).body.error_description).toBe('Refresh token revoked');
  });

  test('can leave a page waiting until it gives up', async () => {
    const { spotify, clock, logIn } = start();
    const { access_token } = await logIn();
    spotify.faults.arm('hang', { on: 'profile' });
    const stop = new AbortController();
    const waiting = makeInPageFetch(spotify.handlers, clock)('https://api.spotify.com/v1/me', {
      headers: { Authorization: `Bearer ${access_token}` },
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(new Error('gone elsewhere')), 5);
    await expect(waiting).rejects.toThrow('gone elsewhere');
  });
});

test('the fetch of the demo reaches no address but the simulated Spotify', async () => {
  const { spotify, clock } = start();
  const fetch = makeInPageFetch(spotify.handlers, clock);
  await expect(fetch('https://evil.example/')).rejects.toThrow(TypeError);
  await expect(fetch('https://api.spotify.com/v1/unknown')).rejects.toThrow(TypeError);
});

describe('the made-up library', () => {
  const entries = demoLibrary().playlists;
  const playlists = entries.filter((entry) => entry !== null);
  const names = playlists.map(({ name }) => name);

  test('has 143 entries: 2 null, 1 repeated, 140 distinct playlists', () => {
    expect(entries.length).toBe(143);
    expect(playlists.length).toBe(141);
    expect(new Set(playlists.map(({ id }) => id)).size).toBe(140);
    expect(playlists.every(({ id }) => /^[0-9A-Za-z]{22}$/.test(id))).toBe(true);
  });

  test('is the same every time it is built', () => {
    expect(demoLibrary()).toEqual(demoLibrary());
    expect(makeLibrary({ playlists: 50, seed: 7 })).toEqual(
      makeLibrary({ playlists: 50, seed: 7 }),
    );
  });

  test('can have any size, with no id twice', () => {
    const large = makeLibrary({ playlists: 11_000 }).playlists;
    expect(new Set(large.map((playlist) => playlist?.id)).size).toBe(11_000);
  });

  test('names no cover that a browser would fetch from Spotify', () => {
    const urls = playlists.flatMap(({ images }) => images ?? []).map(({ url }) => url);
    expect(urls.filter((url) => /scdn\.co|spotifycdn\.com/.test(url))).toEqual([]);
  });

  const decomposed = 'Älska'.normalize('NFD');
  test.each<[string, (playlist: WirePlaylist) => boolean]>([
    ['null in place of images', ({ images }) => images === null],
    ['no images', ({ images }) => images?.length === 0],
    ['an image of unknown size', ({ images }) => images?.[0]?.height === null],
    ['an image on a foreign host', ({ images }) => hasUrl(images, 'https://evil.example/')],
    ['an image that is a script', ({ images }) => hasUrl(images, 'javascript:')],
    ['an owner without a name', ({ owner }) => owner?.display_name === null],
    ['no owner at all', ({ owner }) => owner === null],
    ['no count', (playlist) => !('items' in playlist)],
    ['null in place of the contents', ({ items }) => items === null],
    ['null in place of the count', ({ items }) => items?.total === null],
    ['a real count of 0', ({ items }) => items?.total === 0],
    ['more than a thousand songs', ({ items }) => (items?.total ?? 0) > 1000],
    ['an unknown visibility', (playlist) => playlist.public === null],
    ['a private playlist', (each) => each.public === false && !each.collaborative],
    ['a collaborative playlist', ({ collaborative }) => collaborative],
    ['no description', ({ description }) => description === null],
    ['an empty description', ({ description }) => description === ''],
    ['a description with entities', ({ description }) => description?.includes('&#x27;') ?? false],
    ['no link', (playlist) => playlist.external_urls === undefined],
    ['a link that is a script', (each) => linkOf(each).startsWith('javascript:')],
    ['a link to a foreign host', (each) => linkOf(each).includes('.evil.example')],
    ['an empty name', ({ name }) => name === ''],
    ['a name of blanks', ({ name }) => name !== '' && name.trim() === ''],
    ['a name of over 200 characters', ({ name }) => name.length > 200],
    ['an emoji', ({ name }) => /\p{Extended_Pictographic}/u.test(name)],
    ['Arabic', ({ name }) => /\p{Script=Arabic}/u.test(name)],
    ['Hebrew', ({ name }) => /\p{Script=Hebrew}/u.test(name)],
    ['Chinese', ({ name }) => /\p{Script=Han}/u.test(name)],
    ['a composed Ä', ({ name }) => name === decomposed.normalize('NFC')],
    ['a decomposed Ä', ({ name }) => name === decomposed],
    ['a line break', ({ name }) => name.includes('\n')],
    ['a tab', ({ name }) => name.includes('\t')],
    ['quotes', ({ name }) => name.includes('"')],
    ['a comma', ({ name }) => name.includes(',')],
    ['an image that runs a script', ({ name }) => name === '<img src=x onerror=alert(1)>'],
    ['a script', ({ name }) => name.startsWith('<script>')],
  ])('shows %s', (_, isIt) => {
    expect(playlists.some(isIt)).toBe(true);
  });

  test.each(['=', '+', '-', '@'])('has a name that begins with %s', (sign) => {
    expect(names.some((name) => name.startsWith(sign))).toBe(true);
  });
});

function hasUrl(images: WirePlaylist['images'], start: string): boolean {
  return images?.some(({ url }) => url.startsWith(start)) ?? false;
}

function linkOf(playlist: WirePlaylist): string {
  return playlist.external_urls?.spotify ?? '';
}
