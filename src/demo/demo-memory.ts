import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { makeServerMemory, type ServerMemory } from './server-memory.ts';

const STORE = 'records';

/** Longest wait for the database, in ms: browsers have been seen to never answer. */
const USE_LIMIT_MS = 5_000;

/** A server's memory that can be removed as a whole. */
export interface DemoMemory extends ServerMemory {
  forget(): Promise<void>;
}

/** Opens a database for the demo's server; where there is none, its memory ends with the page. */
export async function openDemoMemory(name: string, clock: Clock): Promise<DemoMemory> {
  const store = openStore(name);
  const inTime = (use: Promise<unknown>) =>
    withTimeLimit(clock, USE_LIMIT_MS, [], (signal) => Promise.race([use, aborted(signal)]));
  try {
    await inTime(set('opened', true, store));
  } catch {
    return { ...makeServerMemory(), forget: async () => {} };
  }
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    // A tab that sleeps may keep the database open and hold up its removal.
    forget: async () => void (await inTime(promisifyRequest(indexedDB.deleteDatabase(name)))),
  };
}

/** Unlike idb-keyval's own store, lets go of the database when another tab removes it. */
function openStore(name: string): UseStore {
  let opening: Promise<IDBDatabase> | undefined;
  const open = async (): Promise<IDBDatabase> => {
    const request = indexedDB.open(name);
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
