import { useParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { formatTotalDuration } from '../../library/duration.ts';
import { ITEM_COLUMNS } from '../../library/item-columns.ts';
import { formatName, UNKNOWN, VISIBILITY_LABELS } from '../../library/playlist-columns.ts';
import type { Playlist, PlaylistDetails, PlaylistItem } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { spotifyUrlOf } from '../../spotify/addresses.ts';
import { ChangingText } from '../../ui/changing-text.tsx';
import { Cover } from '../../ui/cover.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { formatTracks } from '../../words/number.ts';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { Histograms, ItemTable } from './item-table.tsx';
import { createPlaylist } from './open-lists.ts';
import './playlist.css';

/** The page of one playlist and its tracks. */
export default function PlaylistRoute(): JSX.Element {
  const params = useParams();
  return (
    <RequireLogin>
      <Show when={params['id']} keyed>
        {(id) => <PlaylistPage id={id} />}
      </Show>
    </RequireLogin>
  );
}

function PlaylistPage(props: { readonly id: string }): JSX.Element {
  const { isOpen, details, tracks, isKeptBack, isForeign, askAgain } = createPlaylist(props.id);
  return (
    <Show when={isOpen()} fallback={<div class="page" aria-busy="true" />}>
      <div class="page wide">
        <PlaylistHead details={details()} tracks={tracks} isKeptBack={isKeptBack()} />
        <Notices>
          <Show
            when={!isKeptBack()}
            fallback={
              <KeptBack
                url={details()?.spotifyUrl ?? spotifyUrlOf('playlist', props.id, null)}
                isForeign={isForeign()}
                onAskAgain={askAgain}
              />
            }
          >
            <ItemTable
              label="Tracks"
              columns={ITEM_COLUMNS}
              items={tracks}
              formatCount={formatTracks}
              searchLabel="Search tracks"
              emptyText="This playlist has no tracks yet."
              exportSource={{
                list: () => {
                  const playlist = details() ?? null;
                  return { name: playlist?.name ?? '', playlist, items: tracks.rows() };
                },
              }}
            />
          </Show>
        </Notices>
      </div>
    </Show>
  );
}

function PlaylistHead(props: {
  readonly details: Playlist | PlaylistDetails | undefined;
  readonly tracks: Collection<PlaylistItem>;
  readonly isKeptBack: boolean;
}): JSX.Element {
  const name = () => (props.details ? formatName(props.details) : 'Playlist');
  const isComplete = () => props.tracks.savedAt() !== undefined;
  const total = () =>
    isComplete()
      ? props.tracks.rows().length
      : (props.tracks.expected() ?? props.details?.tracksTotal ?? null);
  const duration = () => props.tracks.rows().reduce((sum, row) => sum + (row.durationMs ?? 0), 0);

  return (
    <div class="playlist-head">
      <Cover url={props.details?.coverUrl ?? null} name={name()} size={96} />
      <div class="lead">
        <PageHeading title={name()}>
          <span translate="no">{name()}</span>
        </PageHeading>
        <Show when={props.details?.description}>
          {(text) => (
            <p>
              <ChangingText text={text()} />
            </p>
          )}
        </Show>
        <Show when={props.details}>
          {(shown) => (
            <>
              <p class="facts">
                <span translate="no">{shown().owner ?? UNKNOWN}</span>
                <ChangingText text={VISIBILITY_LABELS[shown().visibility]} />
                <ChangingText text={countOf(total())} />
                <Show when={isComplete() && duration() > 0}>
                  <ChangingText text={formatTotalDuration(duration())} />
                </Show>
              </p>
              <a class="hint" href={shown().spotifyUrl} target="_blank" rel="noopener noreferrer">
                Open in Spotify
              </a>
            </>
          )}
        </Show>
      </div>
      <Show when={!props.isKeptBack && total() !== 0}>
        <Histograms of={props.tracks} formatCount={formatTracks} />
      </Show>
    </div>
  );
}

/** Explains that Spotify withholds the tracks, with a link to the playlist in Spotify. */
function KeptBack(props: {
  readonly url: string;
  readonly isForeign: boolean;
  readonly onAskAgain: () => void;
}): JSX.Element {
  return (
    <div class="notice">
      <p>
        <ChangingText
          text={props.isForeign ? 'This playlist belongs to someone else, so Spotify' : 'Spotify'}
        />{' '}
        does not give its songs to apps like this one;{' '}
        <a href={props.url} target="_blank" rel="noopener noreferrer">
          open it in Spotify
        </a>
        .
      </p>
      <button type="button" class="button" onClick={() => props.onAskAgain()}>
        Ask again
      </button>
    </div>
  );
}

function countOf(total: number | null): string {
  return total === null ? `${UNKNOWN} tracks` : formatTracks(total);
}
