import { createMemo, createSignal } from 'solid-js';
import type { Playlist, PlaylistFacts } from '../../library/types.ts';
import { useSpotify } from '../../services/spotify.ts';

/** Gives what the songs of a playlist tell about it; `undefined` where they are not read, or changed since. */
export type FactsOf = (playlist: Playlist) => PlaylistFacts | undefined;

/** Reads what is known of the playlists once, so that no column appears or leaves while the page is open. */
export function createPlaylistFacts(): FactsOf {
  const { caches } = useSpotify();
  const cache = caches.open('facts', 'all');
  const [known, setKnown] = createSignal(cache.peek()?.snapshot?.rows);
  if (!known())
    cache.read().then(
      ({ snapshot }) => setKnown(snapshot?.rows),
      // Without them, two columns are missing.
      () => undefined,
    );
  const byId = createMemo(() => new Map(known()?.map((facts) => [facts.id, facts])));
  return ({ id, snapshotId }) => {
    const facts = byId().get(id);
    return facts?.snapshotId === snapshotId ? facts : undefined;
  };
}
