import { getResponse, type HttpHandler } from 'msw';
import type { Clock } from '../clock.ts';

const LATENCY_MS = 90;

/** A function with the signature and the failures of `fetch`. */
export type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

/** Makes a `fetch` that asks the handlers instead of the network, and refuses all other addresses. */
export function makeInPageFetch(handlers: HttpHandler[], clock: Clock): Fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    await clock.sleep(LATENCY_MS, signal);
    const response = await untilAborted(getResponse(handlers, request), signal);
    if (response === undefined || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}

/** Handlers do not watch the signal, so this does. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
