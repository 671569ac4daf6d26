import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { makeServerMemory, type ServerMemory } from './server-memory.ts';

/** Longest wait for the removal of the database, in ms: a tab that sleeps may keep it open. */
const REMOVAL_LIMIT_MS = 5_000;

/** A server's memory that can be removed as a whole. */
export interface DemoMemory extends ServerMemory {
  forget(): Promise<void>;
}

/**
 * Opens the memory of the demo's server over a database of its own; where there is none, the memory
 * ends with the page.
 *
 * @param name of the database.
 * @param store uses it; rejects where this browser keeps nothing, also after a time without an end.
 */
export async function openDemoMemory(
  name: string,
  store: UseStore,
  clock: Clock,
): Promise<DemoMemory> {
  try {
    await set('opened', true, store);
  } catch {
    return { ...makeServerMemory(), forget: async () => {} };
  }
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    async forget() {
      const removal = promisifyRequest(indexedDB.deleteDatabase(name));
      await withTimeLimit(clock, REMOVAL_LIMIT_MS, [], (signal) =>
        Promise.race([removal, aborted(signal)]),
      );
    },
  };
}
