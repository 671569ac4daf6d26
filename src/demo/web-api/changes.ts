import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import type { Access } from '../accounts/ledger.ts';
import { apiError } from '../faults.ts';
import type { PlaylistChange } from '../music/library-change.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { findPlaylist } from './reading-rights.ts';

const LARGEST_PLAYLIST = 10_000;
const MOST_ITEMS = 100;
const MOST_SAVED = 40;
const EDIT_SCOPES = ['playlist-modify-private', 'playlist-modify-public'];

/** Makes the handlers of the requests that change playlists and the library, with Spotify's oddities. */
export function changes(server: Server): readonly HttpHandler[] {
  return [create(server), details(server), ...items(server), ...library(server)];
}

function create(server: Server): HttpHandler {
  return http.post(`${SPOTIFY_API}/v1/me/playlists`, async ({ request }) => {
    const body = await bodyOf(request);
    return answerAuthorized(server, 'create', request, ({ scopes }) => {
      const change = playlistChangeOf(body);
      if (!change?.name) return apiError(400, 'Missing required field: name');
      if (!mayEdit(scopes)) return insufficientScope();
      server.library.change({ kind: 'create', ...change, at: server.clock.now() });
      return HttpResponse.json(server.library.playlists[0], { status: 201 });
    });
  });
}

function details(server: Server): HttpHandler {
  const path = `${SPOTIFY_API}/v1/playlists/:id`;
  return http.put<{ id: string }>(path, async ({ request, params: { id } }) => {
    const body = await bodyOf(request);
    return answerEdit(server, 'details', request, id, () => {
      const change = playlistChangeOf(body);
      if (!change) return apiError(400, 'Error parsing JSON.');
      if (change.description === '') return apiError(400, 'Attribute description is empty');
      if (change.collaborative && change.public !== false && isPublicNow(server, id))
        return apiError(400, 'A collaborative playlist can not be public');
      if (/\n/.test(change.description ?? '')) return apiError(500, 'Server error.');
      server.library.change({ kind: 'details', id, change });
      return new HttpResponse(null, { status: 200 });
    });
  });
}

function items(server: Server): readonly HttpHandler[] {
  const path = `${SPOTIFY_API}/v1/playlists/:id/items`;
  return [
    http.post<{ id: string }>(path, async ({ request, params: { id } }) => {
      const body = await bodyOf(request);
      return answerEdit(server, 'add', request, id, () => add(server, id, body));
    }),
    http.delete<{ id: string }>(path, async ({ request, params: { id } }) => {
      const body = await bodyOf(request);
      return answerEdit(server, 'remove', request, id, () => remove(server, id, body));
    }),
    http.put<{ id: string }>(path, async ({ request, params: { id } }) => {
      const body = await bodyOf(request);
      return answerEdit(server, 'move', request, id, () => move(server, id, body));
    }),
  ];
}

function add(server: Server, id: string, body: Readonly<Record<string, unknown>>): Response {
  const uris = textsIn(body['uris']);
  const { position } = body;
  const length = server.library.items(id).length;
  if (!uris || uris.length === 0) return apiError(400, 'No uris provided');
  if (uris.length > MOST_ITEMS)
    return apiError(400, 'You can add a maximum of 100 tracks per request.');
  const at = position ?? length;
  if (typeof at !== 'number' || at > length) return apiError(400, 'Index out of bounds');
  if (length + uris.length > LARGEST_PLAYLIST) return apiError(500, 'Server error.');
  const wrong = uris.find((uri) => !/^spotify:(track|episode):[0-9A-Za-z]{22}$/.test(uri));
  if (wrong !== undefined) return apiError(400, `Invalid track uri: ${wrong}`);
  if (uris.some((uri) => !server.library.content(uri)))
    return apiError(400, 'Payload contains a non-existing ID');
  server.library.change({ kind: 'add', id, uris, position: at, at: server.clock.now() });
  return snapshot(server, id, 201);
}

