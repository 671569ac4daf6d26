import { createMemo, type JSX, Show } from 'solid-js';
import { LIKED_COLUMNS } from '../../library/item-columns.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { createItemView, ItemHead, ItemTable } from './item-table.tsx';
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
  const mayRead = createMemo(() => !lacksScope(login(), 'user-library-read'));
  return (
    <div class="page page-table">
      <PageHeading title="Liked songs" />
      <Notices>
        <Show when={mayRead()}>
          <TableBoundary>
            <LikedSongsTable />
          </TableBoundary>
        </Show>
      </Notices>
    </div>
  );
}

function LikedSongsTable(): JSX.Element {
  const songs = createLikedSongs();
  const view = createItemView({
    label: 'Liked songs',
    columns: LIKED_COLUMNS,
    items: songs,
    isLiked: true,
    exportList: () => ({ name: 'Liked songs', playlist: null, items: songs.rows() }),
  });
  return (
    <>
      <ItemHead view={view} moreActions={view.moreActions} />
      <ItemTable
        view={view}
        searchLabel="Search liked songs"
        emptyText="No liked songs yet. Tap + on a song in Spotify, then refresh."
      />
    </>
  );
}
