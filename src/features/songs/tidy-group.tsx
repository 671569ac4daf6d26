import { For, type JSX, Show } from 'solid-js';
import { formatDuration } from '../../library/duration.ts';
import { formatTitle } from '../../library/item-columns.ts';
import { formatName, UNKNOWN } from '../../library/playlist-columns.ts';
import type { Song } from '../../library/song.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { Cover } from '../../ui/cover.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SpotifyLink } from '../../ui/spotify-link.tsx';
import { formatNumber } from '../../words/number.ts';
import { pathOfSong, SongArtists } from './cells.tsx';
import type { TidyGroup } from './tidy-lists.ts';

/** Number of playlists that a row names; the others are counted. */
const NAMED = 3;

/** One group of songs, with the proof above them. */
export function TidyGroupView(props: { readonly group: TidyGroup }): JSX.Element {
  return (
    <li class="tidy-group" classList={{ 'tidy-group-alone': props.group.songs.length === 1 }}>
      <Show when={props.group.proof}>{(proof) => <p class="tidy-proof">{proof()}</p>}</Show>
      <ul class="tidy-songs">
        <For each={props.group.songs}>{(song) => <TidySong song={song} />}</For>
      </ul>
    </li>
  );
}

function TidySong(props: { readonly song: Song }): JSX.Element {
  const { song } = props;
  return (
    <li class="tidy-song">
      <Cover url={song.coverUrl ?? null} name={song.album ?? formatTitle(song)} size={36} />
      <span class="song-lines">
        <span class="song-line">
          <PageLink class="tidy-title clip" isName to={pathOfSong(song)} title={formatTitle(song)}>
            {formatTitle(song)}
          </PageLink>
          <Show when={song.isLiked}>
            <span class="song-liked" role="img" aria-label="Liked" title="Liked">
              <Icon name="heart" />
            </span>
          </Show>
        </span>
        <SongArtists song={song} />
      </span>
      <span class="tidy-album clip" translate="no" title={song.album ?? ''}>
        {song.album ?? UNKNOWN}
      </span>
      <span class="tidy-places">
        <For each={song.places.slice(0, NAMED)}>
          {({ playlist, positions }) => (
            <PageLink
              class="song-place"
              isName
              to={`playlists/${encodeId(playlist.id)}`}
              title={`${formatName(playlist)}, No. ${positions.join(', ')}`}
            >
              {formatName(playlist)}
              {positions.length > 1 ? ` ×${positions.length}` : ''}
            </PageLink>
          )}
        </For>
        <Show when={song.places.length > NAMED}>
          <span class="song-more">+{formatNumber(song.places.length - NAMED)}</span>
        </Show>
        <Show when={song.places.length === 0}>
          <span class="song-nowhere">No playlist</span>
        </Show>
      </span>
      <span class="tidy-length" translate="no">
        {song.durationMs === null ? UNKNOWN : formatDuration(song.durationMs)}
      </span>
      <Show when={song.spotifyUrl} fallback={<span class="tidy-no-link" />}>
        {(url) => <SpotifyLink href={url()} name={formatTitle(song)} />}
      </Show>
    </li>
  );
}
