import { For, type JSX, Show } from 'solid-js';
import { formatName } from '../../library/playlist-columns.ts';
import { type Song, textOfSong } from '../../library/song.ts';
import { makeSongSearch, SONG_SEARCH_HELP } from '../../library/song-search.ts';
import type { Playlist } from '../../library/types.ts';
import type { Failed } from '../../lists/gather-tracks.ts';
import type { TableSearching } from '../../table/table-view.ts';
import { runInSlices } from '../../ui/in-slices.ts';
import { formatPlaylists } from '../../words/number.ts';

/** Number of songs that are folded before the time is looked at. */
const SONGS_IN_STEP = 64;

/** Makes the search of one table of all songs, and its syntax help. */
export function songSearching(): TableSearching<Song> {
  return { search: makeSongSearch(), help: SONG_SEARCH_HELP };
}

/**
 * Folds the texts of songs in slices, so that no letter of a search has to wait for all of them. @throws the signal's
 * reason.
 */
export function foldTexts(songs: readonly Song[], signal: AbortSignal): Promise<void> {
  function* fold() {
    for (const [at, song] of songs.entries()) {
      textOfSong(song);
      if (at % SONGS_IN_STEP === 0) yield;
    }
  }
  return runInSlices(fold(), signal);
}

/** Names the playlists whose songs are not in the table, and says why. */
export function MissingPlaylists(props: {
  readonly withheld: readonly Playlist[];
  readonly failed: readonly Failed[];
}): JSX.Element {
  return (
    <>
      <Show when={props.failed.length > 0}>
        <Missing
          text={`${formatPlaylists(props.failed.length)} couldn’t be read. Refresh to try again.`}
          playlists={props.failed.map(({ playlist }) => playlist)}
        />
      </Show>
      <Show when={props.withheld.length > 0}>
        <Missing
          text={`Without ${formatPlaylists(props.withheld.length)} of other people. Spotify shows apps only your own and collaborative ones.`}
          playlists={props.withheld}
        />
      </Show>
    </>
  );
}

function Missing(props: {
  readonly text: string;
  readonly playlists: readonly Playlist[];
}): JSX.Element {
  return (
    <details class="songs-missing">
      <summary>{props.text}</summary>
      <ul>
        <For each={props.playlists}>
          {(playlist) => (
            <li>
              <a
                href={playlist.spotifyUrl}
                target="_blank"
                rel="noopener noreferrer"
                translate="no"
              >
                {formatName(playlist)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
