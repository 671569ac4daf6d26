import { type Accessor, type JSX, Show } from 'solid-js';
import { shownName, UNKNOWN, VISIBILITY_LABELS } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { shownNumber } from '../../words/number.ts';

/** What joins the cells of a playlist once the table is full. */
export interface CellTools {
  readonly checkbox: (playlist: Playlist) => JSX.Element;
  /** A picture of the number of tracks. */
  readonly bar: (playlist: Playlist) => JSX.Element;
}

type Tools = Accessor<CellTools | undefined>;

const CELLS: Readonly<Record<string, (playlist: Playlist, tools: Tools) => JSX.Element>> = {
  name: (playlist, tools) => (
    <>
      {tools()?.checkbox(playlist)}
      <Cover url={playlist.coverUrl} name={shownName(playlist)} />
      <PageLink class="name" to={`playlists/${encodeURIComponent(playlist.id)}`}>
        {shownName(playlist)}
      </PageLink>
      <SpotifyLink href={playlist.spotifyUrl} name={shownName(playlist)} />
    </>
  ),
  owner: (playlist) => <span class="clip">{playlist.owner ?? UNKNOWN}</span>,
  tracks: (playlist, tools) => (
    <>
      {playlist.tracksTotal === null ? UNKNOWN : shownNumber(playlist.tracksTotal)}
      {tools()?.bar(playlist)}
    </>
  ),
  visibility: (playlist) => (
    <span class={`visibility ${playlist.visibility}`}>
      {VISIBILITY_LABELS[playlist.visibility]}
    </span>
  ),
  id: (playlist) => (
    <>
      <code class="clip">{playlist.id}</code>
      <CopyButton
        label={`Copy ID of ${shownName(playlist)}`}
        class="button quiet small"
        text={() => playlist.id}
      >
        Copy
      </CopyButton>
    </>
  ),
};

const LIKED_SONGS_CELLS: Readonly<Record<string, (total: Accessor<number | null>) => JSX.Element>> =
  {
    name: () => (
      <>
        <span class="cover liked" aria-hidden="true">
          ♥
        </span>
        <PageLink class="name" to="liked" label="Open liked songs">
          Liked songs
        </PageLink>
      </>
    ),
    owner: () => 'You',
    tracks: (total) => {
      const known = total();
      return known === null ? UNKNOWN : shownNumber(known);
    },
    visibility: () => VISIBILITY_LABELS.private,
  };

/** Draws one cell of the playlist table. */
export function playlistCell(columnId: string, playlist: Playlist, tools: Tools): JSX.Element {
  return <Show when={CELLS[columnId]}>{(draw) => draw()(playlist, tools)}</Show>;
}

/**
 * Draws one cell of the row that stands for the liked songs, which are no playlist of Spotify's.
 * Only the cell that shows the number follows it: the link keeps its focus when the number comes.
 */
export function likedSongsCell(columnId: string, total: Accessor<number | null>): JSX.Element {
  return LIKED_SONGS_CELLS[columnId]?.(total);
}
