import { type HttpHandler, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { inDialect } from './dialect.ts';
import { pageOf } from './page.ts';
import { isVisible } from './reading-rights.ts';

/** Makes the handler of `GET /v1/me/playlists`. */
export function playlists(server: Server): HttpHandler {
  return http.get(`${SPOTIFY_API}/v1/me/playlists`, ({ request }) =>
    answerAuthorized(server, 'playlists', request, (access, url) =>
      pageOf(
        server.library.playlists
          .map((entry, place) => entry && inDialect(entry, server.dialect, place))
          .filter((entry) => entry === null || isVisible(entry, access)),
        url,
      ),
    ),
  );
}
