import { For, type JSX, Show } from 'solid-js';
import { formatDuration } from '../../library/duration.ts';
import {
  formatArtists,
  formatExplicit,
  formatTitle,
  isUnavailable,
  KIND_LABELS,
} from '../../library/item-columns.ts';
import { UNKNOWN } from '../../library/playlist-columns.ts';
import type { PlaylistItem } from '../../library/types.ts';
import { Cover } from '../../ui/cover.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';

/** Length of a side of a cover beside a song, in px. */
const COVER_SIZE = 36;

/** Cells of items that differ from the text of their column. */
export const ITEM_CELLS: Readonly<Record<string, (item: PlaylistItem) => JSX.Element>> = {
  position: (item) => (
    <span class="item-number" translate="no">
      {formatNumber(item.position)}
    </span>
  ),
  title: (item) => <Song item={item} />,
  'added-on': (item) =>
    item.addedAt === null ? (
      UNKNOWN
    ) : (
      <time class="clip" datetime={item.addedAt} title={formatDate(item.addedAt)}>
        {formatDate(item.addedAt)}
      </time>
    ),
  duration: (item) => <span translate="no">{formatLength(item)}</span>,
  kind: (item) => <span class="clip">{KIND_LABELS[item.kind]}</span>,
  explicit: (item) => <span class="clip">{formatExplicit(item.explicit) ?? UNKNOWN}</span>,
  id: (item) => <Code text={item.id} />,
  uri: (item) => <Code text={item.uri} />,
};

/** Cover, title and artists of a song in two lines, with badges for what is out of the ordinary. */
function Song(props: { readonly item: PlaylistItem }): JSX.Element {
  const title = () => formatTitle(props.item);
  const isGap = () => props.item.kind === 'unavailable';
  const by = () => formatArtists(props.item) ?? props.item.album;
  return (
    <>
      <Cover
        url={props.item.coverUrl ?? null}
        name={props.item.album ?? title()}
        size={COVER_SIZE}
      />
      <div class="item-lines">
        <div class="item-line">
          <span
            class={isGap() ? 'name item-gap' : 'name'}
            translate={isGap() ? undefined : 'no'}
            title={title()}
          >
            {title()}
          </span>
          <Show when={props.item.explicit}>
            <abbr class="item-badge" title="Explicit">
              E
            </abbr>
          </Show>
          <For each={badgesOf(props.item)}>{(text) => <span class="item-badge">{text}</span>}</For>
        </div>
        <div class="item-line item-by">
          <Show when={by()}>
            {(text) => (
              <span class="clip" translate="no" title={text()}>
                {text()}
              </span>
            )}
          </Show>
          {/* Where the column "Duration" has no place. */}
          <span class="item-length" translate="no">
            {formatLength(props.item)}
          </span>
        </div>
      </div>
    </>
  );
}

/** Gives the words for an item that is no song, or cannot be played. */
function badgesOf(item: PlaylistItem): readonly string[] {
  const isOther = item.kind === 'episode' || item.kind === 'local';
  return [
    ...(isOther ? [KIND_LABELS[item.kind]] : []),
    ...(isUnavailable(item) ? [KIND_LABELS.unavailable] : []),
  ];
}

function Code(props: { readonly text: string | null }): JSX.Element {
  return (
    <code class="clip" translate="no" title={props.text ?? undefined}>
      {props.text ?? UNKNOWN}
    </code>
  );
}

function formatLength({ durationMs }: PlaylistItem): string {
  return durationMs === null ? UNKNOWN : formatDuration(durationMs);
}
