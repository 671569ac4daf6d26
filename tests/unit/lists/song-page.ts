import { createRoot, getOwner } from 'solid-js';
import { createLikedSongs, createPlaylist } from '../../../src/features/tracks/open-lists.ts';
import type { PlaylistItem } from '../../../src/library/types.ts';
import type { Collection } from '../../../src/lists/collection.ts';
import { flawText } from '../../../src/words/flaw.ts';
import { formatTracks } from '../../../src/words/number.ts';
import { serveSongs } from '../../support/unit/changing-songs.ts';
import type { useNetwork } from '../../support/unit/network.ts';
import { logIn } from '../../support/unit/spotify.ts';
import { openStage } from '../lab/matrix/stage.ts';

/** Pages of songs, by name. */
export const SONG_PAGES = {
  'a playlist': () => createPlaylist('p').tracks,
  'the liked songs': createLikedSongs,
} as const;

interface Visit {
  readonly collection: Collection<PlaylistItem>;
  readonly leave: () => void;
}

/** Opens a page of songs for someone who is logged in, over a server with so many songs that changes as told. */
export async function openSongs(
  network: ReturnType<typeof useNetwork>,
  name: keyof typeof SONG_PAGES,
  count: number,
  prepare: (served: ReturnType<typeof serveSongs>) => void = () => undefined,
) {
  const stage = openStage(network);
  await logIn(stage.tab);
  const served = serveSongs(network, count);
  prepare(served);
  /** Opens the page within the same services, so that what it cached is found by the next visit. */
  const visit = stage.onPage(() => {
    const owner = getOwner();
    return () => createRoot((leave): Visit => ({ collection: SONG_PAGES[name](), leave }), owner);
  });
  const { collection, leave } = visit();
  const settle = () => stage.until(() => collection.phase() !== 'loading');
  await settle();
  return {
    served,
    stage,
    collection,
    settle,
    names: () => collection.rows().map(({ title }) => title),
    flaw: () =>
      flawText(
        {
          isUnsteady: collection.isUnsteady(),
          loaded: collection.loaded(),
          expected: collection.expected() ?? 0,
        },
        formatTracks,
      ),
    /** Opens the same page again. */
    async openAgain() {
      leave();
      const { collection: again } = visit();
      await stage.until(() => again.phase() !== 'loading');
      return again;
    },
  };
}
