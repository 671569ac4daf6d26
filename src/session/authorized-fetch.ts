import { anySignal } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import { ofNetwork } from '../oauth/network-error.ts';
import type { Fetch } from '../oauth/types.ts';
import { ForeignOriginError } from './errors.ts';
import type { Refresher } from './refresh.ts';

/** Dependencies of a `fetch` that sends the access token. */
export interface AuthorizedFetchDependencies {
  /** The only origin that access tokens are sent to. */
  readonly apiOrigin: string;
  readonly fetch: Fetch;
  readonly refresher: Refresher;
  /** Returns the signal that aborts at the log-out. */
  readonly loggedOut: () => AbortSignal;
}

/**
 * Makes a `fetch` that sends a valid access token (RFC 6750, section 2.1); after a 401 response, refreshes
 * the token and repeats the request once.
 */
export function makeAuthorizedFetch(deps: AuthorizedFetchDependencies) {
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (new URL(url).origin !== deps.apiOrigin) throw new ForeignOriginError();
    const loggedOut = deps.loggedOut();
    const signal = init.signal ? anySignal([init.signal, loggedOut]) : loggedOut;

    function send(accessToken: string): Promise<Response> {
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${accessToken}`);
      const sent = {
        ...init,
        headers,
        signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'error',
        // The HTTP cache does not separate accounts, and a log-out cannot clear it.
        cache: 'no-store',
      } as const;
      return ofNetwork(deps.fetch(url, sent));
    }

    const first = await deps.refresher.freshRecord();
    const response = await send(first.accessToken);
    if (response.status !== 401) return response;
    const second = await deps.refresher.freshRecord(first.accessToken);
    const again = await send(second.accessToken);
    if (again.status === 401) throw new LoginError('login-rejected');
    return again;
  };
}
