import { HttpResponse } from 'msw';
import type { Clock } from '../clock.ts';
import type { WritableLibrary } from './music/writable-library.ts';

/** The kinds of request that the simulated Spotify answers. */
export type Step =
  /** Any endpoint that no page of the app uses. */
  | 'other'
  | 'authorize'
  | 'token'
  | 'refresh'
  | 'profile'
  | 'playlists'
  | 'playlist'
  | 'items'
  | 'liked'
  | 'saved'
  | 'create'
  | 'details'
  | 'add'
  | 'remove'
  | 'move'
  | 'library'
  | 'contains'
  | 'search';

/** Which requests a fault applies to, and how. */
export interface FaultSettings {
  /** Requests of one kind, or those with this method and address, of whatever kind. */
  readonly on: Step | Pick<Request, 'method' | 'url'>;
  /** How many requests fail; 1 by default, `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests succeed before; 0 by default. */
  readonly skip?: number;
  /** Applies only to requests for the page at this offset. */
  readonly offset?: number;
  /** Value of `Retry-After` in seconds for `rate-limited`; 3 by default. */
  readonly retryAfter?: number;
  /** Whether `rate-limited` exposes `Retry-After` by CORS, which Spotify does not. */
  readonly isReadable?: boolean;
}

/** The request that a fault applies to. */
export interface SpoiledRequest {
  readonly request: Request;
  readonly settings: FaultSettings;
  readonly clock: Clock;
  readonly library: WritableLibrary;
  /** Makes the answer without the fault. */
  readonly normal: () => Promise<Response>;
  /** Makes the answer as it was before the last change of the library. */
  readonly stale: () => Promise<Response>;
}

/** A fault in an answer of Spotify. */
export interface Fault {
  /** False where the answer has no CORS headers, so that no page can read it. */
  readonly hasCors?: false;
  /** True where the browser reports that it is offline. */
  readonly isOffline?: true;
  readonly answer: (spoiled: SpoiledRequest) => Response | Promise<Response>;
}

/** Name of a fault. */
export type FaultName = keyof typeof FAULTS;

/** Name of a fault of a request that changes something. */
export type WriteFaultName = keyof typeof WRITE_FAULTS;

const PREMIUM_LAPSED =
  'Active premium subscription required for the owner of the app. When the subscription status ' +
  'changes, it can take a few hours before requests are allowed again.';
const NOT_REGISTERED = 'User not registered in the Developer Dashboard';
const BAD_REQUEST = 'Bad OAuth request (wrong consumer key, bad nonce, expired timestamp...)';
const UNAVAILABLE_PAGE = '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>';

/** Delay of a slow answer, in ms; shorter than the app's timeout. */
const SLOW_MS = 4_000;

