import { getResponse, type HttpHandler } from 'msw';
import { aborted, type Clock } from '../clock.ts';

const LATENCY_MS = 90;

/** A function with the signature and the errors of `fetch`. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/** Makes a `fetch` answered by the handlers instead of the network; it rejects every other address. */
export function makeInPageFetch(handlers: HttpHandler[], clock: Clock): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    await clock.sleep(LATENCY_MS, signal);
    // Handlers ignore the signal.
    const response = await Promise.race([getResponse(handlers, request), aborted(signal)]);
    if (response === undefined || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}
