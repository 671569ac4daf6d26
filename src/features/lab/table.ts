import { createRoot } from 'solid-js';
import type { Playlist } from '../../library/types.ts';
import { createCollection } from '../../lists/collection.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import type { Pages } from '../../spotify/paging.ts';
import { playlistPages } from '../../spotify/playlists.ts';
import type { Journal } from './journal.ts';

/** What the table of an experiment needs. */
export interface TableOptions {
  readonly connection: PacedConnection;
  readonly journal: Journal;
  /** Hears why a load has stopped. */
  readonly fail: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** The table of playlists of one experiment, and the buttons above it. */
export interface Table {
  /** Opens the table of playlists and waits until it is full, or has stopped. */
  loadTable(onFirstRows?: () => void): Promise<void>;
  /** Presses "Resume", which forgets known limits, and waits in the same way. */
  resumeTable(): Promise<void>;
  /** Goes on without a click, as when the network comes back, and waits in the same way. */
  goOnByItself(): Promise<void>;
  /** Presses "Refresh" and waits in the same way. */
  refreshTable(): Promise<void>;
  readonly rows: () => readonly Playlist[];
  /** Leaves the page, which ends its requests. */
  readonly leave: () => void;
}

/** Makes the table, filled as the app fills it; nothing of it is kept for a next visit. */
export function openTable({ connection, journal, fail, signal }: TableOptions): Table {
  let hearFirstRows: () => void = () => undefined;
  const source = playlistPages(connection);
  const pages: Pages<Playlist> = async function* (known, either) {
    for await (const page of source(known, either)) {
      if (page.offset === 0) hearFirstRows();
      yield page;
    }
  };
  const { collection, leave } = createRoot((dispose) => ({
    leave: dispose,
    collection: createCollection({
      clock: connection.clock,
      pages,
      keyOf: ({ id }) => id,
      cache: {
        peek: () => undefined,
        read: async () => ({}),
        write: () => undefined,
        writePartial: () => undefined,
      },
    }),
  }));

  async function watch(load: () => Promise<void>): Promise<void> {
    await load();
    signal.throwIfAborted();
    if (collection.phase() === 'failed') fail(collection.error());
    journal.note('App', `shows ${collection.rows().length} playlists`);
  }

  return {
    rows: collection.rows,
    leave,
    loadTable(onFirstRows = () => undefined) {
      hearFirstRows = onFirstRows;
      return watch(collection.open);
    },
    resumeTable() {
      journal.note('Person', 'presses “Resume”');
      connection.pace.lift();
      return watch(collection.load);
    },
    goOnByItself() {
      journal.note('App', 'wants to go on by itself');
      return watch(collection.load);
    },
    refreshTable() {
      journal.note('Person', 'presses “Refresh”');
      return watch(collection.refresh);
    },
  };
}
