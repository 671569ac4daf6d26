import type { Channel, SessionMessage } from '../session/types.ts';

const MESSAGES: readonly SessionMessage[] = ['changed', 'ended', 'logged-out'];

/** Opens the channel to the other tabs; whatever else arrives on it is ignored. */
export function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => {
        const message = MESSAGES.find((known) => known === data);
        if (message) listener(message);
      });
    },
  };
}
