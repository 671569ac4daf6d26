import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { makeServerMemory, type ServerMemory } from './server-memory.ts';

const DATABASE = 'liner-notes-demo-server';
const STORE = 'records';

/** Longest wait for the database, in ms: browsers have been seen to never answer. */
const OPENING_LIMIT_MS = 5_000;

/** A server's memory that can be removed as a whole. */
export interface DemoMemory extends ServerMemory {
  forget(): Promise<void>;
}

/** Opens the demo server's own database; where there is none, the memory ends with the page. */
export async function openDemoMemory(clock: Clock): Promise<DemoMemory> {
  const store = openStore();
  try {
    await withTimeLimit(clock, OPENING_LIMIT_MS, [], (signal) =>
      Promise.race([set('opened', true, store), aborted(signal)]),
    );
  } catch {
    return { ...makeServerMemory(), forget: async () => {} };
  }
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    forget: () => promisifyRequest(indexedDB.deleteDatabase(DATABASE)).then(() => undefined),
  };
}

/** Unlike idb-keyval's own store, lets go of the database when another tab removes it. */
function openStore(): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(DATABASE);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const database = await promisifyRequest(request);
    database.onclose = () => {
      opening = undefined;
    };
    database.onversionchange = () => {
      database.close();
      opening = undefined;
    };
    return database;
  };
  return async (mode, use) => {
    opening ??= open();
    const database = await opening;
    return use(database.transaction(STORE, mode).objectStore(STORE));
  };
}
