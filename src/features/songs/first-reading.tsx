import { type JSX, Show } from 'solid-js';
import type { SongIndexJob } from '../../services/song-index/song-index.ts';
import type { Unread } from '../../services/song-index/status.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { aboutText } from '../../words/duration.ts';
import { formatNumber, formatPlaylists, formatSongs } from '../../words/number.ts';
import { SECONDS_PER_PAGE, totalOf } from '../export/job/job-words.ts';

/** Says on the first visit what all songs cost, with the one button that reads them. */
export function FirstReading(props: {
  readonly index: SongIndexJob;
  /** The question that the songs answer. */
  readonly question: string;
}): JSX.Element {
  return (
    <div class="songs-first" aria-busy={props.index.unread() === undefined}>
      <p>
        {props.question} To find out, this page reads all your playlists and your liked songs once.
      </p>
      <p class="songs-first-price">
        <Show when={props.index.unread()} fallback="Checking what’s already here…">
          {(unread) => priceText(unread())}
        </Show>
      </p>
      <Button
        kind="primary"
        size="large"
        label="Read all playlists"
        icon="list-music"
        isDisabled={props.index.unread() === undefined}
        onClick={() => props.index.start()}
      />
    </div>
  );
}

/** Says how far the reading is, where a page needs all songs before it can show anything. */
export function ReadingProgress(props: { readonly index: SongIndexJob }): JSX.Element {
  const share = () => props.index.count().done / Math.max(1, props.index.count().total);
  return (
    <div class="songs-first" aria-busy="true">
      <p>Songs are compared once all playlists are read.</p>
      <ProgressBar label="Read playlists" value={share()} />
      <p class="songs-first-price">{props.index.text()}</p>
      <Button label="Stop" icon="square" onClick={() => props.index.stop()} />
    </div>
  );
}

/** Says that a reading was stopped, and goes on with it. */
export function StoppedNotice(props: { readonly index: SongIndexJob }): JSX.Element {
  return (
    <Show when={props.index.state() === 'stopped'}>
      <Notice
        kind="info"
        message={`Reading stopped after ${props.index.text()}. The rest is missing here.`}
        action="Resume"
        onAction={() => props.index.start()}
      />
    </Show>
  );
}

/** Says, where songs are already in the table, how many playlists are not. */
export function UnreadNotice(props: { readonly index: SongIndexJob }): JSX.Element {
  const unread = () => props.index.unread();
  return (
    <Show when={props.index.state() === 'idle' && (unread()?.requests ?? 0) > 0 && unread()}>
      {(missing) => (
        <Notice
          kind="info"
          message={missingText(missing())}
          action="Read all playlists"
          onAction={() => props.index.start()}
        />
      )}
    </Show>
  );
}

function missingText(unread: Unread): string {
  const count = unread.playlists.length;
  const price = costText(unread);
  if (count === 0) return `Your liked songs are not read yet: ${price}`;
  const songs = formatSongs(totalOf(unread.playlists));
  return `${formatPlaylists(count)} with ${songs} ${count === 1 ? 'is' : 'are'} not read yet: ${price}`;
}

function priceText(unread: Unread): string {
  const { playlists } = unread;
  const songs = totalOf(playlists);
  const size =
    playlists.length === 0 ? '' : `${formatPlaylists(playlists.length)}, ${formatSongs(songs)}: `;
  return size + costText(unread);
}

function costText({ requests }: Unread): string {
  const requestsText = `${formatNumber(requests)} ${requests === 1 ? 'request' : 'requests'}`;
  const time = aboutText(requests * SECONDS_PER_PAGE * 1_000);
  return `${requestsText}, ${time.toLowerCase()}. You can keep browsing; all stays on this device for a day.`;
}
