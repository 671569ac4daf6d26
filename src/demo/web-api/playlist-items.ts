import { type HttpHandler, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import type { Access } from '../accounts/ledger.ts';
import { apiError } from '../faults.ts';
import type { WirePlaylist } from '../music/wire.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { MAX_ROWS, rowWording } from './dialect.ts';
import { answerFields } from './fields.ts';
import { pageOf } from './page.ts';
import { findPlaylist, isVisible, opensTo } from './reading-rights.ts';

/** Makes the handlers of `GET /v1/playlists/:id/items` and its predecessor `/tracks`. */
export function playlistItems(server: Server): readonly HttpHandler[] {
  return [
    entries(server, 'items', opensTo),
    // Before February 2026 every app could read the items of every visible playlist.
    entries(
      server,
      'tracks',
      (playlist, access) => server.dialect === 'tracks' || opensTo(playlist, access),
    ),
  ];
}

function entries(
  server: Server,
  name: 'items' | 'tracks',
  isOpen: (playlist: WirePlaylist, access: Access) => boolean,
): HttpHandler {
  const path = `${SPOTIFY_API}/v1/playlists/:id/${name}`;
  return http.get<{ id: string }>(path, ({ request, params: { id } }) =>
    answerAuthorized(server, 'items', request, (access, url) => {
      if (name === 'tracks' && server.dialect === 'items') return apiError(403, 'Forbidden');
      const found = findPlaylist(server, id);
      if (found === undefined) return apiError(404, 'Resource not found');
      if (!isOpen(found.playlist, access)) return apiError(403, 'Forbidden');
      if (!isVisible(found.playlist, access)) return apiError(403, 'Insufficient client scope');
      return pageOf(server.library.items(id), url, {
        maxLimit: MAX_ROWS[name],
        word: rowWording(server, url),
        send: (page) => answerFields(url, page),
      });
    }),
  );
}
