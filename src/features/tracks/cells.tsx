import { type JSX, Show } from 'solid-js';
import { formatDuration } from '../../library/duration.ts';
import { formatExplicit, formatTitle, KIND_LABELS } from '../../library/item-columns.ts';
import { UNKNOWN } from '../../library/playlist-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';

/** Cells of items that differ from the text of their column. */
export const ITEM_CELLS: Readonly<Record<string, (item: PlaylistItem) => JSX.Element>> = {
  position: (item) => <span translate="no">{formatNumber(item.position)}</span>,
  title: (item) => (
    <>
      <span
        class={item.kind === 'unavailable' ? 'name gap' : 'name'}
        translate={item.kind === 'unavailable' ? undefined : 'no'}
        title={formatTitle(item)}
      >
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
  duration: (item) => (
    <span translate="no">
      {item.durationMs === null ? UNKNOWN : formatDuration(item.durationMs)}
    </span>
  ),
  kind: (item) => <span class="clip">{KIND_LABELS[item.kind]}</span>,
  explicit: (item) => <span class="clip">{formatExplicit(item.explicit) ?? UNKNOWN}</span>,
  id: (item) => (
    <code class="clip" translate="no">
      {item.id ?? UNKNOWN}
    </code>
  ),
  uri: (item) => (
    <code class="clip" translate="no">
      {item.uri ?? UNKNOWN}
    </code>
  ),
};
