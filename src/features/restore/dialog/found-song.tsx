import { For, type JSX, Show } from 'solid-js';
import type { ScoredHit } from '../../../library/match-score.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import { Cover } from '../../../ui/cover.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { differenceTexts, songFactsText } from '../words.ts';

/** A song of Spotify, with a link to it and what differs from the file. */
export function FoundSong(props: {
  readonly found: ScoredHit<PlaylistItem>;
  /** What else there is to say of it; may be empty. */
  readonly note?: string;
}): JSX.Element {
  const song = () => props.found.hit;
  return (
    <div class="match-song">
      <Cover url={song().coverUrl ?? null} name={song().album ?? song().title ?? ''} size={36} />
      <div class="match-words">
        <p class="match-title" translate="no">
          <Show when={song().spotifyUrl} fallback={song().title}>
            {(url) => (
              <a href={url()} target="_blank" rel="noopener noreferrer" title="Open in Spotify">
                {song().title}
              </a>
            )}
          </Show>
          <Show when={song().explicit}>
            {' '}
            <abbr class="match-explicit" title="Explicit">
              E
            </abbr>
          </Show>
        </p>
        <p class="match-more" translate="no">
          {songFactsText(song())}
        </p>
        <Show when={props.note}>
          <p class="match-more">{props.note}</p>
        </Show>
        <Show when={props.found.differences.length > 0}>
          <ul class="match-differences" aria-label="Differences">
            <For each={differenceTexts(props.found.differences)}>
              {(text) => (
                <li>
                  <Icon name="triangle-alert" />
                  {text}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </div>
  );
}