function remove(server: Server, id: string, body: Readonly<Record<string, unknown>>): Response {
  const { items: named, positions } = body;
  if (!Array.isArray(named)) return apiError(400, 'No uris provided');
  if (named.length === 0 && Array.isArray(positions)) {
    const known = positions.filter((each): each is number => typeof each === 'number');
    // On the list as it is now, whatever snapshot was named.
    server.library.change({ kind: 'remove-at', id, positions: known });
    return snapshot(server, id, 200);
  }
  const uris = named.flatMap((each: unknown) => {
    const { uri }: { readonly uri?: unknown } = Object(each);
    return typeof uri === 'string' ? [uri] : [];
  });
  if (uris.length !== named.length) return apiError(400, 'Invalid base62 id');
  if (uris.some((uri) => uri.startsWith('spotify:local:')))
    return apiError(400, 'JSON body contains an invalid track uri');
  server.library.change({ kind: 'remove', id, uris });
  return snapshot(server, id, 200);
}

function move(server: Server, id: string, body: Readonly<Record<string, unknown>>): Response {
  const { range_start: start, insert_before: before, range_length: length = 1 } = body;
  const count = server.library.items(id).length;
  const isPlace = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value <= count;
  if (before === undefined) return apiError(400, 'Missing insert_before parameter');
  if (!isPlace(start) || !isPlace(before) || !isPlace(length) || start + length > count)
    return apiError(400, 'Given positions are out of bounds');
  server.library.change({ kind: 'move', id, start, before, length });
  return snapshot(server, id, 200);
}

function library(server: Server): readonly HttpHandler[] {
  const path = `${SPOTIFY_API}/v1/me/library`;
  const change =
    (kind: 'save' | 'unsave') =>
    ({ request }: { readonly request: Request }) =>
      answerAuthorized(server, 'library', request, ({ scopes }, url) => {
        const uris = urisIn(url);
        if (!uris) return apiError(400, 'Missing required field: uris');
        if (!scopes.includes('user-library-modify')) return insufficientScope();
        server.library.change({ kind, uris, at: server.clock.now() });
        return new HttpResponse(null, { status: 200 });
      });
  return [
    http.put(path, change('save')),
    http.delete(path, change('unsave')),
    http.get(`${path}/contains`, ({ request }) =>
      answerAuthorized(server, 'contains', request, ({ scopes }, url) => {
        const uris = urisIn(url);
        if (!uris) return apiError(400, 'Missing required field: uris');
        if (!scopes.includes('user-library-read')) return insufficientScope();
        return HttpResponse.json(uris.map((uri) => server.library.isSaved(uri)));
      }),
    ),
  ];
}

/** Answers a request that changes a playlist, where the person may edit it. */
function answerEdit(
  server: Server,
  step: 'details' | 'add' | 'remove' | 'move',
  request: Request,
  id: string,
  resource: () => Response,
): Promise<Response> {
  return answerAuthorized(server, step, request, ({ scopes, user }: Access) => {
    const found = findPlaylist(server, id);
    if (!found) return apiError(404, 'Resource not found');
    if (!mayEdit(scopes)) return insufficientScope();
    if (found.playlist.owner?.id !== user.id) return apiError(403, 'Forbidden');
    return resource();
  });
}

function isPublicNow(server: Server, id: string): boolean {
  return server.library.playlists.some((playlist) => playlist?.id === id && playlist.public);
}

function mayEdit(scopes: readonly string[]): boolean {
  return EDIT_SCOPES.some((scope) => scopes.includes(scope));
}

function insufficientScope(): Response {
  return apiError(403, 'Insufficient client scope');
}

function snapshot({ library: { playlists } }: Server, id: string, status: number): Response {
  const snapshotId = playlists.find((playlist) => playlist?.id === id)?.snapshot_id;
  return HttpResponse.json({ snapshot_id: snapshotId }, { status });
}

function urisIn(url: URL): readonly string[] | undefined {
  const uris = url.searchParams.get('uris')?.split(',').filter(Boolean) ?? [];
  return uris.length > 0 && uris.length <= MOST_SAVED ? uris : undefined;
}

function textsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? value
    : undefined;
}

function playlistChangeOf(body: Readonly<Record<string, unknown>>): PlaylistChange | undefined {
  const { name, description, public: isPublic, collaborative } = body;
  const change = {
    ...(typeof name === 'string' && { name }),
    ...(typeof description === 'string' && { description }),
    ...(typeof isPublic === 'boolean' && { public: isPublic }),
    ...(typeof collaborative === 'boolean' && { collaborative }),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  return Object(
    await request
      .clone()
      .json()
      .catch(() => undefined),
  );
}
