import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { formatDuration } from '../../library/duration.ts';
import { formatTitle, isUnavailable } from '../../library/item-columns.ts';
import { formatName } from '../../library/playlist-columns.ts';
import type { Song, SongPlace } from '../../library/song.ts';
import { encodeId } from '../../spotify/addresses.ts';
import { type Command, isAvailable, useCommands } from '../../ui/command.tsx';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { Cover } from '../../ui/cover.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { formatDate } from '../../words/day.ts';
import { formatNumber, formatPlaylists } from '../../words/number.ts';
import { releaseEdits, songEdits } from '../edit/commands.ts';
import type { EditOpener } from '../edit/opener.tsx';
import { pathOfSong, SongArtists } from './cells.tsx';
import { chosenOf } from './chosen.ts';
import './where-panel.css';

/** The panel beside the table: every place of one song, and what is known of it. */
export function WherePanel(props: {
  readonly song: Song;
  readonly edits: EditOpener;
  readonly onClose: () => void;
  /** Receives the region, which can be focused by script. */
  readonly ref: (region: HTMLElement) => void;
}): JSX.Element {
  const actions = () => [
    ...songEdits(props.edits, () => [chosenOf(props.song)], props.song.isLiked),
    ...releaseEdits(props.edits, props.song),
  ];
  useCommands().register(() =>
    actions().map((action): Command => ({ group: 'This song', ...action })),
  );
  const id = createUniqueId();
  return (
    <section
      ref={props.ref}
      class="where-panel"
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <header class="where-panel-head">
        <h2 id={id}>Where it is</h2>
        <Button kind="ghost" icon="x" isIconOnly label="Close" onClick={() => props.onClose()} />
      </header>
      <div class="where-panel-song">
        <Cover
          url={props.song.coverUrl ?? null}
          name={props.song.album ?? formatTitle(props.song)}
          size={96}
        />
        <div class="where-panel-names">
          <p class="where-panel-title" translate="no">
            {formatTitle(props.song)}
          </p>
          <SongArtists song={props.song} />
          <Show when={props.song.kind !== 'episode' && props.song.album}>
            <p class="where-panel-album clip" translate="no" title={props.song.album ?? ''}>
              {props.song.album}
            </p>
          </Show>
        </div>
      </div>
      <Show when={isUnavailable(props.song)}>
        <p class="where-panel-warning">
          <Icon name="triangle-alert" />
          {props.song.kind === 'unavailable'
            ? 'Spotify has removed this song and no longer names it.'
            : 'Spotify says that you can’t play this song.'}
        </p>
      </Show>
      <div class="where-panel-actions">
        <For each={actions().filter(isAvailable)}>
          {(action) => (
            <Button
              size="small"
              label={action.label}
              {...(action.icon && { icon: action.icon })}
              onClick={() => action.run?.()}
            />
          )}
        </For>
      </div>
      <Places song={props.song} />
      <Facts song={props.song} />
      <Show when={props.song.spotifyUrl}>
        {(url) => (
          <ButtonLink
            class="where-panel-open"
            label="Open in Spotify"
            icon="external-link"
            href={url()}
            isExternal
          />
        )}
      </Show>
    </section>
  );
}

function Places(props: { readonly song: Song }): JSX.Element {
  const count = () => props.song.places.length;
  return (
    <>
      <h3 class="where-panel-label">
        {count() === 0 ? 'In no playlist' : `In ${formatPlaylists(count())}`}
      </h3>
      <ul class="where-panel-places">
        <For each={props.song.places}>
          {(place) => (
            <li>
              <PageLink
                class="where-panel-place"
                isName
                to={`playlists/${encodeId(place.playlist.id)}`}
              >
                {formatName(place.playlist)}
              </PageLink>
              <ul class="where-panel-positions">
                <For each={positionsOf(place)}>
                  {({ position, addedAt }) => (
                    <li>
                      <span>No. {formatNumber(position)}</span>
                      <span>{addedAt === null ? 'date unknown' : formatDate(addedAt)}</span>
                    </li>
                  )}
                </For>
              </ul>
            </li>
          )}
        </For>
        <Show when={props.song.isLiked}>
          <li>
            <PageLink class="where-panel-place" to="liked">
              Liked songs
            </PageLink>
            <ul class="where-panel-positions">
              <li>
                <span>Liked</span>
                <span>
                  {props.song.likedAt === null ? 'date unknown' : formatDate(props.song.likedAt)}
                </span>
              </li>
            </ul>
          </li>
        </Show>
      </ul>
    </>
  );
}

function positionsOf({ positions, addedAt }: SongPlace) {
  return positions.map((position, at) => ({ position, addedAt: addedAt[at] ?? null }));
}

function Facts(props: { readonly song: Song }): JSX.Element {
  return (
    <dl class="where-panel-facts">
      <Show when={props.song.durationMs !== null && props.song.durationMs}>
        {(ms) => (
          <div>
            <dt>Length</dt>
            <dd>{formatDuration(ms())}</dd>
          </div>
        )}
      </Show>
      <Show when={props.song.releaseDate}>
        {(date) => (
          <div>
            <dt>Released</dt>
            <dd>{date()}</dd>
          </div>
        )}
      </Show>
      <Show when={props.song.isrc}>
        {(isrc) => (
          <div>
            <dt>ISRC</dt>
            <dd>
              <code translate="no">{isrc()}</code>
              <CopyButton name="Copy ISRC" label="Copy" kind="ghost" size="small" text={isrc} />
            </dd>
          </div>
        )}
      </Show>
      <Show when={props.song.uri}>
        {(uri) => (
          <div>
            <dt>URI</dt>
            <dd>
              <code class="clip" translate="no" title={uri()}>
                {uri()}
              </code>
              <CopyButton name="Copy URI" label="Copy" kind="ghost" size="small" text={uri} />
            </dd>
          </div>
        )}
      </Show>
    </dl>
  );
}

/** Moves the focus into the panel of a song and back to where it was. */
export interface PanelFocus {
  /** Takes the panel, which can be focused by script. */
  readonly ref: (panel: HTMLElement) => void;
  /** Shows a song, and moves the focus to the panel. */
  readonly open: (key: string) => void;
  /** Closes the panel; a focus within it goes back. */
  readonly close: () => void;
}

/** Creates the way of the focus for the panel that shows `song`, chosen by its key. */
export function createPanelFocus(
  song: () => Song | undefined,
  choose: (key: string | undefined) => void,
): PanelFocus {
  let panel: HTMLElement | undefined;
  let opener: Element | null = null;
  return {
    ref(next) {
      panel = next;
    },
    open(key) {
      if (!panel?.contains(document.activeElement)) opener = document.activeElement;
      choose(key);
      panel?.focus({ preventScroll: true });
    },
    close() {
      const link = linkOf(song());
      const hadFocus = panel?.contains(document.activeElement) === true;
      choose(undefined);
      panel = undefined;
      if (!hadFocus) return;
      // The entry of a closed menu is hidden, and a row that was scrolled away is gone.
      const before = opener instanceof HTMLElement && opener.offsetParent !== null ? opener : link;
      opener = null;
      before?.focus({ preventScroll: true });
    },
  };
}

/** Gives the link of a song in the table, where it is drawn. */
function linkOf(song: Song | undefined): HTMLElement | undefined {
  if (!song) return undefined;
  const href = BASE_PATH + pathOfSong(song);
  const links = document.querySelectorAll<HTMLElement>('.song-name');
  return [...links].find((link) => link.getAttribute('href') === href);
}
