import { createSignal, createUniqueId, For, type JSX, onCleanup, Show } from 'solid-js';
import { matchSong, type ScoredHit } from '../../../library/match-score.ts';
import type { PlaylistItem } from '../../../library/types.ts';
import { useSpotify } from '../../../services/spotify.ts';
import { isSpotifyError } from '../../../spotify/errors.ts';
import { getSong, searchSongs } from '../../../spotify/search.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { errorText } from '../../../words/errors.ts';
import { queriesOf } from '../match/match-key.ts';
import type { FileRow } from '../readers/read-file.ts';
import { uriIn, uriOfId } from '../readers/values.ts';
import { FoundSong } from './found-song.tsx';

/** The other finds for a song, and a search with a person's own words or a link. */
export function OtherSongs(props: {
  readonly row: FileRow;
  readonly hits: readonly ScoredHit<PlaylistItem>[];
  readonly onChoose: (song: PlaylistItem) => void;
}): JSX.Element {
  const id = createUniqueId();
  const { connection, pace } = useSpotify();
  const [query, setQuery] = createSignal(queriesOf(props.row).at(-1) ?? '');
  const [found, setFound] = createSignal<readonly ScoredHit<PlaylistItem>[]>();
  const [isBusy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const leave = new AbortController();
  onCleanup(() => leave.abort());
  const hits = () => found() ?? props.hits;

  async function search(): Promise<void> {
    const words = query().trim();
    if (words === '' || isBusy()) return;
    setBusy(true);
    setProblem(undefined);
    try {
      // A person's own retry clears known limits.
      if (problem() !== undefined) pace.lift();
      const songs = await songsFor(words);
      setFound(matchSong(props.row, songs).hits);
    } catch (error) {
      if (!leave.signal.aborted)
        setProblem(
          isSpotifyError(error, 'not-found') ? 'Spotify knows no such song.' : errorText(error),
        );
    } finally {
      setBusy(false);
    }
  }

  async function songsFor(words: string): Promise<readonly PlaylistItem[]> {
    const [, type, songId] = (uriIn(words) ?? uriOfId(words))?.split(':') ?? [];
    return type === 'track' && songId
      ? [await getSong(connection, songId, leave.signal)]
      : searchSongs(connection, words, leave.signal);
  }

  return (
    <div class="match-others">
      <form
        class="match-search"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <label for={id}>Your own words, or a link</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Button
          icon="search"
          label="Search"
          isSubmit
          isDisabled={isBusy() || query().trim() === ''}
        />
      </form>
      <Show when={problem()}>{(text) => <Notice kind="bad" message={text()} />}</Show>
      <ul class="match-hits" aria-label="Other songs">
        <For
          each={hits()}
          fallback={
            <li class="match-more">{found() ? 'Spotify found nothing.' : 'No other song.'}</li>
          }
        >
          {(hit) => (
            <li class="match-hit">
              <FoundSong found={hit} />
              <Button
                size="small"
                label="Use"
                name={`Use ${hit.hit.title ?? ''}`}
                onClick={() => props.onChoose(hit.hit)}
              />
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
