import { type HttpHandler, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import { apiError } from '../faults.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { contentsInDialect, MAX_ROWS, rowWording } from './dialect.ts';
import { answerFields } from './fields.ts';
import { pageAddress, type WirePage } from './page.ts';
import { findPlaylist, opensTo } from './reading-rights.ts';

const FIRST_ROWS = 100;

/** Makes the handler of `GET /v1/playlists/:id`, with contents only where they are open. */
export function playlist(server: Server): HttpHandler {
  const path = `${SPOTIFY_API}/v1/playlists/:id`;
  return http.get<{ id: string }>(path, ({ request, params: { id } }) =>
    answerAuthorized(server, 'playlist', request, (access, url) => {
      const found = findPlaylist(server, id);
      if (found === undefined) return apiError(404, 'Resource not found');
      const { items: _items, tracks: _tracks, ...others } = found.playlist;
      const isOpen = server.dialect === 'tracks' || opensTo(found.playlist, access);
      return answerFields(url, {
        ...others,
        ...(isOpen &&
          contentsInDialect(server.dialect, found.place, (name) =>
            firstPage(server, id, name, url),
          )),
      });
    }),
  );
}

/** The first entries, more of them than a requested page has. */
function firstPage(server: Server, id: string, name: 'items' | 'tracks', asked: URL): WirePage {
  const url = new URL(`${SPOTIFY_API}/v1/playlists/${id}/${name}`);
  const types = asked.searchParams.get('additional_types');
  if (types !== null) url.searchParams.set('additional_types', types);
  const items = server.library.items(id);
  return {
    href: pageAddress(url, 0, FIRST_ROWS),
    limit: FIRST_ROWS,
    next: items.length > FIRST_ROWS ? pageAddress(url, FIRST_ROWS, MAX_ROWS[name]) : null,
    offset: 0,
    previous: null,
    total: items.length,
    items: items.slice(0, FIRST_ROWS).map(rowWording(server, asked)),
  };
}
