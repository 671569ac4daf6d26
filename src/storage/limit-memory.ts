import { get, set, type UseStore } from 'idb-keyval';
import type { LimitMemory, Limits } from '../spotify/limits.ts';
import { KEYS } from './keys.ts';
import { fits, isNumber, type Shape } from './shape.ts';

const LIMITS: Shape<Limits> = {
  until: isNumber,
  quotas: (value): value is Limits['quotas'] =>
    typeof value === 'object' && value !== null && Object.values(value).every(isNumber),
};

/**
 * Stores Spotify's limits in the database and posts them to other tabs; without a database, does neither.
 * Opened once per page, because a second channel would receive the messages of the first.
 */
export function openLimitMemory(database: UseStore | undefined, name: string): LimitMemory {
  if (!database) {
    return { read: async () => undefined, write: () => undefined, listen: () => undefined };
  }
  const channel = new BroadcastChannel(`${name}:limits`);
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
