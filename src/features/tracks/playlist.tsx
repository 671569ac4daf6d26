import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { ITEM_COLUMNS } from '../../library/item-columns.ts';
import { formatName } from '../../library/playlist-columns.ts';
import type { Playlist, PlaylistDetails } from '../../library/types.ts';
import { useSessionRecord } from '../../services/services.tsx';
import { spotifyUrlOf } from '../../spotify/addresses.ts';
import type { Action } from '../../table/action.ts';
import { TableBoundary } from '../../table/table-boundary.tsx';
import { type Command, useCommands } from '../../ui/command.tsx';
import { ButtonLink } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Menu } from '../../ui/overlays/menu.tsx';
import { playlistEdits } from '../edit/commands.ts';
import { createEditOpener, type EditOpener } from '../edit/opener.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { createCopyCommands } from './copy-commands.ts';
import { createItemView, ItemHead, ItemTable } from './item-table.tsx';
import { createPlaylist } from './open-lists.ts';
import { PlaylistHead } from './playlist-head.tsx';

/** The page of one playlist and its songs. */
export default function PlaylistRoute(): JSX.Element {
  const params = useParams();
  return (
    <RequireLogin>
      <Show when={params['id']} keyed>
        {(id) => <PlaylistPage id={id} />}
      </Show>
    </RequireLogin>
  );
}

function PlaylistPage(props: { readonly id: string }): JSX.Element {
  const playlist = createPlaylist(props.id);
  return (
    <Show when={playlist.isOpen()} fallback={<div class="page" aria-busy="true" />}>
      <OpenPlaylist id={props.id} playlist={playlist} />
    </Show>
  );
}

interface OpenPlaylistProps {
  readonly id: string;
  readonly playlist: ReturnType<typeof createPlaylist>;
}

function OpenPlaylist(props: OpenPlaylistProps): JSX.Element {
  const { details, isWithheld, isForeign } = props.playlist;
  const edits = createEditOpener();
  const url = () => details()?.spotifyUrl ?? spotifyUrlOf('playlist', props.id, null);
  return (
    <div class="page playlist-page">
      <PlaylistHead details={details()} />
      <Notices>
        <Show
          when={!isWithheld()}
          fallback={
            <>
              <PlaylistMenu {...props} url={url()} edits={edits} />
              {edits.dialog()}
              <WithheldNotice url={url()} isForeign={isForeign()} />
            </>
          }
        >
          <TableBoundary>
            <PlaylistSongs {...props} url={url()} />
          </TableBoundary>
        </Show>
      </Notices>
    </div>
  );
}

function PlaylistSongs(props: OpenPlaylistProps & { readonly url: string }): JSX.Element {
  const { details, tracks } = props.playlist;
  const view = createItemView({
    label: 'Tracks',
    columns: ITEM_COLUMNS,
    items: tracks,
    exportList: () => {
      const playlist = details() ?? null;
      return { name: playlist?.name ?? '', playlist, items: tracks.rows() };
    },
  });
  return (
    <>
      <ItemHead view={view} />
      <PlaylistMenu {...props} songActions={view.moreActions} edits={view.edits}>
        <ButtonLink label="Open in Spotify" icon="external-link" href={props.url} isExternal />
      </PlaylistMenu>
      <ItemTable
        view={view}
        searchLabel="Search songs"
        emptyText="No songs in this playlist yet. Add some in Spotify, then refresh."
      />
    </>
  );
}

/** The buttons of the playlist itself: what the page places there, and a menu. */
function PlaylistMenu(
  props: OpenPlaylistProps & {
    readonly url: string;
    readonly edits: EditOpener;
    /** Actions on the songs, where Spotify gives them. */
    readonly songActions?: readonly Action[];
    readonly children?: JSX.Element;
  },
): JSX.Element {
  const { details, isWithheld, askAgain } = props.playlist;
  const copyCommands = createCopyCommands();
  const record = useSessionRecord();
  const editCommands = () => {
    const playlist = details();
    const meId = record()?.account?.userId ?? null;
    return playlist ? playlistEdits(props.edits, playlist, meId).filter(isOfPage) : [];
  };
  // What is split here are the songs that the page shows.
  const isOfPage = ({ id }: Action) => id !== 'split' || !props.songActions;
  useCommands().register(() =>
    editCommands().map((command): Command => ({ group: 'This playlist', ...command })),
  );
  const commands = (): readonly Command[] => [
    ...(props.songActions ?? []),
    ...editCommands(),
    ...copyCommands({
      spotifyUrl: props.url,
      uri: `spotify:playlist:${props.id}`,
      id: props.id,
    }),
    {
      id: 'ask-again',
      label: 'Ask Spotify again',
      icon: 'refresh-cw' as const,
      run: askAgain,
      isAvailable: isWithheld,
    },
  ];
  return (
    <div class="playlist-more">
      {props.children}
      <Menu
        kind="ghost"
        icon="ellipsis"
        isIconOnly
        label="More"
        name={`More about ${nameOf(details())}`}
        commands={commands()}
      />
    </div>
  );
}

function nameOf(details: Playlist | PlaylistDetails | undefined): string {
  return details ? formatName(details) : 'this playlist';
}

/** Explains that Spotify withholds the songs, and what a person can do about it. */
function WithheldNotice(props: { readonly url: string; readonly isForeign: boolean }): JSX.Element {
  return (
    <Notice
      kind="info"
      message={`${
        props.isForeign
          ? 'Spotify shows apps only the songs of your own and collaborative playlists.'
          : 'Spotify doesn’t show this playlist’s songs to apps.'
      } To work with these songs, copy them into a playlist of your own in Spotify.`}
    >
      <ButtonLink
        kind="primary"
        label="Open in Spotify"
        icon="external-link"
        href={props.url}
        isExternal
      />
    </Notice>
  );
}
