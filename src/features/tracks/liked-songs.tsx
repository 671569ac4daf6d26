import { type JSX, Show } from 'solid-js';
import { LIKED_COLUMNS } from '../../library/item-columns.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { LibraryTable } from '../../table/list-table.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { shownSongs } from '../../words/number.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { itemCell } from './cells.tsx';
import { loadItemSearching } from './item-search.ts';
import { createLikedSongs } from './open-liked-songs.ts';
import { PictureRoom } from './picture-room.tsx';
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
      <Notices>
        <Show when={!lacksScope(login(), 'user-library-read')}>
          <LikedSongsTable />
        </Show>
      </Notices>
    </div>
  );
}

function LikedSongsTable(): JSX.Element {
  const songs = createLikedSongs();
  return (
    <>
      <PictureRoom of={songs} counted={shownSongs} />
      <LibraryTable
        label="Liked songs"
        class="item-table"
        folds="60rem"
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
