import { type JSX, Show } from 'solid-js';
import { formatDuration } from '../../library/duration.ts';
import { formatTitle } from '../../library/item-columns.ts';
import { UNKNOWN } from '../../library/playlist-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';

/** Cells of items that differ from the text of their column. */
export const ITEM_CELLS: Readonly<Record<string, (item: PlaylistItem) => JSX.Element>> = {
  position: (item) => formatNumber(item.position),
  title: (item) => (
    <>
      <span class={item.kind === 'unavailable' ? 'name gap' : 'name'} title={formatTitle(item)}>
        {formatTitle(item)}
      </span>
      <Show when={item.explicit}>
        <abbr class="explicit" title="Explicit">
          E
        </abbr>
      </Show>
      <Show when={item.spotifyUrl}>
        {(url) => <SpotifyLink href={url()} name={formatTitle(item)} />}
      </Show>
    </>
  ),
  'added-on': (item) =>
    item.addedAt === null ? (
      UNKNOWN
    ) : (
      <time datetime={item.addedAt}>{formatDate(item.addedAt)}</time>
    ),
  duration: (item) => (item.durationMs === null ? UNKNOWN : formatDuration(item.durationMs)),
  id: (item) => <code class="clip">{item.id ?? UNKNOWN}</code>,
  uri: (item) => <code class="clip">{item.uri ?? UNKNOWN}</code>,
};
