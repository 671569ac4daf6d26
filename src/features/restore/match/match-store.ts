import { promisifyRequest } from 'idb-keyval';
import type { PlaylistItem } from '../../../library/types.ts';
import { EXPORT_LIFE_MS, listKey } from '../../../storage/keys.ts';
import { changeOwned, isOwned, type OwnedPlace } from '../../../storage/list-records.ts';
import { ROWS } from '../../../storage/row-shapes.ts';
import type { Found } from './match-songs.ts';

/** What a person has chosen for a song: a song of Spotify, or none. */
export type Choice = PlaylistItem | 'skip';

/** What is known of a song without a link: Spotify's hits, and the person's choice. */
export interface KnownSong extends Found {
  readonly choice?: Choice;
}

const PREFIX = listKey('match:');
const ALL = () => IDBKeyRange.bound(PREFIX, `${PREFIX.slice(0, -1)};`, false, true);

/** Reads what an account has searched for in the last days; malformed records count as none. */
export async function readKnownSongs({
  database,
  owner,
  clock,
}: OwnedPlace): Promise<readonly KnownSong[]> {
  const values = await database('readonly', (store) =>
    promisifyRequest<unknown[]>(store.getAll(ALL())),
  );
  return values
    .filter((value) => isOwned(value, owner, clock.now(), EXPORT_LIFE_MS))
    .flatMap((value) => {
      const { song }: { readonly song?: unknown } = Object(value);
      return knownSongOf(song) ?? [];
    });
}

/** Stores what is known of a song; the search for many takes days where a quota ends it. */
export function writeKnownSong(place: OwnedPlace, song: KnownSong): Promise<void> {
  return changeOwned(place, (store, header) => {
    const expiresAt = header.savedAt + EXPORT_LIFE_MS;
    // Covers are kept for a day at most.
    const { aged } = ROWS.item;
    const { choice } = song;
    const bare = {
      ...song,
      hits: song.hits.map(aged),
      ...(choice === undefined ? {} : { choice: choice === 'skip' ? choice : aged(choice) }),
    };
    store.put({ ...header, expiresAt, song: bare }, PREFIX + song.key);
  });
}

function knownSongOf(value: unknown): KnownSong | undefined {
  const { key, hits, isRefused, choice }: Readonly<Record<string, unknown>> = Object(value);
  if (typeof key !== 'string' || !ROWS.item.areRows(hits)) return undefined;
  const known: KnownSong = isRefused === true ? { key, hits, isRefused } : { key, hits };
  if (choice === 'skip') return { ...known, choice };
  const chosen: unknown = [choice];
  const [only] = ROWS.item.areRows(chosen) ? chosen : [];
  return only ? { ...known, choice: only } : known;
}
