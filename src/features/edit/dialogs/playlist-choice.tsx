import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { fold } from '../../../library/fold.ts';
import { formatName } from '../../../library/playlist-columns.ts';
import type { Playlist } from '../../../library/types.ts';
import { Choice, ChoiceList } from '../../../ui/controls/choice-list.tsx';
import { formatSongs } from '../words.ts';
import type { OwnPlaylists } from './own-playlists.ts';
import './edit-form.css';

/** Most playlists that are listed at a time. */
const MOST_SHOWN = 50;

/** Asks for one of the person's own playlists, found by words of its name. */
export function PlaylistChoice(props: {
  readonly own: OwnPlaylists;
  readonly chosenId: string | undefined;
  readonly onChoose: (playlist: Playlist) => void;
}): JSX.Element {
  const id = createUniqueId();
  const [query, setQuery] = createSignal('');
  const found = createMemo(() => {
    const words = fold(query()).split(' ').filter(Boolean);
    const rows = props.own.rows() ?? [];
    return rows
      .filter(({ name }) => words.every((word) => fold(name).includes(word)))
      .slice(0, MOST_SHOWN);
  });
  return (
    <>
      <div class="edit-form">
        <label for={id}>Find a playlist</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <ChoiceList legend="Your playlists">
        <Show when={props.own.rows()} fallback={<p role="status">Reading your playlists…</p>}>
          <For
            each={found()}
            fallback={<p class="edit-note">{`No playlist matches “${query()}”.`}</p>}
          >
            {(playlist) => (
              <Choice
                label={formatName(playlist)}
                isName
                note={formatSongs(playlist.tracksTotal ?? 0)}
                group={id}
                isChecked={props.chosenId === playlist.id}
                onChange={() => props.onChoose(playlist)}
              />
            )}
          </For>
        </Show>
      </ChoiceList>
    </>
  );
}
