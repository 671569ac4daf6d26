import type { Network } from './network.ts';

/** Answers of a server that are held back before they reach the browser. */
export interface HeldAnswers {
  /** Number of answers held at the moment. */
  readonly waiting: number;
  /** Sends the answer held longest. */
  letOnePass(): void;
  /** Sends all held answers, and holds none from now on. */
  letAllPass(): void;
  /** Drops the held answers, and holds none from now on. */
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
