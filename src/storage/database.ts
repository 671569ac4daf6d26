import { createStore, type UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { StorageError } from '../session/errors.ts';

/** Longest use of the database, in ms: browsers have been seen to never answer. */
const USE_LIMIT_MS = 5_000;

/** Opens the database of the given name when it is first used; every failure is a StorageError. */
export function openDatabase(name: string, clock: Clock): UseStore {
  let store: UseStore | undefined;

  return async (mode, work) => {
    try {
      store ??= createStore(name, 'liner-notes');
      const use = store(mode, (objects) => {
        const { db } = objects.transaction;
        // Whoever deletes the database is let through; the next use opens a new, empty one.
        db.onversionchange = () => {
          db.close();
          store = undefined;
        };
        return work(objects);
      });
      return await withTimeLimit(clock, USE_LIMIT_MS, [], (signal) =>
        Promise.race([use, aborted(signal)]),
      );
    } catch (error) {
      store = undefined;
      throw asStorageError(error);
    }
  };
}

/** Gives a failure of the browser's storage as ours. */
export function asStorageError(error: unknown): StorageError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new StorageError(isFull ? 'full' : 'blocked', { cause: error });
}
