import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../clock.ts';
import { sparedRecords } from '../features/export/job/unfinished-export.ts';
import type { Page } from '../spotify/paging.ts';
import { sweepExportFiles } from './export-files.ts';
import { IMAGES_LIFE_MS, keysFrom, LIST_LIFE_MS, listKey, PREFIXES, pagesOf } from './keys.ts';
import type { Kept, Owner, Part, Snapshot } from './list-cache.ts';
import { changeOwned, isOwned, type Label } from './record-header.ts';
import { type KeptRows, ROWS } from './row-shapes.ts';
import { fits, isBoolean, isNumber, isString, orNull, type Shape } from './shape.ts';

const MARKED: Shape<{ mark: string | null }> = { mark: orNull(isString) };
const PAGE: Shape<Omit<Page<unknown>, 'rows'>> = {
  offset: isNumber,
  limit: isNumber,
  total: isNumber,
  entries: isNumber,
  hasNext: isBoolean,
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
  /** How old a record may be, in ms; a day where not given. */
  readonly life?: number;
}): Records {
  const { database, owner, clock, life = LIST_LIFE_MS } = options;
  const key = listKey(options.place);
  const everyPage = () => pagesOf(key);

  function isOurs(value: unknown): value is Label & { readonly mark: string | null } {
    return isOwned(value, owner, clock.now() - life) && fits(value, MARKED);
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
      changeOwned(options, (store, label) => {
        store.put({ ...label, ...snapshot }, key);
        store.delete(everyPage());
      }),

    writePart: ({ pages, mark }) =>
      changeOwned(options, (store, label) => {
        // None of these was there before: what is there is of an older load.
        if (!pages.some((page) => written.has(page))) store.delete(everyPage());
        for (const page of pages) {
          if (written.has(page)) continue;
          store.put({ ...label, mark, page }, `${key}#${page.offset}`);
          written.add(page);
        }
      }),

    async sweep() {
      await sweepExportFiles(clock).catch(() => undefined);
      await database('readwrite', async (store) => {
        const isSpared = await sparedRecords(store, { owner, clock });
        const cursors = store.openCursor(keysFrom(PREFIXES.library));
        await new Promise<void>((resolve, reject) => {
          cursors.onerror = () => reject(cursors.error);
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (!cursor) return resolve();
            if (!isOurs(cursor.value) && !isSpared(cursor.key, cursor.value)) cursor.delete();
            cursor.continue();
          };
        });
      });
    },
  };
}
