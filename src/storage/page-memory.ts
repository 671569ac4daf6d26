import type { SessionStores, Stores } from './stores.ts';

/** Data in the memory of the document, across each start of the app within it. */
export interface PageMemory {
  /** Whether storage has failed; the app does not try it again. */
  hasStorageFailed: boolean;
  /** Whether the app has displayed a page before. */
  hasShownPage: boolean;
  /** Whether the last authorization response belonged to no pending login; the next page says so once. */
  hasOldAnswer?: boolean;
  /** Whether the log-out of this document has stopped running jobs. */
  hasStoppedJobs?: boolean;
  /** The stores of a browser without storage; made at their first use. */
  stores?: Stores;
  /** The stores of the API workbench in such a browser; made at their first use. */
  sandboxStores?: SessionStores;
  /** Copies of records that this browser cannot store, by their keys. */
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
