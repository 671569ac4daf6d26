import { type JSX, Show } from 'solid-js';
import { LIKED_COLUMNS } from '../../library/item-columns.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { formatSongs } from '../../words/number.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { Histograms, ItemTable } from './item-table.tsx';
import { createLikedSongs } from './open-lists.ts';

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
    <div class="page page-table">
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
      <Histograms of={songs} formatCount={formatSongs} />
      <ItemTable
        label="Liked songs"
        columns={LIKED_COLUMNS}
        items={songs}
        formatCount={formatSongs}
        searchLabel="Search liked songs"
        emptyText="You like no songs yet. Press the heart beside one in Spotify, then reload this page."
        exportSource={{
          list: () => ({ name: 'Liked songs', playlist: null, items: songs.rows() }),
        }}
      />
    </>
  );
}