/** Every known fault of Spotify's answers, by name. */
export const FAULTS = {
  'user-not-registered': { answer: () => apiError(403, NOT_REGISTERED) },
  'user-not-registered-plain': {
    answer: () => HttpResponse.text(NOT_REGISTERED, { status: 403 }),
  },
  'premium-lapsed': { answer: () => HttpResponse.text(PREMIUM_LAPSED, { status: 403 }) },
  forbidden: { answer: () => apiError(403, 'Forbidden') },
  'insufficient-scope': { answer: () => apiError(403, 'Insufficient client scope') },
  'bad-oauth-request': { answer: () => apiError(403, BAD_REQUEST) },
  'not-found': { answer: () => apiError(404, 'Resource not found') },
  unauthorized: { answer: () => apiError(401, 'Missing/invalid/expired access token') },

  'invalid-grant': {
    answer: () =>
      HttpResponse.json(
        { error: 'invalid_grant', error_description: 'Refresh token revoked' },
        { status: 400 },
      ),
  },

  'rate-limited': {
    answer: ({ settings }) => {
      const response = apiError(429, 'API rate limit exceeded');
      response.headers.set('Retry-After', String(settings.retryAfter ?? 3));
      if (settings.isReadable === true) {
        response.headers.set('Access-Control-Expose-Headers', 'Retry-After');
      }
      return response;
    },
  },
  'rate-limited-unreadable': { answer: () => apiError(429, 'API rate limit exceeded') },
  'rate-limited-no-cors': {
    hasCors: false,
    answer: () => HttpResponse.text('Too many requests', { status: 429 }),
  },
  'quota-exceeded': {
    answer: () =>
      HttpResponse.json(
        { error: { status: 429, message: 'Too many requests', reason: 'QUOTA_EXCEEDED' } },
        { status: 429 },
      ),
  },

  'server-error-500': { answer: () => apiError(500, 'Server error.') },
  'server-error-502': { answer: () => apiError(502, 'Bad gateway.') },
  'server-error-503': { answer: () => HttpResponse.html(UNAVAILABLE_PAGE, { status: 503 }) },
  'server-error-504': { answer: () => new HttpResponse(null, { status: 504 }) },

  'empty-body': { answer: () => new HttpResponse(null, { status: 200 }) },
  'truncated-body': {
    answer: async ({ normal }) => {
      const text = await (await normal()).text();
      return new HttpResponse(text.slice(0, Math.ceil(text.length / 2)), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  },
  'html-body': { answer: () => HttpResponse.html('<html><body>Log in to continue</body></html>') },
  'wrong-shape': { answer: () => HttpResponse.json({ hello: 'world' }) },
  'evil-next': {
    answer: async ({ normal }) => {
      const page: unknown = await (await normal()).json();
      return HttpResponse.json({ ...Object(page), next: 'https://evil.example/?offset=50' });
    },
  },

  'network-error': { answer: () => HttpResponse.error() },
  'dns-failure': { answer: () => HttpResponse.error() },
  offline: { isOffline: true, answer: () => HttpResponse.error() },
  'answer-lost': {
    answer: async ({ normal }) => {
      await normal();
      return HttpResponse.error();
    },
  },
  slow: {
    answer: async ({ clock, normal }) => {
      await clock.sleep(SLOW_MS);
      return normal();
    },
  },
  hang: {
    answer: ({ request }) =>
      new Promise((resolve) => {
        const stop = () => resolve(HttpResponse.error());
        if (request.signal.aborted) stop();
        request.signal.addEventListener('abort', stop, { once: true });
      }),
  },
} as const satisfies Record<string, Fault>;

/** Every known fault of the answers to requests that change something, by name. */
export const WRITE_FAULTS = {
  'bad-gateway-after': {
    answer: async ({ normal }) => {
      await normal();
      return apiError(502, 'Bad gateway.');
    },
  },
  /** Half of a batch was carried out. */
  'half-done': {
    answer: async ({ library, normal }) => {
      await normal();
      const last = library.changes.at(-1);
      if (last?.kind === 'add') {
        const half = Math.ceil(last.uris.length / 2);
        const positions = last.uris.slice(half).map((_, index) => last.position + half + index);
        library.change({ kind: 'remove-at', id: last.id, positions });
      }
      return apiError(502, 'Bad gateway.');
    },
  },
  stale: { answer: ({ stale }) => stale() },
  /** A playlist as it is, with the snapshot of before its last change. */
  'stale-snapshot': {
    answer: async ({ normal, stale }) => {
      const [now, before] = [await normal(), await stale()];
      const body: unknown = await now.json();
      const { snapshot_id: snapshotId } = Object(await before.json());
      return HttpResponse.json({ ...Object(body), snapshot_id: snapshotId });
    },
  },
  /** A playlist is on the profile, whatever the request asked for. */
  'public-ignored': {
    answer: async ({ library, normal }) => {
      const { status } = await normal();
      const last = library.changes.at(-1);
      const id = last?.kind === 'details' ? last.id : library.playlists[0]?.id;
      if (id !== undefined) library.change({ kind: 'details', id, change: { public: true } });
      return last?.kind === 'create'
        ? HttpResponse.json(library.playlists[0], { status })
        : new HttpResponse(null, { status });
    },
  },
  'refused-id': { answer: () => apiError(400, 'Payload contains a non-existing ID') },
} as const satisfies Record<string, Fault>;

/** Makes an error answer of the Web API in its usual JSON form. */
export function apiError(status: number, message: string): Response {
  return HttpResponse.json({ error: { status, message } }, { status });
}

/** A fault with its settings. */
export interface ChosenFault {
  readonly fault: Fault;
  readonly settings: FaultSettings;
}

/** Armed faults, which apply to the next matching requests. */
export interface ArmedFaults {
  /** Returns the function that disarms what is left of the fault, and returns whether any request has met it. */
  arm(fault: FaultName | WriteFaultName | Fault, settings: FaultSettings): () => boolean;
  clear(): void;
  /** Removes and returns the first fault that applies to a request, else `undefined`. */
  take(step: Step, request: Request): ChosenFault | undefined;
}

/** Makes an empty list of armed faults. */
export function makeArmedFaults(): ArmedFaults {
  let armed: { fault: Fault; settings: FaultSettings; skip: number; times: number }[] = [];
  return {
    arm(chosen, settings) {
      const { skip = 0, times = 1 } = settings;
      const fault = typeof chosen === 'string' ? { ...FAULTS, ...WRITE_FAULTS }[chosen] : chosen;
      const entry = { fault, settings, skip, times };
      armed.push(entry);
      return () => {
        armed = armed.filter((each) => each !== entry);
        return entry.times < times;
      };
    },
    clear() {
      armed = [];
    },
    take(step, request) {
      for (const entry of armed) {
        if (entry.times <= 0 || !isMeant(entry.settings, step, request)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.times -= 1;
        return entry;
      }
      return undefined;
    },
  };
}

function isMeant({ on, offset }: FaultSettings, step: Step, { method, url }: Request): boolean {
  if (typeof on === 'object') return on.method === method && on.url === url;
  if (on !== step) return false;
  return offset === undefined || offset === Number(new URL(url).searchParams.get('offset') ?? 0);
}
