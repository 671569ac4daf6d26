import type { UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import { type Connection, makeConnection } from './connection.ts';
import { OBJECT_STORE } from './keys.ts';

/**
 * Time limit of a use of the database, in ms: some browsers never report the end of a request. Shorter than
 * the 5 s after which index.html reports that the page has not started.
 */
const USE_LIMIT_MS = 4_000;

/** Makes requests to an object store and returns their result. */
type Work<T> = (store: IDBObjectStore) => T | PromiseLike<T>;

/**
 * One database with three kinds of transactions, which treat a write differently when the page is left:
 * WebKit freezes an open transaction together with its page, and all other pages wait for that transaction
 * (https://github.com/jakearchibald/idb-keyval/issues/180). A read is repeated when the page returns.
 */
export interface Database {
  /**
   * For data that must not be lost: a write is committed explicitly. It must make all its requests before its
   * first `await`; a committed transaction accepts no more requests.
   */
  readonly records: UseStore;
  /** For data that can be fetched or written again: leaving the page aborts a write. */
  readonly caches: UseStore;
  /**
   * For a write that depends on a read: leaving the page aborts the write and commits `instead` in its place.
   */
  compareAndWrite<T>(work: Work<T>, instead: (store: IDBObjectStore) => void): Promise<T>;
}

/** Signals that the page was left during a transaction, which has been aborted. */
class PageLeftError extends Error {
  override readonly name = 'PageLeftError';
}

/**
 * Opens the database of this name, with one object store, at its first use.
 *
 * @throws LoginError `storage-…` from each use that fails or exceeds 4 s.
 */
export function openDatabase(name: string, clock: Clock, store: string = OBJECT_STORE): Database {
  const connection = makeConnection(name, store);
  /** The open transactions, each with the callback that ends it when the page is left. */
  const open = new Map<IDBTransaction, () => void>();
  connection.beforeLeaving(() => {
    for (const leave of open.values()) leave();
  });

  function run<T>(begun: IDBTransaction, work: Work<T>, leave: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      open.set(begun, () => {
        try {
          begun.abort();
        } catch {
          // The transaction is committing, so no other page waits for this page.
          return;
        }
        leave();
        reject(new PageLeftError());
      });
      const forget = () => open.delete(begun);
      begun.addEventListener('complete', forget);
      begun.addEventListener('abort', forget);
      Promise.resolve(work(connection.storeOf(begun))).then(resolve, reject);
    });
  }

  function runCommitted<T>(begun: IDBTransaction, work: Work<T>): Promise<T> {
    const end = Promise.resolve(work(connection.storeOf(begun)));
    try {
      begun.commit();
    } catch {
      // The transaction is already aborted; its requests report the error.
    }
    return end;
  }

  async function use<T>(
    mode: IDBTransactionMode,
    runIn: (begun: IDBTransaction) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      if (connection.isAway()) await connection.back();
      try {
        return await limited(clock, connection, mode, runIn);
      } catch (error) {
        if (error instanceof PageLeftError && mode === 'readonly') continue;
        connection.close();
        throw asStorageError(error);
      }
    }
  }

  const caches: UseStore = (mode, work) => use(mode, (begun) => run(begun, work, () => undefined));
  return {
    caches,
    records: (mode, work) =>
      mode === 'readonly' ? caches(mode, work) : use(mode, (begun) => runCommitted(begun, work)),
    compareAndWrite: (work, instead) =>
      use('readwrite', (begun) =>
        run(begun, work, () => {
          const blind = begun.db.transaction(begun.objectStoreNames, 'readwrite');
          instead(connection.storeOf(blind));
          blind.commit();
        }),
      ),
  };
}

/**
 * Begins a transaction, synchronously where there is a connection, with a time limit of 4 s. After a failure
 * of a connection that the browser has closed, as Safari does, repeats the work once over a new connection.
 */
function limited<T>(
  clock: Clock,
  connection: Connection,
  mode: IDBTransactionMode,
  runIn: (begun: IDBTransaction) => Promise<T>,
): Promise<T> {
  async function attempt(): Promise<T> {
    const begun = connection.transaction(mode);
    return runIn(begun instanceof IDBTransaction ? begun : await begun);
  }
  return withTimeLimit(clock, USE_LIMIT_MS, [], (signal) => {
    const end = attempt().catch((error: unknown) => {
      if (signal.aborted || connection.isAway() || !isOfConnection(error)) throw error;
      connection.close();
      return attempt();
    });
    return Promise.race([end, aborted(signal)]);
  });
}

/**
 * Tells whether the connection may be the cause of a failure, so that a new connection may succeed. A
 * transaction that ended with its connection has written nothing.
 */
function isOfConnection(error: unknown): boolean {
  // In some browsers a transaction that the browser aborted has no error.
  if (error === null) return true;
  return (
    error instanceof DOMException &&
    ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name)
  );
}

/** Maps a failure of the browser's storage to a login error. */
export function asStorageError(error: unknown): LoginError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new LoginError(isFull ? 'storage-full' : 'storage-blocked', undefined, { cause: error });
}
