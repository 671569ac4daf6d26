import { http } from 'msw';
import { SPOTIFY_API } from '../../../src/config.ts';
import { makeLibrary } from '../../../src/demo/music/data.ts';
import { DEMO_USER } from '../../../src/demo/music/owners.ts';
import { useSongIndex } from '../../../src/services/song-index/song-index.ts';
import { useSpotify } from '../../../src/services/spotify.ts';
import { KEYS } from '../../../src/storage/keys.ts';
import type { useNetwork } from '../../support/unit/network.ts';
import { makeRecordStore } from '../../support/unit/record-store.ts';
import { logIn } from '../../support/unit/spotify.ts';
import { useWindow } from '../../support/unit/window.ts';
import { openStage } from '../lab/matrix/stage.ts';

/** A library whose readable playlists have one to three pages. */
export const LIBRARY = makeLibrary({ playlists: 10, itemsPerPlaylist: 120, liked: 120 });

/** Readable playlists of the library. */
export const READABLE = LIBRARY.playlists.flatMap((entry) =>
  entry && (entry.collaborative || entry.owner?.id === DEMO_USER.id) ? [entry] : [],
);
/** Number of pages of a playlist. */
export const pagesOf = (id: string) => Math.max(1, Math.ceil(LIBRARY.items(id).length / 50));
/** Number of requests that all songs of the playlists take. */
export const ITEM_REQUESTS = READABLE.reduce((sum, { id }) => sum + pagesOf(id), 0);

/** Opens the index on a page of a person who is logged in; nothing is stored by default. */
export async function openIndex(
  network: ReturnType<typeof useNetwork>,
  { isStored = false }: { readonly isStored?: boolean } = {},
) {
  const { records, database } = makeRecordStore();
  const { dispatch } = useWindow();
  const stage = openStage(network, {
    library: LIBRARY,
    database: isStored ? database : undefined,
  });
  await logIn(stage.tab);
  const login = stage.tab.session.state();
  if (login.kind === 'signed-in') records.set(KEYS.session, login.record);
  /** Opens the index in a new document of the same login, as in another tab or after a reload. */
  const openPage = () =>
    stage.onPage(() => {
      const { caches } = useSpotify();
      const facts = () => caches.open('facts', 'all').peek()?.snapshot?.rows ?? [];
      /** The playlists whose length and last addition are known. */
      const knownIds = () =>
        facts()
          .map(({ id }) => id)
          .sort();
      return { index: useSongIndex(), knownIds };
    });
  const asked = () => {
    const steps = stage.spotify.requests.map(({ step }) => step);
    const count = (step: string) => steps.filter((each) => each === step).length;
    return { playlists: count('playlists'), items: count('items'), liked: count('liked') };
  };
  const urls = () =>
    stage.spotify.requests.filter(({ step }) => step === 'items').map(({ url }) => url);
  return { stage, database, ...openPage(), openPage, asked, urls, dispatch };
}

/** Stops a reading at a request of its last third, when some playlists are complete. */
export async function stopMidway(
  network: ReturnType<typeof useNetwork>,
  { stage, index }: Pick<OpenIndex, 'stage' | 'index'>,
): Promise<void> {
  let asked = 0;
  network.use(
    http.get(`${SPOTIFY_API}/v1/playlists/:id/items`, () => {
      asked += 1;
      if (asked === Math.ceil((2 * ITEM_REQUESTS) / 3)) index.stop();
    }),
  );
  index.start();
  await stage.until(() => index.state() === 'stopped');
}

/** An index on a page. */
export type OpenIndex = Awaited<ReturnType<typeof openIndex>>;

/** Number of requests that were sent again: pages on their way when a reading stopped. */
export const repeated = (urls: readonly string[]) => urls.length - new Set(urls).size;
/** Maximum number of pages on their way at a time. */
export const IN_FLIGHT = 3;
