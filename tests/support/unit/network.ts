import { type HttpHandler, http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import { makeLatch } from './latch.ts';

/** Address of the token endpoint. */
export const TOKEN = SPOTIFY_ACCOUNTS.tokenEndpoint;
/** Address of the person's profile. */
export const PROFILE = `${SPOTIFY_API}/v1/me`;

/** The network of one test file, on which nobody answers but the handlers a test puts there. */
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

/** A place on the way where one request waits until it is let through. */
export interface Gate {
  readonly handler: HttpHandler;
  /** Resolves when the request has come. */
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
