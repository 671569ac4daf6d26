import type { Accessor } from 'solid-js';
import type { Clock } from '../clock.ts';
import type { Page, Pages } from '../spotify/paging.ts';
import type { Shelf } from '../storage/list-cache.ts';

/** How far a list has come; a load that a person has stopped is `stopped`. */
export type Phase = 'loading' | 'complete' | 'failed' | 'stopped';

/** A list that fills page by page, goes on where it stopped, and is there at once next time. */
export interface Collection<Row> {
  /** What has come so far, in Spotify's order, each row once; or the last complete list, while a new one loads. */
  readonly rows: Accessor<readonly Row[]>;
  /** How many rows of the present load have come. */
  readonly loaded: Accessor<number>;
  /** How many rows are expected in all; falls as unusable entries turn up. */
  readonly expected: Accessor<number | undefined>;
  readonly phase: Accessor<Phase>;
  readonly error: Accessor<unknown>;
  /** When the list that is shown was complete, in ms since the epoch; `undefined` while it is not. */
  readonly savedAt: Accessor<number | undefined>;
  /** Shows what is kept, and loads what is missing or old. */
  readonly open: () => Promise<void>;
  /** Shows what is kept once it is known whose it is; a load under way goes on. */
  readonly openKept: () => Promise<void>;
  /** Goes on where the load stopped; keeps what has come. */
  readonly load: () => Promise<void>;
  /** Loads all anew; what is shown stays until then. */
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

/** What tells whether a list has changed since it was kept, and what came along with the answer. */
export interface Check<Row> {
  readonly mark: string | null;
  readonly pages?: readonly Page<Row>[];
}

/** What a collection is made of. */
export interface CollectionOptions<Row> {
  readonly clock: Clock;
  readonly pages: Pages<Row>;
  /** Two rows with one key are one. */
  readonly keyOf: (row: Row) => string | number;
  readonly shelf: Shelf<Row>;
  /** Asked before pages are, where there is a cheaper way than asking for all. */
  readonly check?: (signal: AbortSignal) => Promise<Check<Row>>;
}
