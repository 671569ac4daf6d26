import { get, set, type UseStore } from 'idb-keyval';
import type { LimitMemory, Limits } from '../spotify/limits.ts';
import { KEYS } from './keys.ts';
import { fits, isNumber, type Shape } from './shape.ts';

const LIMITS: Shape<Limits> = {
  until: isNumber,
  quotas: (value): value is Limits['quotas'] =>
    typeof value === 'object' && value !== null && Object.values(value).every(isNumber),
};

/** One channel for all of a page: a second one would hear what the first one says. */
const channels = new Map<string, BroadcastChannel>();

function channelOf(name: string): BroadcastChannel {
  const channel = channels.get(name) ?? new BroadcastChannel(`${name}:limits`);
  channels.set(name, channel);
  return channel;
}

/** Keeps Spotify's limits in the database and tells other tabs; without one, nowhere and nobody. */
export function openLimitMemory(database: UseStore | undefined, name: string): LimitMemory {
  if (!database) {
    return { read: async () => undefined, write: () => undefined, listen: () => undefined };
  }
  const channel = channelOf(name);
  return {
    async read() {
      const stored = await get<unknown>(KEYS.limits, database);
      return fits(stored, LIMITS) ? stored : undefined;
    },
    write(limits) {
      channel.postMessage(limits);
      set(KEYS.limits, limits, database).catch(() => undefined);
    },
    listen(listener) {
      channel.addEventListener('message', ({ data }) => {
        if (fits(data, LIMITS)) listener(data);
      });
    },
  };
}
