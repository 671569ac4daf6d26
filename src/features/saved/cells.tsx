import { type JSX, Show } from 'solid-js';
import { formatDuration } from '../../library/duration.ts';
import { UNKNOWN } from '../../library/playlist-columns.ts';
import { formatSavedName, type SavedItem } from '../../library/saved.ts';
import { Cover } from '../../ui/cover.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';

/** Cells of saved items that differ from the text of their column. */
export const savedCells: Readonly<Record<string, (item: SavedItem) => JSX.Element>> = {
  name: (item) => (
    <>
      <Cover url={item.coverUrl} name={formatSavedName(item)} size={36} />
      <span class="saved-lines">
        <span class="saved-line">
          <a
            class="name"
            href={item.spotifyUrl}
            target="_blank"
            rel="noopener noreferrer"
            translate="no"
            title={formatSavedName(item)}
          >
            {formatSavedName(item)}
          </a>
          <Show when={item.explicit}>
            <abbr class="saved-explicit" title="Explicit">
              E
            </abbr>
          </Show>
        </span>
        <span class="saved-second clip" translate="no" title={secondLine(item)}>
          {secondLine(item)}
        </span>
      </span>
    </>
  ),
  total: (item) => (
    <span translate="no">{item.total === null ? UNKNOWN : formatNumber(item.total)}</span>
  ),
  'added-on': (item) =>
    item.addedAt === null ? (
      UNKNOWN
    ) : (
      <time class="clip" datetime={item.addedAt} title={formatDate(item.addedAt)}>
        {formatDate(item.addedAt)}
      </time>
    ),
  duration: (item) => (
    <span translate="no">
      {item.durationMs === null ? UNKNOWN : formatDuration(item.durationMs)}
    </span>
  ),
};

/** What phones show below the name, in place of the columns. */
function secondLine({ people, show, narrators }: SavedItem): string {
  if (show !== null) return show;
  const names = people.join(', ');
  return narrators.length > 0 ? `${names} · read by ${narrators.join(', ')}` : names;
}
