import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';

/** Storage of the simulated server; holds structured-cloneable values. */
export interface ServerMemory {
  /** Resolves with `undefined` where nothing was stored under the key. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

/** A named part of a server's storage with records of one type. */
export interface Drawer<T> {
  find(key: string): Promise<T | undefined>;
  put(key: string, record: T): Promise<void>;
}

/** Makes a storage in memory. */
export function makeServerMemory(): ServerMemory {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, value);
    },
  };
}

/** Opens the part of a storage whose keys begin with `name`; each name has one type. */
export function openDrawer<T>(memory: ServerMemory, name: string): Drawer<T> {
  return {
    // Only `put` below writes under this name, so the value is a T.
    find: async (key) => (await memory.get(`${name} ${key}`)) as T | undefined,
    put: (key, record) => memory.set(`${name} ${key}`, record),
  };
}

/** Timeout of the removal of the database, in ms: a suspended tab may hold it open. */
const REMOVAL_LIMIT_MS = 5_000;

/** A server's storage that can be removed as a whole. */
export interface DemoMemory extends ServerMemory {
  forget(): Promise<void>;
}

/**
 * Opens the storage of the demo's server over a database of its own; without one the records are in
 * memory, as long as the page lives.
 *
 * @param name of the database.
 * @param store opens its transactions; rejects where this browser stores nothing, also after a timeout.
 */
export async function openDemoMemory(
  name: string,
  store: UseStore,
  clock: Clock,
): Promise<DemoMemory> {
  const opens = () =>
    set('opened', true, store).then(
      () => true,
      () => false,
    );
  // A busy computer may exceed the time limit once; a code issued in memory would end with its page.
  const isOpen = (await opens()) || (await opens());
  if (!isOpen) return { ...makeServerMemory(), forget: async () => {} };
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
