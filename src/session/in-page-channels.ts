import type { Channel, SessionMessage } from './types.ts';

/**
 * Makes channels between sessions in one page; each call of what it gives is one more tab. As with
 * BroadcastChannel, a message reaches everyone but its sender, and a little later.
 */
export function makeInPageChannels(): () => Channel {
  const tabs: ((message: SessionMessage) => void)[][] = [];
  return () => {
    const own: ((message: SessionMessage) => void)[] = [];
    tabs.push(own);
    return {
      post(message) {
        const others = tabs.filter((tab) => tab !== own).flat();
        for (const listener of others) setTimeout(() => listener(message));
      },
      listen: (listener) => own.push(listener),
    };
  };
}
