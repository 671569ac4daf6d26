import type { UseStore } from 'idb-keyval';
import { onTestFinished, vi } from 'vitest';

/** An object store in memory, in which a test reads and writes records as another page would. */
export interface RecordStore {
  readonly records: Map<string, unknown>;
  readonly database: UseStore;
}

/** A range of keys, as far as this app uses them. */
class Range {
  readonly lower: string;
  readonly upper: string;

  constructor(lower: string, upper: string) {
    this.lower = lower;
    this.upper = upper;
  }

  has(key: string): boolean {
    return this.lower <= key && key < this.upper;
  }
}

/** Makes an empty object store with the part of IndexedDB that lists and exports use. */
export function makeRecordStore(): RecordStore {
  const records = new Map<string, unknown>();
  vi.stubGlobal('IDBKeyRange', { bound: (from: string, to: string) => new Range(from, to) });
  onTestFinished(() => void vi.unstubAllGlobals());

  const keysIn = (at: unknown): string[] =>
    [...records.keys()].filter((key) => (at instanceof Range ? at.has(key) : key === at)).sort();
  const store = {
    get: (key: string) => answered(records.get(key)),
    getAll: (at: Range) => answered(keysIn(at).map((key) => records.get(key))),
    put: (value: unknown, key: string) => answered(records.set(key, structuredClone(value))),
    delete(at: unknown) {
      for (const key of keysIn(at)) records.delete(key);
    },
    openCursor(at: Range) {
      const keys = keysIn(at);
      const request: { result: unknown; onsuccess?: () => void } = { result: null };
      function advance(): void {
        const key = keys.shift();
        request.result = key === undefined ? null : cursorAt(key);
        queueMicrotask(() => request.onsuccess?.());
      }
      const cursorAt = (key: string) => ({
        key,
        value: records.get(key),
        delete: () => records.delete(key),
        update: (value: unknown) => records.set(key, structuredClone(value)),
        continue: advance,
      });
      advance();
      return request;
    },
    get transaction() {
      return answered(undefined);
    },
  };
  return {
    records,
    // Only the members above are used.
    database: async (_, work) => work(store as unknown as IDBObjectStore),
  };
}

/** A request, or a transaction, that succeeds in the next task. */
function answered(result: unknown) {
  const request: { result: unknown; onsuccess?: () => void } = { result };
  queueMicrotask(() => request.onsuccess?.());
  return request;
}
