import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Clock } from '../../../clock.ts';
import { EXPORT_LIFE_MS, KEYS, listKey, pagesOf } from '../../../storage/keys.ts';
import type { Owner } from '../../../storage/list-cache.ts';
import { changeOwned, isOwned } from '../../../storage/record-header.ts';
import { ROWS } from '../../../storage/row-shapes.ts';
import { fits, isBoolean, isNumber, isString, type Shape } from '../../../storage/shape.ts';
import type { TrackExport } from './export-request.ts';

const SHAPE: Shape<TrackExport> = {
  playlists: ROWS.playlist.areRows,
  format: isString,
  files: (value) => value === 'zip' || value === 'one',
  separator: (value) => value === ',' || value === ';',
  hasByteOrderMark: isBoolean,
  startedAt: isNumber,
};

/** Where unfinished exports are kept, and whose. */
interface Place {
  readonly database: UseStore;
  readonly owner: Owner;
  readonly clock: Clock;
}

/** Where the tracks of a playlist are kept, below everything of the library; they are shared with its page. */
export function placeOfTracks(playlistId: string): string {
  return `item:${playlistId}`;
}

/** Reads the unfinished export of this account, if there is one that is not too old. */
export async function readUnfinished(place: Place): Promise<TrackExport | undefined> {
  return place.database('readonly', (store) => unfinishedIn(store, place));
}

/** Keeps an export until it is finished or discarded. */
export function writeUnfinished(place: Place, asked: TrackExport): Promise<void> {
  return changeOwned(place, (store, label) => {
    store.put({ ...label, savedAt: asked.startedAt, asked }, KEYS.unfinishedExport);
  });
}

/** Forgets an export that is finished; what came for it stays as long as any other list. */
export function removeUnfinished(place: Place): Promise<void> {
  return changeOwned(place, (store) => {
    store.delete(KEYS.unfinishedExport);
  });
}

/** Forgets the unfinished export and the tracks of its playlists. */
export function discardUnfinished(place: Place, { playlists }: TrackExport): Promise<void> {
  return changeOwned(place, (store) => {
    store.delete(KEYS.unfinishedExport);
    for (const { id } of playlists) {
      const key = listKey(placeOfTracks(id));
      store.delete(key);
      store.delete(pagesOf(key));
    }
  });
}

/** Finds out which records are kept longer than usual, for the sake of an unfinished export. */
export async function sparedRecords(
  store: IDBObjectStore,
  { owner, clock }: Omit<Place, 'database'>,
): Promise<(key: IDBValidKey, value: unknown) => boolean> {
  const unfinished = await unfinishedIn(store, { owner, clock });
  if (!unfinished) return () => false;
  const keys = unfinished.playlists.map(({ id }) => listKey(placeOfTracks(id)));
  const spared = new Set([KEYS.unfinishedExport, ...keys]);
  return (key, value) =>
    spared.has(String(key).replace(/#\d+$/, '')) &&
    isOwned(value, owner, clock.now() - EXPORT_LIFE_MS);
}

async function unfinishedIn(
  store: IDBObjectStore,
  { owner, clock }: Omit<Place, 'database'>,
): Promise<TrackExport | undefined> {
  const stored: unknown = await promisifyRequest<unknown>(store.get(KEYS.unfinishedExport));
  if (!isOwned(stored, owner, clock.now() - EXPORT_LIFE_MS)) return undefined;
  const { asked }: { readonly asked?: unknown } = Object(stored);
  return fits(asked, SHAPE) ? asked : undefined;
}
