import type { Network } from './network.ts';

/** Answers that a server has given, or soon will have, and that do not reach the browser. */
export interface HeldAnswers {
  /** How many wait at the moment. */
  readonly waiting: number;
  /** Sends the one that has waited longest. */
  letOnePass(): void;
  /** Sends all, and holds none from now on. */
  letAllPass(): void;
  /** Never sends those that wait, and holds none from now on. */
  loseAll(): void;
}

/** Holds back the answers to requests whose URL matches; preflights pass. */
export function holdAnswers(network: Network, url: RegExp): HeldAnswers {
  const waiting: (() => void)[] = [];
  let isHolding = true;
  for (const [host, answer] of network.hosts) {
    network.hosts.set(host, async (request) => {
      const isHeld = isHolding && request.method !== 'OPTIONS' && url.test(request.url);
      const passed = isHeld && new Promise<void>((resolve) => waiting.push(resolve));
      const answered = await answer(request);
      await passed;
      return answered;
    });
  }
  return {
    get waiting() {
      return waiting.length;
    },
    letOnePass: () => waiting.shift()?.(),
    letAllPass() {
      isHolding = false;
      for (const pass of waiting.splice(0)) pass();
    },
    loseAll() {
      isHolding = false;
      waiting.length = 0;
    },
  };
}
