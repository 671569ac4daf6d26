import { type HttpHandler, HttpResponse, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';

/** Makes the handler of `GET /v1/me`, in the fields that apps get since February 2026. */
export function profile(server: Server): HttpHandler {
  return http.get(`${SPOTIFY_API}/v1/me`, ({ request }) =>
    answerAuthorized(server, 'profile', request, ({ user }) =>
      HttpResponse.json({
        account_id: user.accountId,
        display_name: user.displayName,
        external_urls: { spotify: `https://open.spotify.com/user/${user.id}` },
        href: `${SPOTIFY_API}/v1/users/${user.id}`,
        id: user.id,
        images: [],
        type: 'user',
        uri: `spotify:user:${user.id}`,
      }),
    ),
  );
}
