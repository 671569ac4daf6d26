import { type HttpHandler, http } from 'msw';
import { SPOTIFY_API } from '../../config.ts';
import { apiError } from '../faults.ts';
import type { SavedContents } from '../music/saved.ts';
import type { Server } from '../server.ts';
import { answerAuthorized } from './authorized.ts';
import { pageOf } from './page.ts';

/** Scopes of each list; Spotify's document names the second one for episodes alone. */
const SCOPES: Readonly<Record<keyof SavedContents, readonly string[]>> = {
  albums: ['user-library-read'],
  shows: ['user-library-read'],
  episodes: ['user-library-read', 'user-read-playback-position'],
  audiobooks: ['user-library-read'],
};

/** Makes the handlers of `GET /v1/me/albums`, `shows`, `episodes` and `audiobooks`. */
export function saved(server: Server): readonly HttpHandler[] {
  return [
    list(server, 'albums', (row) => row),
    list(server, 'shows', (row, isOld) => (isOld ? row : { ...row, show: unpublished(row.show) })),
    list(server, 'episodes', (row) => row),
    // Some apps get each book with the time at which it was saved.
    list(server, 'audiobooks', (book, isOld) =>
      isOld ? { added_at: '2026-03-01T09:00:00Z', audiobook: book } : book,
    ),
  ];
}

/** A show in the fields that apps get since February 2026. */
function unpublished(show: SavedContents['shows'][number]['show']) {
  if (show === null) return null;
  const { publisher: _, ...others } = show;
  return others;
}

function list<Name extends keyof SavedContents>(
  server: Server,
  name: Name,
  word: (row: SavedContents[Name][number], isOld: boolean) => unknown,
): HttpHandler {
  return http.get(`${SPOTIFY_API}/v1/me/${name}`, ({ request }) =>
    answerAuthorized(server, 'saved', request, ({ scopes }, url) => {
      if (!SCOPES[name].every((scope) => scopes.includes(scope)))
        return apiError(403, 'Insufficient client scope');
      const rows: readonly SavedContents[Name][number][] = server.library.saved()[name];
      const isOldAt = (place: number) =>
        server.dialect === 'tracks' || (server.dialect === 'mixed' && place % 2 === 1);
      return pageOf(rows, url, { word: (row, place) => word(row, isOldAt(place)) });
    }),
  );
}
