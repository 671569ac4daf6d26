import { For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { formatDuration } from '../../library/duration.ts';
import { formatTitle, isUnavailable, songPathOf } from '../../library/item-columns.ts';
import { formatName, UNKNOWN } from '../../library/playlist-columns.ts';
import type { Song } from '../../library/song.ts';
import type { PlaylistItem } from '../../library/types.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { Cover } from '../../ui/cover.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';

/** Number of playlists that a row names; the others are counted. */
const NAMED = 2;

/** Gives the path of the table with this song alone, below the base path. */
export function pathOfSong({ uri, title }: PlaylistItem): string {
  return songPathOf(uri ?? title ?? '');
}

/** Gives the cells of the table of all songs, by column id. */
export const songCells = (
  choose: (song: Song) => void,
): Readonly<Record<string, (song: Song) => JSX.Element>> => ({
  title: (song) => (
    <>
      <Cover url={song.coverUrl ?? null} name={song.album ?? formatTitle(song)} size={36} />
      <span class="song-lines">
        <span class="song-line">
          <a
            class="name song-name"
            classList={{ 'song-gap': isUnavailable(song) }}
            href={BASE_PATH + pathOfSong(song)}
            title={formatTitle(song)}
            translate={song.kind === 'unavailable' ? undefined : 'no'}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              choose(song);
            }}
          >
            {formatTitle(song)}
          </a>
          <Show when={song.explicit}>
            <abbr class="song-explicit" title="Explicit">
              E
            </abbr>
          </Show>
        </span>
        <SongArtists song={song} />
      </span>
    </>
  ),
  in: (song) => (
    <Show
      when={song.places.length > 0}
      fallback={<span class="song-nowhere">{song.isLiked ? 'No playlist' : UNKNOWN}</span>}
    >
      <span
        class="song-places"
        title={song.places.map(({ playlist }) => formatName(playlist)).join('\n')}
      >
        <For each={song.places.slice(0, NAMED)}>
          {({ playlist, positions }) => (
            <PageLink
              class="song-place"
              isName
              to={`playlists/${encodeId(playlist.id)}`}
              title={formatName(playlist)}
            >
              {formatName(playlist)}
              {positions.length > 1 ? ` ×${positions.length}` : ''}
            </PageLink>
          )}
        </For>
        <Show when={song.places.length > NAMED}>
          <span class="song-more">+{formatNumber(song.places.length - NAMED)}</span>
        </Show>
      </span>
    </Show>
  ),
  liked: (song) => (
    <Show when={song.isLiked} fallback={<span class="song-nowhere">{UNKNOWN}</span>}>
      <span
        class="song-liked"
        role="img"
        aria-label="Liked"
        title={song.likedAt ? `Liked on ${formatDate(song.likedAt)}` : 'Liked'}
      >
        <Icon name="heart" />
      </span>
    </Show>
  ),
  'added-on': (song) =>
    song.addedAt === null ? (
      UNKNOWN
    ) : (
      <time class="clip" datetime={song.addedAt} title={formatDate(song.addedAt)}>
        {formatDate(song.addedAt)}
      </time>
    ),
  duration: (song) => (
    <span translate="no">
      {song.durationMs === null ? UNKNOWN : formatDuration(song.durationMs)}
    </span>
  ),
});

/** The second line of a song: who sings, or what it is instead of a song. */
export function SongArtists(props: { readonly song: PlaylistItem }): JSX.Element {
  const text = () => {
    const { kind, artists, album } = props.song;
    if (kind === 'unavailable') return 'Removed from Spotify';
    if (kind === 'episode') return `Episode · ${album ?? UNKNOWN}`;
    const names = artists.join(', ') || UNKNOWN;
    return kind === 'local' ? `${names} · Local file` : names;
  };
  return (
    <span class="song-artists clip" translate="no" title={text()}>
      {text()}
    </span>
  );
}
