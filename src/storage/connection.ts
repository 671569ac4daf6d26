/** A connection to a database that is closed while the page is left. */
export interface Connection {
  /** Begins a transaction: at once where the database is open, else once it is. */
  transaction(mode: IDBTransactionMode): IDBTransaction | Promise<IDBTransaction>;
  storeOf(transaction: IDBTransaction): IDBObjectStore;
  /** Closes it, as after a failure; the next transaction opens it. */
  close(): void;
  /** Calls back when the page is left, before the connection is closed. */
  beforeLeaving(listener: () => void): void;
  /** Whether the page was left, and has not come back. */
  isAway(): boolean;
  /** Resolves once the page comes back. */
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
        // Meanwhile the page was left, or another connection was opened.
        if (opening !== current) return;
        database = opened;
        opened.onclose = close;
        // Whoever deletes the database is let through; the next use opens a new, empty one.
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
        // So that a log-out need not wait for it.
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
      // A database without the store, as of an upgrade that was cut off: the next version has it.
      opened.close();
      resolve(openDatabase(name, store, opened.version + 1));
    };
    request.onerror = () => reject(request.error);
  });
}
