import type { UseStore } from 'idb-keyval';
import { aborted, type Clock, withTimeLimit } from '../clock.ts';
import { LoginError } from '../oauth/errors.ts';
import { type Connection, makeConnection } from './connection.ts';
import { OBJECT_STORE } from './keys.ts';

/**
 * Longest use of the database, in ms: browsers have been seen to never answer. Shorter than the 5 s
 * after which index.html says that the page has not started.
 */
const USE_LIMIT_MS = 4_000;

/** Makes requests of a store and gives what comes of them. */
type Work<T> = (store: IDBObjectStore) => T | PromiseLike<T>;

/**
 * One database in three ways, which differ in what becomes of a write while the page is left: WebKit
 * freezes an open transaction with its page, and every other page then waits for it
 * (https://github.com/jakearchibald/idb-keyval/issues/180). A read goes on when the page comes back.
 */
export interface Database {
  /**
   * For what may not be lost: a write is committed at once. So it has to make all its requests before
   * it first waits; a committed transaction takes no more.
   */
  readonly records: UseStore;
  /** For what can be fetched or done again: a write is aborted. */
  readonly caches: UseStore;
  /** For a write that depends on what it reads: it is aborted, and `instead` committed in its place. */
  compareAndWrite<T>(work: Work<T>, instead: (store: IDBObjectStore) => void): Promise<T>;
}

/** Signals that a use ended because the page was left; nothing was written. */
class PageLeftError extends Error {
  override readonly name = 'PageLeftError';
}

/**
 * Opens the database of the given name, with one object store, when it is first used.
 *
 * @throws LoginError `storage-…` from each use that fails, also after 4 s without an end.
 */
export function openDatabase(name: string, clock: Clock, store: string = OBJECT_STORE): Database {
  const connection = makeConnection(name, store);
  /** What ends each transaction that is open, should the page be left. */
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
          // It is committing: nobody has to wait for this page.
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
      // Aborted already; the requests tell why.
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
 * Begins a transaction, in the caller's own task where there is a connection, and gives it 4 s to end. Where a
 * connection fails that the browser has closed, as Safari does, all is done once more with a new one.
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
 * Whether a failure may be the connection's, so that a new one helps. A transaction that ended with it has written
 * nothing.
 */
function isOfConnection(error: unknown): boolean {
  // A transaction that the browser aborts has no error in some browsers.
  if (error === null) return true;
  return (
    error instanceof DOMException &&
    ['InvalidStateError', 'UnknownError', 'AbortError'].includes(error.name)
  );
}

/** Gives a failure of the browser's storage as ours. */
export function asStorageError(error: unknown): LoginError {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new LoginError(isFull ? 'storage-full' : 'storage-blocked', undefined, { cause: error });
}
