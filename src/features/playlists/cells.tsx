import { type Accessor, type JSX, Show } from 'solid-js';
import { formatName, UNKNOWN, VISIBILITY_LABELS } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatNumber } from '../../words/number.ts';

/** Minimum width of a bar in percent, so that a small count stays visible. */
const SHORTEST_BAR = 3;

/**
 * Gives the cells of the playlist table that differ from their column's text; bars are drawn once the maximum track
 * count is known.
 */
export const playlistCells = (
  largest: Accessor<number | undefined>,
): Readonly<Record<string, (playlist: Playlist) => JSX.Element>> => ({
  name: (playlist) => (
    <>
      <Cover url={playlist.coverUrl} name={formatName(playlist)} />
      <PageLink class="name" isName to={`playlists/${encodeId(playlist.id)}`}>
        {formatName(playlist)}
      </PageLink>
      <SpotifyLink href={playlist.spotifyUrl} name={formatName(playlist)} />
    </>
  ),
  tracks: (playlist) => (
    <>
      <span translate="no">{formatTotal(playlist.tracksTotal)}</span>
      <Show when={largest()}>
        {(most) => <AmountBar share={(playlist.tracksTotal ?? 0) / most()} />}
      </Show>
    </>
  ),
  visibility: (playlist) => (
    <span class={`visibility ${playlist.visibility}`}>
      {VISIBILITY_LABELS[playlist.visibility]}
    </span>
  ),
  id: (playlist) => (
    <>
      <code class="clip" translate="no">
        {playlist.id}
      </code>
      <CopyButton
        label={`Copy ID of ${formatName(playlist)}`}
        class="button quiet small"
        text={() => playlist.id}
      >
        Copy
      </CopyButton>
    </>
  ),
});

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
    tracks: (total) => <ChangingText text={formatTotal(total())} />,
    visibility: () => VISIBILITY_LABELS.private,
  };

/**
 * Draws one cell of the row of the liked songs, which are no playlist at Spotify. Only the cell with the count reads
 * `total`: the link is not redrawn, so the link keeps its focus.
 */
export function likedSongsCell(columnId: string, total: Accessor<number | null>): JSX.Element {
  return LIKED_SONGS_CELLS[columnId]?.(total);
}

function formatTotal(total: number | null): string {
  return total === null ? UNKNOWN : formatNumber(total);
}

/** A bar beside a number, proportional to the number; hidden from screen readers, since the number is text. */
function AmountBar(props: {
  /** Ratio to the maximum, from 0 to 1. */
  readonly share: number;
}): JSX.Element {
  const width = () => (props.share > 0 ? Math.max(SHORTEST_BAR, 100 * props.share) : 0);
  return (
    <svg class="amount-bar" aria-hidden="true">
      <rect width={`${width()}%`} height="100%" />
    </svg>
  );
}
