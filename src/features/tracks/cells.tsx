import { type JSX, Show } from 'solid-js';
import { shownDuration } from '../../library/duration.ts';
import { shownTitle } from '../../library/item-columns.ts';
import { UNKNOWN } from '../../library/playlist-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { shownDate } from '../../words/day.ts';
import { shownNumber } from '../../words/number.ts';

/** Cells of items that differ from the text of their column. */
export const ITEM_CELLS: Readonly<Record<string, (item: PlaylistItem) => JSX.Element>> = {
  position: (item) => shownNumber(item.position),
  title: (item) => (
    <>
      <span class={item.kind === 'unavailable' ? 'name gap' : 'name'} title={shownTitle(item)}>
        {shownTitle(item)}
      </span>
      <Show when={item.explicit}>
        <abbr class="explicit" title="Explicit">
          E
        </abbr>
      </Show>
      <Show when={item.spotifyUrl}>
        {(url) => <SpotifyLink href={url()} name={shownTitle(item)} />}
      </Show>
    </>
  ),
  'added-on': (item) =>
    item.addedAt === null ? (
      UNKNOWN
    ) : (
      <time datetime={item.addedAt}>{shownDate(item.addedAt)}</time>
    ),
  duration: (item) => (item.durationMs === null ? UNKNOWN : shownDuration(item.durationMs)),
  id: (item) => <code class="clip">{item.id ?? UNKNOWN}</code>,
  uri: (item) => <code class="clip">{item.uri ?? UNKNOWN}</code>,
};
