import type { Network } from './network.ts';

/** Freezes a page by a synchronous request of `address`, during which no other task runs in it. */
export interface PageFreeze {
  readonly address: string;
  /** Resolves once a page is frozen. */
  readonly frozen: Promise<void>;
  /** Ends the freeze. */
  release(): void;
}

const ADDRESS = 'https://api.spotify.com/held';

/** Adds an address to the Web API whose answer waits for `release`. */
export function makePageFreeze(network: Network): PageFreeze {
  let reach = () => {};
  let release = () => {};
  const frozen = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const api = network.hosts.get('api.spotify.com');
  network.hosts.set('api.spotify.com', async (asked) => {
    if (asked.url !== ADDRESS && api) return api(asked);
    reach();
    await released;
    return new Response('', { headers: { 'access-control-allow-origin': '*' } });
  });
  return { address: ADDRESS, frozen, release: () => release() };
}
