import { type Accessor, type JSX, Show } from 'solid-js';
import { formatTotalDuration } from '../../library/duration.ts';
import { formatName, UNKNOWN } from '../../library/playlist-columns.ts';
import {
  isOwn,
  type ShownVisibility,
  shownVisibility,
  VISIBILITY_WORDS,
} from '../../library/playlist-visibility.ts';
import type { Playlist } from '../../library/types.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { Cover } from '../../ui/cover.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import { type FactsOf, YOU } from './columns.ts';

const ICONS: Readonly<Record<Exclude<ShownVisibility, 'unknown'>, IconName>> = {
  'on-profile': 'globe',
  'not-on-profile': 'eye-off',
  collaborative: 'users',
  followed: 'user-check',
};

/** Gives the cells of the table of playlists for the user with this id and what is known of them, by column id. */
export const playlistCells = (
  meId: Accessor<string | null>,
  factsOf: FactsOf,
): Readonly<Record<string, (playlist: Playlist) => JSX.Element>> => ({
  name: (playlist) => (
    <>
      <Cover url={playlist.coverUrl} name={formatName(playlist)} />
      <PageLink
        class="name"
        isName
        to={`playlists/${encodeId(playlist.id)}`}
        title={formatName(playlist)}
      >
        {formatName(playlist)}
      </PageLink>
    </>
  ),
  owner: (playlist) => {
    const isMine = () => isOwn(playlist, meId());
    const owner = () => (isMine() ? YOU : (playlist.owner ?? UNKNOWN));
    return (
      <span
        class="clip"
        classList={{ 'playlist-yours': isMine(), 'playlist-unsettled': meId() === null }}
        translate={isMine() ? undefined : 'no'}
        title={playlist.owner ?? owner()}
      >
        {owner()}
      </span>
    );
  },
  tracks: (playlist) =>
    playlist.tracksTotal === null ? (
      <span class="unknown" title="Spotify doesn’t share songs of playlists you follow.">
        {UNKNOWN}
      </span>
    ) : (
      <span translate="no" classList={{ 'playlist-one': playlist.tracksTotal === 1 }}>
        {formatNumber(playlist.tracksTotal)}
      </span>
    ),
  visibility: (playlist) => <VisibilityCell of={shownVisibility(playlist, meId())} />,
  length: (playlist) => (
    <Show when={factsOf(playlist)?.durationMs} fallback={UNKNOWN}>
      {(ms) => (
        <span class="clip" translate="no">
          {formatTotalDuration(ms())}
        </span>
      )}
    </Show>
  ),
  'last-added': (playlist) => (
    <Show when={factsOf(playlist)?.lastAddedAt} fallback={UNKNOWN}>
      {(at) => (
        <time class="clip" datetime={at()} title={formatDate(at())}>
          {formatDate(at())}
        </time>
      )}
    </Show>
  ),
  id: (playlist) => (
    <code class="clip" translate="no" title={playlist.id}>
      {playlist.id}
    </code>
  ),
});

function VisibilityCell(props: { readonly of: ShownVisibility }): JSX.Element {
  const words = () => VISIBILITY_WORDS[props.of];
  return (
    <span class="visibility" title={words().meaning}>
      <Show when={props.of !== 'unknown' && props.of}>{(of) => <Icon name={ICONS[of()]} />}</Show>
      <span class="clip">{words().label}</span>
    </span>
  );
}
