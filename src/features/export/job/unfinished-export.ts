import { promisifyRequest } from 'idb-keyval';
import { LIKED_ID } from '../../../lists/gather-liked.ts';
import { placeOfTracks } from '../../../lists/stored-tracks.ts';
import { EXPORT_LIFE_MS, KEYS, listKey, pagesOf } from '../../../storage/keys.ts';
import { changeOwned, isOwned, type OwnedPlace } from '../../../storage/list-records.ts';
import { ROWS } from '../../../storage/row-shapes.ts';
import { fits, isBoolean, isNumber, isString, orNull, type Shape } from '../../../storage/shape.ts';
import type { ExportRequest } from './write-export.ts';

const SHAPE: Shape<ExportRequest> = {
  playlists: ROWS.playlist.areRows,
  format: isString,
  files: (value) => value === 'zip' || value === 'one',
  separator: (value) => value === ',' || value === ';',
  hasByteOrderMark: isBoolean,
  startedAt: isNumber,
  liked: orNull(isNumber),
  isBackup: isBoolean,
};

/** Members that records of earlier releases lack. */
const EARLIER = { liked: null, isBackup: false };

/** The storage keys of all lists of an export. */
function keysOf({ playlists, liked }: ExportRequest): readonly string[] {
  const ids = playlists.map(({ id }) => id);
  return [...ids, ...(liked === null ? [] : [LIKED_ID])].map((id) => listKey(placeOfTracks(id)));
}

/** Reads the unfinished export of this account; `undefined` if there is none or it has expired. */
export async function readUnfinished(place: OwnedPlace): Promise<ExportRequest | undefined> {
  return place.database('readonly', (store) => unfinishedIn(store, place));
}

/** Stores an export until it is finished or discarded. */
export function writeUnfinished(place: OwnedPlace, asked: ExportRequest): Promise<void> {
  const savedAt = asked.startedAt;
  const expiresAt = savedAt + EXPORT_LIFE_MS;
  const holds = keysOf(asked);
  return changeOwned(place, (store, header) => {
    store.put({ ...header, savedAt, expiresAt, holds, asked }, KEYS.unfinishedExport);
  });
}

/** Deletes the record of a finished export; the cached tracks expire as other lists do. */
export function removeUnfinished(place: OwnedPlace): Promise<void> {
  return changeOwned(place, (store) => {
    store.delete(KEYS.unfinishedExport);
  });
}

/** Deletes the unfinished export and the cached tracks of its playlists. */
export function discardUnfinished(place: OwnedPlace, asked: ExportRequest): Promise<void> {
  return changeOwned(place, (store) => {
    store.delete(KEYS.unfinishedExport);
    for (const key of keysOf(asked)) {
      store.delete(key);
      store.delete(pagesOf(key));
    }
  });
}

async function unfinishedIn(
  store: IDBObjectStore,
  { owner, clock }: Omit<OwnedPlace, 'database'>,
): Promise<ExportRequest | undefined> {
  const stored: unknown = await promisifyRequest<unknown>(store.get(KEYS.unfinishedExport));
  if (!isOwned(stored, owner, clock.now(), EXPORT_LIFE_MS)) return undefined;
  const { asked }: { readonly asked?: unknown } = Object(stored);
  const request = { ...EARLIER, ...Object(asked) };
  return fits(request, SHAPE) ? request : undefined;
}
