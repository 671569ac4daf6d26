import { type HttpHandler, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import { apiError } from '../faults.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { pageOf } from './page.ts';

/** Makes the handler of `GET /v1/me/tracks`, whose entries have `track` in every dialect. */
export function likedSongs(server: Server): HttpHandler {
  return http.get(`${SPOTIFY_API}/v1/me/tracks`, ({ request }) =>
    answerAuthorized(server, 'liked', request, ({ scopes }, url) =>
      scopes.includes('user-library-read')
        ? pageOf(server.library.liked(), url)
        : apiError(403, 'Insufficient client scope'),
    ),
  );
}
