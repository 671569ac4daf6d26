import { createEffect, onCleanup } from 'solid-js';
import { createLikedSongs, createPlaylist } from '../../../../src/features/tracks/open-lists.ts';
import type { Collection } from '../../../../src/lists/collection.ts';
import { createCollection } from '../../../../src/lists/collection.ts';
import { refreshCacheForAccount } from '../../../../src/lists/ensure-account.ts';
import { useSpotify } from '../../../../src/services/spotify.ts';
import type { LoginState } from '../../../../src/session/current-login.ts';
import { playlistPages } from '../../../../src/spotify/playlists.ts';
import { loadFailureAction, loadFailureText } from '../../../../src/words/errors.ts';
import { formatTracks } from '../../../../src/words/number.ts';
import { logIn } from '../../../support/unit/spotify.ts';
import type { Attempt } from './attempt.ts';
import { saidBy } from './sentences.ts';
import { LIBRARY, OWN_ID, type Stage } from './stage.ts';

const itemRow = (item: { readonly position: number; readonly uri: string | null }) =>
  `${item.position} ${item.uri}`;

// With the cover, whose address is all that the app decides of it: the smallest that Spotify offers.
const PLAYLISTS = LIBRARY.playlists.map(
  (playlist) => `${playlist?.id} ${playlist?.images?.at(-1)?.url}`,
);
const ITEMS = LIBRARY.items(OWN_ID).map(({ item }, place) =>
  itemRow({ position: place + 1, uri: item?.uri ?? null }),
);
const LIKED = LIBRARY.liked().map(({ track }, place) =>
  itemRow({ position: place + 1, uri: track.uri }),
);

/** What the page that shows a list knows of it. */
interface Shown<Row> {
  readonly collection: Collection<Row>;
  readonly rowOf: (row: Row) => string;
  readonly whole: readonly string[];
  readonly withheld?: {
    readonly isSo: () => boolean;
    readonly isForeign: () => boolean;
    readonly askAgain: () => void;
  };
}

/** Opens the page of all playlists, as far as it asks for the list. */
export function openPlaylists(stage: Stage): Attempt {
  return attemptOf(stage, openPlaylists, () => {
    const { connection, caches } = useSpotify();
    const collection = createCollection({
      clock: stage.browser.clock,
      pages: playlistPages(connection),
      keyOf: (playlist) => playlist.id,
      cache: caches.open('playlist', 'all'),
    });
    void collection.open();
    return { collection, rowOf: ({ id, coverUrl }) => `${id} ${coverUrl}`, whole: PLAYLISTS };
  });
}

/** Opens the page of one playlist. */
export function openPlaylist(stage: Stage): Attempt {
  return attemptOf(stage, openPlaylist, () => {
    const { tracks, isWithheld, isForeign, askAgain } = createPlaylist(OWN_ID);
    const withheld = { isSo: isWithheld, isForeign, askAgain };
    return { collection: tracks, rowOf: itemRow, whole: ITEMS, withheld };
  });
}

/** Opens the page of the liked songs. */
export function openLiked(stage: Stage): Attempt {
  return attemptOf(stage, openLiked, () => ({
    collection: createLikedSongs(),
    rowOf: itemRow,
    whole: LIKED,
  }));
}

function attemptOf<Row>(
  stage: Stage,
  openAnew: (stage: Stage) => Attempt,
  show: () => Shown<Row>,
): Attempt {
  const { session } = stage.tab;
  let isAsking = false;
  const { shown, pace } = stage.onPage(() => {
    const opened = show();
    const spotify = useSpotify();
    const left = new AbortController();
    onCleanup(() => left.abort());
    // As the table does for every list.
    createEffect(() => {
      if (opened.collection.phase() === 'loading') return;
      isAsking = true;
      refreshCacheForAccount(session, spotify.connection, opened.collection, left.signal)
        .catch(() => undefined)
        .finally(() => {
          isAsking = false;
        });
    });
    return { shown: opened, pace: spotify.pace };
  });
  const { collection, withheld, rowOf, whole } = shown;

  const attempt: Attempt = {
    isOver: () => collection.phase() !== 'loading' && !isAsking,
    end() {
      if (withheld?.isSo())
        return `Ask again: ${withheld.isForeign() ? 'of someone else' : 'kept back'}`;
      const left = { error: collection.error(), count: collection.rows().length, isWhole: false };
      if (collection.phase() === 'failed')
        return `${loadFailureAction(left)}: ${saidBy(loadFailureText({ ...left, counted: formatTracks }))}`;
      return isKnown(session.state()) ? 'recovers' : 'goes without';
    },
    rows: () => collection.rows().map(rowOf),
    whole,
    async goOn() {
      if (withheld?.isSo()) {
        pace.lift();
        withheld.askAgain();
        return attempt;
      }
      if (collection.phase() === 'failed' && !/^Log in/.test(attempt.end())) {
        pace.lift();
        void collection.load();
        return attempt;
      }
      // A login leads away and comes back to a page that opens anew, as a later visit does.
      if (collection.phase() === 'failed') await logIn(stage.tab);
      stage.leave();
      return openAnew(stage);
    },
  };
  return attempt;
}

/** Whether somebody is logged in of whom is known who it is. */
function isKnown(state: LoginState): boolean {
  return state.kind === 'signed-in' && state.record.account !== null;
}
