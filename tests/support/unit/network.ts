import { type HttpHandler, http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import { makeLatch } from './latch.ts';

/** Address of the token endpoint. */
export const TOKEN = SPOTIFY_ACCOUNTS.tokenEndpoint;
/** Address of the person's profile. */
export const PROFILE = `${SPOTIFY_API}/v1/me`;

/** The network of one test file, with no handlers but those of each test. */
export function useNetwork(): SetupServer {
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => {
    network.resetHandlers();
    network.events.removeAllListeners();
  });
  afterAll(() => network.close());
  return network;
}

/** A point before a handler at which one request waits until it is released. */
export interface Gate {
  readonly handler: HttpHandler;
  /** Resolves when the request has arrived. */
  readonly reached: Promise<void>;
  open(): void;
}

/** Makes a gate before an address: the first request waits, then goes on to the handlers behind it. */
export function makeGate(method: 'get' | 'post', url: string): Gate {
  const here = makeLatch();
  const way = makeLatch();
  const hold = async () => {
    here.open();
    await way.opened;
  };
  const handler = http[method](url, hold, { once: true });
  return { handler, reached: here.opened, open: way.open };
}
