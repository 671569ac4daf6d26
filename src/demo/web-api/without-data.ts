import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import type { Access } from '../accounts/ledger.ts';
import { apiError } from '../faults.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { pageOf } from './page.ts';
import { simulated } from './simulated.ts';

type Answer = (access: Access, url: URL) => Response;

/** An endpoint: method, path with `*` for each part that varies, and its answer. */
type Route = readonly [method: string, path: string, answer: Answer];

/**
 * Makes the handler of all endpoints that the simulated Spotify has no data for: an empty answer of the documented
 * form, a refusal, or 404 for a path that Spotify does not have. Each says so in its header. One handler for all, since
 * msw copies a request for each handler that it tries.
 */
export function withoutData(server: Server): HttpHandler {
  const routes = [...READS, ...WRITES, ...PLAYER, ...REMOVED].map(([method, path, answer]) => ({
    method,
    pattern: new RegExp(`^/v1/${path.replaceAll('*', '[^/]+')}$`),
    answer,
  }));
  return http.all(`${SPOTIFY_API}/v1/*`, ({ request }) =>
    answerAuthorized(server, 'other', request, (access, url) => {
      const isMeant = ({ method, pattern }: (typeof routes)[number]) =>
        method === request.method && pattern.test(url.pathname);
      return (
        routes.find(isMeant)?.answer(access, url) ??
        simulated(apiError(404, 'Service not found'), 'Spotify has no such path')
      );
    }),
  );
}

const READS: readonly Route[] = [
  [
    'GET',
    'me/top/(artists|tracks)',
    (access, url) =>
      lacks(access, ['user-top-read']) ??
      simulated(pageOf([], url), 'nobody has listened to anything here'),
  ],
  ['GET', 'me/following', (access, url) => lacks(access, ['user-follow-read']) ?? following(url)],
  [
    'GET',
    'playlists/*/images',
    () => simulated(HttpResponse.json([]), 'its playlists have no covers'),
  ],
  [
    'GET',
    '(audiobooks|chapters)/*(/chapters)?',
    () =>
      simulated(apiError(404, 'Resource not found'), 'it has no audiobooks beside the saved ones'),
  ],
];

/** Answers with a refusal, unless a scope is missing anyway. */
function refuse(note: string, ...scopes: readonly string[]): Answer {
  return (access) => lacks(access, scopes) ?? simulated(apiError(403, 'Forbidden'), note);
}

const WRITES: readonly Route[] = [
  [
    'PUT',
    'playlists/*/images',
    refuse('it has no covers, so that it keeps none', 'ugc-image-upload'),
  ],
];

function lacks({ scopes }: Access, needed: readonly string[]): Response | undefined {
  return needed.every((scope) => scopes.includes(scope))
    ? undefined
    : apiError(403, 'Insufficient client scope');
}

function following(url: URL): Response {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const cursors = { after: null };
  const artists = { href: url.href, limit, next: null, cursors, total: 0, items: [] };
  return simulated(HttpResponse.json({ artists }), 'nobody is followed here');
}

const SILENCE = 'nothing plays here, and there is no device';
const STATE = 'user-read-playback-state';
const PLAYING = 'user-read-currently-playing';

/** Answers of a player that plays nothing, with a scope of these. */
function quiet(body: object | undefined, ...scopes: readonly string[]): Answer {
  return (access) => {
    if (!scopes.some((scope) => access.scopes.includes(scope)))
      return apiError(403, 'Insufficient client scope');
    const answer = body ? HttpResponse.json(body) : new HttpResponse(null, { status: 204 });
    return simulated(answer, SILENCE);
  };
}

const STEERED = {
  error: {
    status: 404,
    message: 'Player command failed: No active device found',
    reason: 'NO_ACTIVE_DEVICE',
  },
};

function steer(access: Access): Response {
  return (
    lacks(access, ['user-modify-playback-state']) ??
    simulated(HttpResponse.json(STEERED, { status: 404 }), SILENCE)
  );
}

/** The player of somebody who has no device. */
const PLAYER: readonly Route[] = [
  ['GET', 'me/player', quiet(undefined, STATE)],
  ['GET', 'me/player/currently-playing', quiet(undefined, PLAYING)],
  ['GET', 'me/player/devices', quiet({ devices: [] }, STATE)],
  ['GET', 'me/player/queue', quiet({ currently_playing: null, queue: [] }, STATE, PLAYING)],
  [
    'GET',
    'me/player/recently-played',
    quiet(
      {
        href: `${SPOTIFY_API}/v1/me/player/recently-played`,
        limit: 20,
        next: null,
        cursors: { after: null, before: null },
        total: 0,
        items: [],
      },
      'user-read-recently-played',
    ),
  ],
  ['PUT', 'me/player(/(play|pause|seek|repeat|volume|shuffle))?', steer],
  ['POST', 'me/player/(next|previous|queue)', steer],
];

const gone = refuse('as Spotify does since development mode lost this endpoint');

/** The endpoints that development mode has lost. */
const REMOVED: readonly Route[] = [
  ['PUT', 'me/(tracks|albums|shows|episodes|audiobooks|following)', gone],
  ['DELETE', 'me/(tracks|albums|shows|episodes|audiobooks|following)', gone],
  ['GET', 'me/(tracks|albums|shows|episodes|audiobooks|following)/contains', gone],
  ['GET', '(tracks|albums|artists|shows|episodes|audiobooks|chapters|markets)', gone],
  ['POST', 'playlists/*/tracks', gone],
  ['PUT', 'playlists/*/(tracks|followers)', gone],
  ['DELETE', 'playlists/*/(tracks|followers)', gone],
  ['GET', 'playlists/*/followers/contains', gone],
  ['GET', 'users/*(/playlists)?', gone],
  ['POST', 'users/*/playlists', gone],
  ['GET', 'artists/*/(top-tracks|related-artists)', gone],
  ['GET', 'browse/.+', gone],
  ['GET', 'audio-(features|analysis)(/*)?', gone],
  ['GET', 'recommendations(/available-genre-seeds)?', gone],
];
