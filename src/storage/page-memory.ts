import type { Stores } from './stores.ts';

/** Data that lives as long as the document, over each start of the app within it. */
export interface PageMemory {
  /** Whether storage has failed; it is not tried again. */
  hasStorageFailed: boolean;
  /** Whether a page was shown before. */
  hasShownPage: boolean;
  /** The stores of a browser that stores nothing; made at their first use. */
  stores?: Stores;
  /** Copies of records that this browser may not store, by their keys. */
  readonly records: Map<string, unknown>;
  /** Called after each change of such a record, stored or not. */
  readonly listeners: Set<() => void>;
}

/** Makes an empty memory. */
export function makePageMemory(): PageMemory {
  return {
    hasStorageFailed: false,
    hasShownPage: false,
    records: new Map(),
    listeners: new Set(),
  };
}
