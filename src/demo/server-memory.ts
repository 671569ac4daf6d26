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
