import type { Answer } from './loopback-server.ts';

const ALLOWED_REQUEST_HEADERS =
  'Accept, App-Platform, Authorization, Content-Type, Origin, Retry-After, Spotify-App-Version, X-Cloud-Trace-Context, client-token, content-access-token';

/** Answers preflights and adds CORS headers as Spotify does: these request headers, this max age, no exposed header. */
export function withSpotifyCors(answer: Answer): Answer {
  return async (request) => {
    const origin = request.headers.get('origin');
    if (origin === null) return answer(request);
    if (request.method === 'OPTIONS') return preflightResponse(origin);
    const answered = await answer(request);
    return answered instanceof Response ? allowOrigin(answered, origin) : answered;
  };
}

function preflightResponse(origin: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': ALLOWED_REQUEST_HEADERS,
      'access-control-allow-methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
      'access-control-max-age': '604800',
    },
  });
}

function allowOrigin(response: Response, origin: string): Response {
  const headers = new Headers(response.headers);
  headers.set('access-control-allow-origin', origin);
  headers.delete('access-control-expose-headers');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** Delays every answer by `ms` milliseconds, preflights included. */
export function delayed(ms: number, answer: Answer): Answer {
  return async (request) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return answer(request);
  };
}
