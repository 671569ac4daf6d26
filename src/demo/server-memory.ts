import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';

/** Where the simulated server keeps what it issued; holds structured-cloneable values. */
export interface ServerMemory {
  /** Resolves with `undefined` where nothing was stored under the key. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** A named part of a server's memory that holds records of one type. */
export interface Drawer<T> {
  find(key: string): Promise<T | undefined>;
  put(key: string, record: T): Promise<void>;
}

/** Makes a memory that lasts as long as the page or the test. */
export function makeServerMemory(): ServerMemory {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, value);
    },
  };
}

/** Opens the part of a memory whose keys begin with `name`; one name belongs to one type. */
export function openDrawer<T>(memory: ServerMemory, name: string): Drawer<T> {
  return {
    // Only `put` below writes under this name, so what is found is a T.
    find: async (key) => (await memory.get(`${name} ${key}`)) as T | undefined,
    put: (key, record) => memory.set(`${name} ${key}`, record),
  };
}

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
