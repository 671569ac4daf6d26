import { type JSX, Show } from 'solid-js';
import { shownName, UNKNOWN, VISIBILITY_LABELS } from '../library/playlist-columns.ts';
import type { Playlist } from '../library/types.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Cover } from '../ui/cover.tsx';
import { shownNumber } from './shown-number.ts';

const CELLS: Readonly<Record<string, (playlist: Playlist) => JSX.Element>> = {
  name: (playlist) => (
    <>
      <Cover url={playlist.coverUrl} name={shownName(playlist)} />
      <a class="name" href={playlist.spotifyUrl} target="_blank" rel="noopener noreferrer">
        {shownName(playlist)}
      </a>
    </>
  ),
  owner: (playlist) => <span class="clip">{playlist.owner ?? UNKNOWN}</span>,
  tracks: (playlist) =>
    playlist.tracksTotal === null ? UNKNOWN : shownNumber(playlist.tracksTotal),
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

/** Draws one cell of the playlist table. */
export function playlistCell(columnId: string, playlist: Playlist): JSX.Element {
  return <Show when={CELLS[columnId]}>{(draw) => draw()(playlist)}</Show>;
}
