import { type JSX, Show } from 'solid-js';
import { LIKED_COLUMNS } from '../library/item-columns.ts';
import type { PlaylistItem } from '../library/types.ts';
import { makeSpotifyClient } from '../spotify/client.ts';
import type { Page } from '../spotify/paging.ts';
import { createCollection } from '../state/collection.ts';
import { lacksScope } from '../state/login-facts.ts';
import { useLogin, useServices } from '../state/services.tsx';
import { useSpotify } from '../state/spotify.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { itemCell } from './item-cells.tsx';
import { loadItemSearching } from './item-search.ts';
import { LibraryTable } from './library-table.tsx';
import { Notices } from './notices.tsx';
import { PictureRoom } from './picture-room.tsx';
import { RequireLogin } from './require-login.tsx';
import { shownSongs } from './shown-number.ts';
import './item-table.css';

/** The page of the liked songs. */
export default function LikedSongs(): JSX.Element {
  return (
    <RequireLogin>
      <LikedSongsPage />
    </RequireLogin>
  );
}

function LikedSongsPage(): JSX.Element {
  const login = useLogin();
  return (
    <div class="page wide">
      <PageHeading title="Liked songs" />
      <Notices />
      <Show when={!lacksScope(login(), 'user-library-read')}>
        <LikedSongsTable />
      </Show>
    </div>
  );
}

function LikedSongsTable(): JSX.Element {
  const { clock } = useServices();
  const { connection, snapshots } = useSpotify();
  const client = makeSpotifyClient(connection);
  const songs = createCollection<PlaylistItem>({
    clock,
    pages: client.likedSongs,
    keyOf: (song) => song.position,
    shelf: snapshots.shelf('item', 'liked'),
    check: async (signal) => {
      const first = await client.firstLikedSongs(signal);
      return { mark: markOf(first), pages: [first] };
    },
  });
  void songs.open();

  return (
    <>
      <PictureRoom of={songs} counted={shownSongs} />
      <LibraryTable
        label="Liked songs"
        class="item-table"
        columns={LIKED_COLUMNS}
        collection={songs}
        counted={shownSongs}
        searchLabel="Search liked songs"
        searchHint="Search title, artist or album"
        loadSearching={loadItemSearching}
        keyOf={(song) => String(song.position)}
        cell={itemCell}
        copied={(song) => song.uri ?? ''}
        emptyText="You like no songs yet. Press the heart beside one in Spotify, then reload this page."
        exported={() => ({
          list: () => ({ name: 'Liked songs', playlist: null, items: songs.rows() }),
        })}
      />
    </>
  );
}

/** Liked songs have no version of their own; their number and the latest one tell most changes. */
function markOf({ total, rows }: Page<PlaylistItem>): string {
  const [latest] = rows;
  return [total, latest?.addedAt, latest?.uri].join(' ');
}
