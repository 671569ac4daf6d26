import { createStore, type UseStore } from 'idb-keyval';
import { StorageError } from '../session/errors.ts';

/** Opens the database of the given name when it is first used; every failure is a StorageError. */
export function openDatabase(name: string): UseStore {
  let store: UseStore | undefined;

  return async (mode, work) => {
    try {
      store ??= createStore(name, 'liner-notes');
      return await store(mode, (objects) => {
        const { db } = objects.transaction;
        // Whoever deletes the database is let through; the next use opens a new, empty one.
        db.onversionchange = () => {
          db.close();
          store = undefined;
        };
        return work(objects);
      });
    } catch (error) {
      store = undefined;
      throw asStorageError(error);
    }
  };
}

function asStorageError(error: unknown): unknown {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new StorageError(isFull ? 'full' : 'blocked', { cause: error });
}
