import { get, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { makeServerMemory, type ServerMemory } from './server-memory.ts';

const DATABASE = 'liner-notes-demo-server';
const STORE = 'records';

/** A server's memory that can be removed as a whole. */
export interface DemoMemory extends ServerMemory {
  forget(): Promise<void>;
}

/** Opens the demo server's own database; where there is none, the memory ends with the page. */
export async function openDemoMemory(): Promise<DemoMemory> {
  const store = openStore();
  try {
    await set('opened', true, store);
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
