import type { Mutation } from '../types.ts';
import { edit, mutation, proof } from '../write.ts';

const AUTHORIZED = 'src/session/authorized-fetch.ts';
const REFRESH = 'src/session/refresh.ts';
const FETCH = 'unit/session/session-fetch.test.ts';

/** Faults of sending the access token: rows 43, 44 and 66. */
export const REQUESTS: readonly Mutation[] = [
  mutation(
    'token-in-address',
    'puts the access token into the address too',
    [
      edit(
        AUTHORIZED,
        'deps.fetch(url, sent)',
        'deps.fetch(`${url}?access_token=${accessToken}`, sent)',
      ),
    ],
    [
      proof(
        FETCH,
        '[row 43] tokens travel in the Authorization header of the API alone, and verifier and code in one form',
        '43',
      ),
    ],
  ),
  mutation(
    'token-to-another-host',
    'sends the access token to any host',
    [
      edit(
        AUTHORIZED,
        'if (new URL(url).origin !== deps.apiOrigin) throw new ForeignOriginError();',
        '',
      ),
    ],
    [
      proof(
        FETCH,
        '[row 44, s23] no token and no request goes to %s',
        '44 s23',
        'https://accounts.spotify.com/api/token',
      ),
    ],
  ),
  mutation(
    'token-to-api-like-host',
    'sends the access token to any address that begins like the API',
    [
      edit(
        AUTHORIZED,
        'if (new URL(url).origin !== deps.apiOrigin)',
        'if (!url.startsWith(deps.apiOrigin))',
      ),
    ],
    [
      proof(
        FETCH,
        '[row 44, s23] no token and no request goes to %s',
        '44 s23',
        'https://api.spotify.com.evil.example/v1/me',
      ),
    ],
  ),
  mutation(
    'token-follows-redirect',
    'takes the access token along to wherever the API redirects',
    [edit(AUTHORIZED, "redirect: 'error',", "redirect: 'follow',")],
    [
      proof(
        FETCH,
        '[row 44] a redirect of the API to another host is not followed with the token',
        '44',
      ),
    ],
  ),
  mutation(
    'foreign-next-link',
    'believes a list that goes on at another host',
    [
      edit(
        'src/spotify/paging.ts',
        'if (next !== null && !leadsToWebApi(next)) return undefined;',
        '',
      ),
    ],
    [
      proof(
        'unit/spotify/spotify-failures.test.ts',
        '[row 44, s23] a list that goes on at %s is refused, and nothing is sent there',
        '44 s23',
      ),
    ],
  ),
  mutation(
    'retry-without-limit',
    'asks again and again with a token that is refused',
    [
      edit(
        AUTHORIZED,
        "if (again.status === 401) throw new LoginError('login-rejected');\n    return again;",
        'return again.status === 401 ? send((await deps.refresher.freshRecord(second.accessToken)).accessToken) : again;',
      ),
    ],
    [
      proof(
        FETCH,
        '[row 66, s10] after two refusals the person is asked to log in, and no third request is sent',
        '66 s10',
      ),
    ],
  ),
  mutation(
    'forbidden-is-refreshed',
    'refreshes after a 403 too',
    [
      edit(
        AUTHORIZED,
        'if (response.status !== 401) return response;',
        'if (response.status !== 401 && response.status !== 403) return response;',
      ),
    ],
    [
      proof(
        FETCH,
        '[row 66] %s is no reason for a refresh, nor for a second request',
        '66',
        'forbidden',
      ),
    ],
  ),
  mutation(
    'late-refusal-refreshes',
    'refreshes although the refused token is no longer the stored one',
    [
      edit(REFRESH, 'record.accessToken !== rejected &&', 'rejected === undefined &&'),
      edit(REFRESH, 'if (joined && joined.accessToken !== rejected) return joined;', ''),
    ],
    [
      proof(
        FETCH,
        '[row 66] a late refusal of a token that has been renewed since costs no second refresh',
        '66',
      ),
    ],
  ),
  mutation(
    'api-answers-cached',
    'lets the HTTP cache keep what the Web API answers',
    [edit(AUTHORIZED, "cache: 'no-store',", '')],
    [
      proof(
        'e2e/spotify/http-cache.spec.ts',
        '[row 70, s24] whatever may be cached, the next account meets its own lists, a refresh asks, and after a log-out no answer of the Web API lies on the disk',
        '70 s24',
      ),
    ],
  ),
];
