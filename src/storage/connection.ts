/** A connection to a database that closes when the page is left. */
export interface Connection {
  /** Begins a transaction: synchronously where the database is open, otherwise once it is open. */
  transaction(mode: IDBTransactionMode): IDBTransaction | Promise<IDBTransaction>;
  storeOf(transaction: IDBTransaction): IDBObjectStore;
  /** Closes the connection, as after a failure; the next transaction opens it again. */
  close(): void;
  /** Sets the listener that runs when the page is left, before the connection closes. */
  beforeLeaving(listener: () => void): void;
  /** Whether the page was left and has not returned from the back/forward cache. */
  isAway(): boolean;
  /** Resolves once the page returns from the back/forward cache. */
  back(): Promise<void>;
}

/** Makes the connection to a database with one object store; it opens with the first transaction. */
export function makeConnection(name: string, store: string): Connection {
  let opening: Promise<IDBDatabase> | undefined;
  let database: IDBDatabase | undefined;
  let away: Promise<void> | undefined;
  let leave = () => {};

  function close(): void {
    database?.close();
    database = undefined;
    opening = undefined;
  }

  function open(): Promise<IDBDatabase> {
    if (opening) return opening;
    const current = openDatabase(name, store);
    opening = current;
    current.then(
      (opened) => {
        // In the meantime the page was left, or another connection was opened.
        if (opening !== current) return;
        database = opened;
        opened.onclose = close;
        // Closing does not block a deletion of the database; the next transaction opens a new, empty one.
        opened.onversionchange = close;
      },
      () => {
        if (opening === current) opening = undefined;
      },
    );
    return current;
  }

  async function begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    return (await open()).transaction(store, mode);
  }

  addEventListener('pagehide', () => {
    leave();
    close();
    away = new Promise((resolve) => {
      const comeBack = () => {
        away = undefined;
        // Opened early, so that a log-out begins its transaction synchronously.
        open().catch(() => undefined);
        resolve();
      };
      addEventListener('pageshow', comeBack, { once: true });
    });
  });

  return {
    transaction: (mode) => (database ? database.transaction(store, mode) : begin(mode)),
    storeOf: (transaction) => transaction.objectStore(store),
    close,
    beforeLeaving(listener) {
      leave = listener;
    },
    isAway: () => away !== undefined,
    back: () => away ?? Promise.resolve(),
  };
}

function openDatabase(name: string, store: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore(store);
    request.onsuccess = () => {
      const opened = request.result;
      if (opened.objectStoreNames.contains(store)) return resolve(opened);
      // A database without the object store, after an interrupted upgrade: a higher version creates it.
      opened.close();
      resolve(openDatabase(name, store, opened.version + 1));
    };
    request.onerror = () => reject(request.error);
  });
}
