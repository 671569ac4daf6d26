import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { ITEM_COLUMNS } from '../../library/item-columns.ts';
import { formatName } from '../../library/playlist-columns.ts';
import type { Playlist, PlaylistDetails } from '../../library/types.ts';
import { spotifyUrlOf } from '../../spotify/addresses.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
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
      <div class="page page-table">
        <OpenPlaylist id={props.id} playlist={playlist} />
      </div>
    </Show>
  );
}

function OpenPlaylist(props: {
  readonly id: string;
  readonly playlist: ReturnType<typeof createPlaylist>;
}): JSX.Element {
  const { details, tracks, isKeptBack, isForeign, askAgain } = props.playlist;
  const url = () => details()?.spotifyUrl ?? spotifyUrlOf('playlist', props.id, null);
  const copyCommands = createCopyCommands();
  const view = createItemView({
    label: 'Tracks',
    columns: ITEM_COLUMNS,
    items: tracks,
    exportList: () => {
      const playlist = details() ?? null;
      return { name: playlist?.name ?? '', playlist, items: tracks.rows() };
    },
  });
  const commands = () => [
    ...copyCommands({
      spotifyUrl: url(),
      uri: `spotify:playlist:${props.id}`,
      id: props.id,
    }),
    {
      id: 'ask-again',
      label: 'Ask Spotify again',
      icon: 'refresh-cw' as const,
      run: askAgain,
      isAvailable: isKeptBack,
    },
  ];
  return (
    <>
      <PlaylistHead details={details()}>
        <Show when={!isKeptBack()}>
          <ItemHead view={view} />
        </Show>
        <div class="playlist-more">
          <Show when={!isKeptBack()}>
            <ButtonLink label="Open in Spotify" icon="external-link" href={url()} isExternal />
          </Show>
          <Menu
            kind="ghost"
            icon="ellipsis"
            isIconOnly
            label="More"
            name={`More about ${nameOf(details())}`}
            commands={commands()}
          />
        </div>
      </PlaylistHead>
      <Notices>
        <Show when={!isKeptBack()} fallback={<KeptBack url={url()} isForeign={isForeign()} />}>
          <ItemTable
            view={view}
            searchLabel="Search songs"
            emptyText="No songs in this playlist yet. Add some in Spotify, then refresh."
          />
        </Show>
      </Notices>
    </>
  );
}

function nameOf(details: Playlist | PlaylistDetails | undefined): string {
  return details ? formatName(details) : 'this playlist';
}

/** Explains that Spotify withholds the songs, and what a person can do about it. */
function KeptBack(props: { readonly url: string; readonly isForeign: boolean }): JSX.Element {
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
