import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../config.ts';

/** Lets the asking page read an answer, as Spotify does: any origin, no header exposed. */
export function withCors(request: Request, response: Response): Response {
  const origin = request.headers.get('Origin');
  // The headers of `Response.error()` cannot be changed, and nobody can read them.
  if (origin !== null && response.type !== 'error') {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Allow-Headers', 'Accept, Authorization, Content-Type');
    response.headers.append('Vary', 'Origin');
  }
  return response;
}

/** Makes the handlers that answer a browser's preflight requests (Fetch standard, CORS protocol). */
export function preflightHandlers(): readonly HttpHandler[] {
  const answer = ({ request }: { readonly request: Request }) =>
    withCors(
      request,
      new HttpResponse(null, {
        status: 204,
        headers: {
          'Access-Control-Allow-Methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
          'Access-Control-Max-Age': '604800',
        },
      }),
    );
  return [
    http.options(`${SPOTIFY_API}/*`, answer),
    http.options(SPOTIFY_ACCOUNTS.tokenEndpoint, answer),
  ];
}
