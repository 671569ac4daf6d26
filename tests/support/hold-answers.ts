import type { Network } from './network.ts';

/** Holds back the answers to requests whose URL matches, preflights aside, until the function it gives is called. */
export function holdAnswers(network: Network, url: RegExp): () => void {
  let letGo = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  for (const [host, answer] of network.hosts) {
    network.hosts.set(host, async (request) => {
      const answered = await answer(request);
      if (request.method !== 'OPTIONS' && url.test(request.url)) await released;
      return answered;
    });
  }
  return letGo;
}
