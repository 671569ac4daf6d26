import { apiError } from '../../src/demo/faults.ts';
import type { LibraryLists } from '../../src/demo/music/data.ts';
import { pageOf } from '../../src/demo/web-api/page.ts';
import type { Answer } from './loopback-server.ts';

/** Answers `/v1/me`, `/v1/me/tracks` without a song, and `/v1/me/playlists` with those of a library, for access tokens that are valid. */
export function playlistsApi(
  { user, playlists }: LibraryLists,
  isValid: (accessToken: string) => Promise<boolean>,
): Answer {
  return async (request) => {
    const url = new URL(request.url);
    const accessToken = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    if (accessToken === undefined || !(await isValid(accessToken))) {
      return apiError(401, 'Missing/invalid/expired access token');
    }
    switch (url.pathname) {
      case '/v1/me':
        return Response.json({
          account_id: user.accountId,
          id: user.id,
          display_name: user.displayName,
          type: 'user',
        });
      case '/v1/me/playlists':
        return pageOf(playlists, url);
      case '/v1/me/tracks':
        return pageOf([], url);
      default:
        return apiError(404, 'Resource not found');
    }
  };
}
