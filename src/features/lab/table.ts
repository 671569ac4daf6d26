import { createRoot } from 'solid-js';
import type { Playlist } from '../../library/types.ts';
import { createCollection } from '../../lists/collection.ts';
import type { PacedConnection } from '../../spotify/http.ts';
import type { Pages } from '../../spotify/paging.ts';
import { playlistPages } from '../../spotify/playlists.ts';
import type { Journal } from './journal.ts';

/** Dependencies of the table of an experiment. */
export interface TableOptions {
  readonly connection: PacedConnection;
  readonly journal: Journal;
  /** Called with the error that stopped a load. */
  readonly fail: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** The table of playlists of one experiment, and the buttons above it. */
export interface Table {
  /** Opens the table of playlists and waits until it is complete or has stopped. */
  loadTable(onFirstRows?: () => void): Promise<void>;
  /** Presses "Resume", which clears known limits, and waits until the table is complete or has stopped. */
  resumeTable(): Promise<void>;
  /** Resumes without a click, as after a lost network, and waits until the table is complete or has stopped. */
  goOnByItself(): Promise<void>;
  /** Presses "Refresh" and waits until the table is complete or has stopped. */
  refreshTable(): Promise<void>;
  readonly rows: () => readonly Playlist[];
  /** Leaves the page, which aborts its requests. */
  readonly leave: () => void;
}

/** Makes the table, loaded as in the app, but without a cache. */
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
      journal.note('App', 'tries to continue by itself');
      return watch(collection.load);
    },
    refreshTable() {
      journal.note('Person', 'presses “Refresh”');
      return watch(collection.refresh);
    },
  };
}
