import type { Network } from './network.ts';

/** What stops a page: a synchronous request of `address`, during which nothing else runs in it. */
export interface PageFreeze {
  readonly address: string;
  /** Resolves once a page has stopped. */
  readonly frozen: Promise<void>;
  /** Lets it go on. */
  release(): void;
}

const ADDRESS = 'https://api.spotify.com/held';

/** Adds an address to the Web API that answers once the test lets it. */
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
