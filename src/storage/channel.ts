import type { Channel, SessionMessage } from '../session/types.ts';
import { fits, isString, type Shape } from './shape.ts';

const LOGGED_OUT: Shape<Exclude<SessionMessage, string>> = { loggedOut: isString };

/** Opens the channel to the other tabs; whatever else arrives on it is ignored. */
export function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      channel.addEventListener('message', ({ data }) => {
        const message = parseMessage(data);
        if (message) listener(message);
      });
    },
  };
}

function parseMessage(data: unknown): SessionMessage | undefined {
  if (data === 'changed' || data === 'ended') return data;
  return fits(data, LOGGED_OUT) ? data : undefined;
}
