import type { Clock } from '../clock.ts';
import type { SavedItem, SavedKind } from '../library/saved.ts';
import { isSpotifyError } from '../spotify/errors.ts';
import type { PacedConnection } from '../spotify/http.ts';
import { savedPages } from '../spotify/saved.ts';
import type { ListCaches } from '../storage/list-cache.ts';
import { FlawedListError, hasFlaw } from './flaw.ts';
import { gatherPages, readMissing } from './gathered-pages.ts';

/** The kinds of what can be saved, in the order of their tabs. */
export const SAVED_KINDS: readonly SavedKind[] = ['album', 'show', 'episode', 'audiobook'];

/** Maximum age of a cached list that is taken without a request, in ms. */
const FRESH_MS = 300_000;

/** What a person has saved of one kind. */
export interface GatheredSaved {
  readonly kind: SavedKind;
  /** Newest first; the rows that came where the list has a flaw. */
  readonly items: readonly SavedItem[];
  /** Why the list is not whole; `undefined` if it is. */
  readonly error: unknown;
}

/** Source of saved lists: Spotify, and the cache that the page of the saved lists shares. */
export interface SavedSource {
  readonly connection: PacedConnection;
  readonly caches: ListCaches;
  readonly clock: Clock;
}

/** Gives what is saved of one kind, as it was read a short time ago; `undefined` if it was not. */
export async function freshSaved(
  kind: SavedKind,
  { caches, clock }: Pick<SavedSource, 'caches' | 'clock'>,
): Promise<readonly SavedItem[] | undefined> {
  const cache = caches.open('saved', kind);
  const { snapshot, partial } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
  const isFresh = snapshot && !partial && clock.now() < snapshot.savedAt + FRESH_MS;
  return isFresh ? snapshot.rows : undefined;
}

/**
 * Reads what is saved of one kind, requesting only the missing pages. A refusal, a fault of Spotify and a flawed list
 * are returned as the error. @throws an error that concerns all lists: no network, a rate limit, an ended login; the
 * signal's reason.
 */
export async function gatherSaved(
  kind: SavedKind,
  { connection, caches, clock }: SavedSource,
  signal: AbortSignal,
): Promise<GatheredSaved> {
  const fresh = await freshSaved(kind, { caches, clock });
  if (fresh) return { kind, items: fresh, error: undefined };
  const cache = caches.open('saved', kind);
  const { partial } = cache.peek() ?? (await cache.read().catch(() => undefined)) ?? {};
  const gathered = gatherPages<SavedItem>(({ id }) => id);
  if (partial) gathered.restore(partial);
  try {
    const source = { pages: savedPages(connection, kind) };
    const isUnsteady = await readMissing(gathered, source, () => undefined, signal);
    const items = gathered.rows();
    const end = { isUnsteady, loaded: items.length, expected: gathered.expected(items) };
    if (hasFlaw(end)) return { kind, items, error: new FlawedListError(end) };
    cache.write({ rows: items, savedAt: clock.now(), version: null });
    return { kind, items, error: undefined };
  } catch (error) {
    if (gathered.all().length > 0)
      cache.writePartial({ pages: gathered.all(), version: gathered.version() });
    signal.throwIfAborted();
    if (!isOfKind(error)) throw error;
    return { kind, items: [], error };
  }
}

/** Whether an error says something about one kind alone. */
function isOfKind(error: unknown): boolean {
  return isSpotifyError(
    error,
    'forbidden',
    'not-found',
    'insufficient-scope',
    'spotify-down',
    'unexpected-answer',
  );
}
