import type { Page } from '../spotify/paging.ts';

/** Whose data are kept: no other account, Spotify app or login gets to see them. */
export interface Owner {
  readonly loginId: string;
  readonly clientId: string;
  readonly accountId: string;
}

/** A complete list as it was at one time. */
export interface Snapshot<Row> {
  readonly rows: readonly Row[];
  /** When it was complete, in ms since the epoch. */
  readonly savedAt: number;
  /** Tells whether the list is still the same, such as a `snapshot_id`; `null` where nothing does. */
  readonly mark: string | null;
}

/** The pages that had come when a load stopped. */
export interface Part<Row> {
  readonly pages: readonly Page<Row>[];
  readonly mark: string | null;
}

/** What is kept of one list. */
export interface Kept<Row> {
  readonly snapshot?: Snapshot<Row>;
  readonly part?: Part<Row>;
}

/** The place where one list is kept. */
export interface Shelf<Row> {
  /** What this page still has in its memory. */
  peek(): Kept<Row> | undefined;
  read(): Promise<Kept<Row>>;
  keep(snapshot: Snapshot<Row>): void;
  keepPart(part: Part<Row>): void;
}
