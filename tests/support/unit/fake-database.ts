import { onTestFinished, vi } from 'vitest';

/** Where a use of the database fails. */
export type FailingStep = 'open' | 'transaction' | 'request' | 'abort';

/** A stand-in for IndexedDB, as far as this app uses it; connections fail when a test says so. */
export interface FakeIndexedDb {
  /** The stores of each database by name, and its version. */
  readonly databases: Map<
    string,
    { version: number; readonly stores: Map<string, Map<string, unknown>> }
  >;
  /** Number of connections that were opened. */
  opened: number;
  /** Makes the next uses fail, each at a step; `null` is the error of a transaction that has none. */
  fail(step: FailingStep, error: DOMException | null, times?: number): void;
}

/** A range of keys, as far as this app uses them. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** Puts the stand-in in the place of IndexedDB for one test. */
export function fakeIndexedDb(): FakeIndexedDb {
  const failures: { readonly step: FailingStep; readonly error: DOMException | null }[] = [];
  const fake: FakeIndexedDb = {
    databases: new Map(),
    opened: 0,
    fail(step, error, times = 1) {
      for (let time = 0; time < times; time += 1) failures.push({ step, error });
    },
  };
  /** Takes the failure that is due at this step. */
  function due(step: FailingStep) {
    return failures[0]?.step === step ? failures.shift() : undefined;
  }

  class FakeTransaction extends EventTarget {
    oncomplete: (() => void) | undefined;
    onabort: (() => void) | undefined;
    error: DOMException | null = null;
    readonly #stores: Map<string, Map<string, unknown>>;
    /** The rows of one store as this transaction sees them; written back when it completes. */
    #rows = new Map<string, unknown>();
    #name = '';
    #isOver = false;
    #pending = 0;

    constructor(stores: Map<string, Map<string, unknown>>) {
      super();
      this.#stores = stores;
      this.#endIfIdle();
    }

    objectStore(name: string) {
      this.#name = name;
      this.#rows = new Map(this.#stores.get(name));
      return {
        transaction: this,
        get: (key: string) => this.#request(() => this.#rows.get(key)),
        put: (value: unknown, key: string) => this.#request(() => this.#rows.set(key, value)),
        delete: (at: string | Range) =>
          this.#request(() => {
            for (const key of this.#keysIn(at)) this.#rows.delete(key);
          }),
        getAll: (at: Range) =>
          this.#request(() => this.#keysIn(at).map((key) => this.#rows.get(key))),
        getAllKeys: (at: Range) => this.#request(() => this.#keysIn(at)),
      };
    }

    #keysIn(at: string | Range): string[] {
      const isIn = (key: string) =>
        typeof at === 'string' ? key === at : at.from <= key && key < at.to;
      return [...this.#rows.keys()].filter(isIn).sort();
    }

    commit() {
      this.#endIfIdle();
    }

    abort(error: DOMException | null = null) {
      this.#isOver = true;
      this.error = error;
      this.onabort?.();
      this.dispatchEvent(new Event('abort'));
    }

    #request(work: () => unknown) {
      const request: {
        result?: unknown;
        error?: unknown;
        onsuccess?: () => void;
        onerror?: () => void;
      } = {};
      this.#pending += 1;
      setTimeout(() => {
        if (this.#isOver) return;
        this.#pending -= 1;
        const failed = due('request');
        if (failed) {
          request.error = failed.error;
          request.onerror?.();
          this.abort(failed.error);
          return;
        }
        request.result = work();
        request.onsuccess?.();
        this.#endIfIdle();
      });
      return request;
    }

    #endIfIdle() {
      setTimeout(() => {
        if (this.#isOver || this.#pending > 0) return;
        const failed = due('abort');
        if (failed) return this.abort(failed.error);
        this.#isOver = true;
        if (this.#name !== '') this.#stores.set(this.#name, this.#rows);
        this.oncomplete?.();
        this.dispatchEvent(new Event('complete'));
      });
    }
  }

  function open(name: string, version?: number) {
    const known = fake.databases.get(name);
    const database = known ?? { version: 0, stores: new Map<string, Map<string, unknown>>() };
    const connection = {
      get version() {
        return database.version;
      },
      objectStoreNames: { contains: (store: string) => database.stores.has(store) },
      createObjectStore: (store: string) => database.stores.set(store, new Map()),
      close: () => undefined,
      transaction(store: string) {
        if (!database.stores.has(store)) throw new DOMException('no such store', 'NotFoundError');
        const failed = due('transaction');
        if (failed?.error) throw failed.error;
        return new FakeTransaction(database.stores);
      },
    };
    const request: {
      readonly result: typeof connection;
      error?: unknown;
      onsuccess?: () => void;
      onupgradeneeded?: () => void;
      onerror?: () => void;
    } = { result: connection };
    setTimeout(() => {
      const failed = due('open');
      if (failed) {
        request.error = failed.error;
        request.onerror?.();
        return;
      }
      fake.opened += 1;
      fake.databases.set(name, database);
      const next = version ?? Math.max(1, database.version);
      if (next > database.version) {
        database.version = next;
        request.onupgradeneeded?.();
      }
      request.onsuccess?.();
    });
    return request;
  }

  vi.stubGlobal('indexedDB', { open });
  vi.stubGlobal('IDBTransaction', FakeTransaction);
  vi.stubGlobal('IDBKeyRange', { bound: (from: string, to: string): Range => ({ from, to }) });
  vi.stubGlobal('addEventListener', () => undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  return fake;
}
