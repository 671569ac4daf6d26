import { notImplemented } from './loopback-server.ts';
import type { Network } from './network.ts';

/** Requests that wait for their answers. */
export interface Held {
  /** How many wait at the moment. */
  readonly waiting: number;
  /** Answers the one that has waited longest. */
  letOnePass(): void;
  /** Answers all, and holds none from now on. */
  letAllPass(): void;
}

/** Holds back the answers of a host to requests whose URL matches; preflights pass. */
export function holdBack(network: Network, host: string, url: RegExp): Held {
  const answer = network.hosts.get(host) ?? notImplemented;
  const waiting: (() => void)[] = [];
  let isHolding = true;
  network.hosts.set(host, async (request) => {
    if (isHolding && request.method !== 'OPTIONS' && url.test(request.url)) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return answer(request);
  });
  return {
    get waiting() {
      return waiting.length;
    },
    letOnePass: () => waiting.shift()?.(),
    letAllPass() {
      isHolding = false;
      for (const pass of waiting.splice(0)) pass();
    },
  };
}
