import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import type { Page } from '../spotify/paging.ts';
import { type KeptRows, ROWS } from './kept-rows.ts';
import { fits, isNumber, isString, orNull, type Shape } from './shape.ts';
import type { Kept, Owner, Part, Snapshot } from './shelf.ts';
import { everythingOfTheLibrary, LIBRARY_PREFIX, SESSION_KEY } from './tokens.ts';

/** Version of the stored records; those of another one count as none. */
const VERSION = 1;

/** How long a record is kept, in ms: Spotify's terms allow copies for a time only. */
const LIFE_MS = 86_400_000;

/** How long addresses of images are used, in ms: Spotify lets them end within a day. */
const IMAGES_LIFE_MS = 3_600_000;

/** What stands on every record. */
interface Label {
  readonly version: number;
  readonly clientId: string;
  readonly accountId: string;
  readonly savedAt: number;
  readonly mark: string | null;
}

const LABEL: Shape<Label> = {
  version: isNumber,
  clientId: isString,
  accountId: isString,
  savedAt: isNumber,
  mark: orNull(isString),
};
const SESSION: Shape<{ loginId: string }> = { loginId: isString };
const PAGE: Shape<Omit<Page<unknown>, 'rows'>> = {
  offset: isNumber,
  limit: isNumber,
  total: isNumber,
  entries: isNumber,
  hasNext: (value) => typeof value === 'boolean',
};

/** The records of one list in the database. */
export interface Records {
  /** What is kept and still good; damaged, foreign and old records count as none. */
  read<Kind extends keyof KeptRows>(kind: Kind): Promise<Kept<KeptRows[Kind]>>;
  write(snapshot: Snapshot<unknown>): Promise<void>;
  writePart(part: Part<unknown>): Promise<void>;
  sweep(): Promise<void>;
}

/** Pages that stand in the database, as long as the load that brought them goes on. */
const written = new WeakSet<Page<unknown>>();

/**
 * Opens the records of one list. They are written only while the login they belong to is stored, so
 * that nothing comes back after a log-out in another tab.
 */
export function openRecords(options: {
  readonly database: UseStore;
  readonly owner: Owner;
  readonly clock: Clock;
  readonly place: string;
}): Records {
  const { database, owner, clock } = options;
  const { clientId, accountId } = owner;
  const key = LIBRARY_PREFIX + options.place;
  const everyPage = () => IDBKeyRange.bound(`${key}#`, `${key}$`, false, true);

  function isOurs(value: unknown): value is Label {
    return (
      fits(value, LABEL) &&
      value.version === VERSION &&
      value.clientId === clientId &&
      value.accountId === accountId &&
      clock.now() < value.savedAt + LIFE_MS
    );
  }

  async function change(work: (store: IDBObjectStore, label: Omit<Label, 'mark'>) => void) {
    const label = { version: VERSION, clientId, accountId, savedAt: clock.now() };
    await database('readwrite', async (store) => {
      const session: unknown = await promisifyRequest(store.get(SESSION_KEY));
      if (!fits(session, SESSION) || session.loginId !== owner.loginId) return;
      work(store, label);
      await promisifyRequest(store.transaction);
    });
  }

  return {
    async read(kind) {
      const { areRows, aged } = ROWS[kind];
      const [whole, stored] = await database('readonly', (store) =>
        Promise.all([
          promisifyRequest<unknown>(store.get(key)),
          promisifyRequest<unknown[]>(store.getAll(everyPage())),
        ]),
      );

      function snapshot() {
        if (!isOurs(whole)) return {};
        const { rows }: { readonly rows?: unknown } = Object(whole);
        if (!areRows(rows)) return {};
        const { savedAt, mark } = whole;
        const isAged = clock.now() > savedAt + IMAGES_LIFE_MS;
        return { snapshot: { rows: isAged ? rows.map(aged) : rows, savedAt, mark } };
      }
      function part() {
        const ours = stored.filter(isOurs);
        const mark = ours[0]?.mark ?? null;
        const pages = ours.flatMap((entry) => {
          const { page }: { readonly page?: unknown } = Object(entry);
          if (entry.mark !== mark || !fits(page, PAGE)) return [];
          const { rows }: { readonly rows?: unknown } = Object(page);
          return areRows(rows) ? [{ ...page, rows }] : [];
        });
        return pages.length > 0 ? { part: { pages, mark } } : {};
      }
      return { ...snapshot(), ...part() };
    },

    write: (snapshot) =>
      change((store, label) => {
        store.put({ ...label, ...snapshot }, key);
        store.delete(everyPage());
      }),

    writePart: ({ pages, mark }) =>
      change((store, label) => {
        // None of these was there before: what is there is of an older load.
        if (!pages.some((page) => written.has(page))) store.delete(everyPage());
        for (const page of pages) {
          if (written.has(page)) continue;
          store.put({ ...label, mark, page }, `${key}#${page.offset}`);
          written.add(page);
        }
      }),

    async sweep() {
      await database('readwrite', async (store) => {
        const cursors = store.openCursor(everythingOfTheLibrary());
        await new Promise<void>((resolve, reject) => {
          cursors.onerror = () => reject(cursors.error);
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (!cursor) return resolve();
            if (!isOurs(cursor.value)) cursor.delete();
            cursor.continue();
          };
        });
      });
    },
  };
}
