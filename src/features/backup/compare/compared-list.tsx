import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../../deployment.ts';
import { countChanges, type RowChangeKind } from '../../../library/compare-lists.ts';
import { songPathOf } from '../../../library/item-columns.ts';
import { formatName } from '../../../library/playlist-columns.ts';
import { encodeId, spotifyUrlOf } from '../../../spotify/addresses.ts';
import { Button, ButtonLink } from '../../../ui/controls/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { SpotifyLink } from '../../../ui/spotify-link.tsx';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import type { CompareJob } from './compare-job.ts';
import type { Change, ComparedList } from './comparison.ts';
import { CHANGE_KINDS, outcomeText, placeText, rowTitle } from './words.ts';
import './compared-list.css';

/** Number of rows of one kind that are drawn at first, and with each press of the button. */
const STEP = 100;

/** One list of the file: what became of it, and its changes once it is unfolded. */
export function ComparedListView(props: {
  readonly list: ComparedList;
  readonly job: CompareJob;
}): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  const name = () => {
    const { entry, present } = props.list;
    return present ? formatName(present) : entry.name.trim() || '(no name)';
  };
  const changes = () => {
    const { outcome } = props.list;
    return outcome.kind === 'compared' ? outcome.changes : [];
  };
  return (
    <li class="compare-list">
      <Show
        when={changes().length > 0}
        fallback={
          <div class="compare-head">
            <span class="compare-mark" />
            <ListName list={props.list} name={name()} />
            <Outcome list={props.list} job={props.job} />
          </div>
        }
      >
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary class="compare-head">
            <span class="compare-mark">
              <Icon name="chevron-right" />
            </span>
            <ListName list={props.list} name={name()} />
            <Counts changes={changes()} />
          </summary>
          <Show when={isOpen()}>
            <Changes changes={changes()} />
          </Show>
        </details>
      </Show>
    </li>
  );
}

function ListName(props: { readonly list: ComparedList; readonly name: string }): JSX.Element {
  const isRenamed = () => props.list.present && props.list.present.name !== props.list.entry.name;
  return (
    <span class="compare-name">
      <span class="clip" translate="no" title={props.name}>
        {props.name}
      </span>
      <Show when={isRenamed()}>
        <span class="compare-former clip" title={props.list.entry.name}>
          was <span translate="no">{props.list.entry.name}</span>
        </span>
      </Show>
    </span>
  );
}

/** What each kind is called in the line of a list. */
const SHORT: Readonly<Record<RowChangeKind, (count: string) => JSX.Element>> = {
  added: (count) => (
    <>
      +{count}
      <span class="compare-unseen"> added</span>
    </>
  ),
  removed: (count) => (
    <>
      −{count}
      <span class="compare-unseen"> removed</span>
    </>
  ),
  moved: (count) => `moved ${count}`,
  unavailable: (count) => `unavailable ${count}`,
};

function Counts(props: { readonly changes: readonly Change[] }): JSX.Element {
  const counts = createMemo(() => countChanges(props.changes));
  return (
    <span class="compare-counts">
      <For each={CHANGE_KINDS.filter(([kind]) => counts()[kind] > 0)}>
        {([kind, label]) => (
          <span
            class={`compare-count compare-${kind}`}
            title={`${label}: ${formatNumber(counts()[kind])}`}
          >
            {SHORT[kind](formatNumber(counts()[kind]))}
          </span>
        )}
      </For>
    </span>
  );
}

/** Why a list has no changes, and the choice among playlists of one name. */
function Outcome(props: { readonly list: ComparedList; readonly job: CompareJob }): JSX.Element {
  const candidates = () => {
    const { outcome } = props.list;
    return outcome.kind === 'choice' ? outcome.candidates : [];
  };
  return (
    <span class="compare-outcome" classList={{ [`compare-is-${props.list.outcome.kind}`]: true }}>
      {outcomeText(props.list)}
      <Show when={candidates().length > 0}>
        <select
          class="compare-choice"
          aria-label={`Compare ${props.list.entry.name} with`}
          onChange={(event) => props.job.choose(props.list.entry, event.currentTarget.value)}
        >
          <option value="" disabled selected>
            Choose one…
          </option>
          <For each={candidates()}>
            {({ id, name, tracksTotal, owner }) => (
              <option value={id} translate="no">
                {[name, tracksTotal === null ? null : formatSongs(tracksTotal), owner]
                  .filter(Boolean)
                  .join(' · ')}
              </option>
            )}
          </For>
        </select>
      </Show>
    </span>
  );
}

function Changes(props: { readonly changes: readonly Change[] }): JSX.Element {
  return (
    <div class="compare-changes">
      <For each={CHANGE_KINDS}>
        {([kind, label]) => (
          <ChangesOfKind
            label={label}
            changes={props.changes.filter((change) => change.kind === kind)}
          />
        )}
      </For>
    </div>
  );
}

function ChangesOfKind(props: {
  readonly label: string;
  readonly changes: readonly Change[];
}): JSX.Element {
  const [shown, setShown] = createSignal(STEP);
  const rest = () => props.changes.length - shown();
  return (
    <Show when={props.changes.length > 0}>
      <h2 class="compare-kind">{`${props.label} ${formatNumber(props.changes.length)}`}</h2>
      <ul class="compare-rows" aria-label={props.label}>
        <For each={props.changes.slice(0, shown())}>
          {(change) => <ChangedRow change={change} />}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <Button
          size="small"
          class="compare-more"
          label={`Show ${formatNumber(Math.min(STEP, rest()))} more of ${formatNumber(rest())}`}
          onClick={() => setShown((before) => before + STEP)}
        />
      </Show>
    </Show>
  );
}

function ChangedRow(props: { readonly change: Change }): JSX.Element {
  const { change } = props;
  const { row } = change;
  const title = rowTitle(change);
  const artists = [row.artists.join(', '), noteOf(change)].filter(Boolean).join(' · ');
  return (
    <li class={`compare-row compare-${change.kind}`}>
      <span class="compare-place" title="Position">
        {placeText(change)}
      </span>
      <span class="compare-song">
        <span class="clip" translate="no" title={title}>
          {title}
        </span>
        <span class="compare-artists clip" translate="no" title={artists}>
          {artists}
        </span>
      </span>
      <span class="compare-album clip" translate="no" title={row.album ?? ''}>
        {row.album}
      </span>
      <span class="compare-links">
        <Show when={whereOf(row.uri)}>
          {(href) => (
            <ButtonLink
              kind="ghost"
              size="small"
              icon="search"
              isIconOnly
              label="Where is it?"
              name={`Where is ${title}?`}
              href={href()}
            />
          )}
        </Show>
        <Show when={urlOf(row.uri)}>{(url) => <SpotifyLink href={url()} name={title} />}</Show>
      </span>
    </li>
  );
}

/** Says how an unavailable song is, and what a row without a name is. */
function noteOf({ kind, isEmpty, row }: Change): string {
  if (kind === 'unavailable') return isEmpty ? 'Removed from Spotify' : 'Not playable for you';
  return row.uri?.startsWith('spotify:local:') ? 'Local file' : '';
}

/** What has a page in Spotify, and what of it can be in a playlist. */
const URL_KINDS = ['track', 'episode', 'album', 'show', 'audiobook'] as const;
const SONG = /^spotify:(?:track|episode|local):/;

function urlOf(uri: string | null): string | undefined {
  const [, named, id] = /^spotify:([a-z]+):([^:]+)$/.exec(uri ?? '') ?? [];
  const kind = URL_KINDS.find((each) => each === named);
  return id && kind ? spotifyUrlOf(kind, id, null) : undefined;
}

function whereOf(uri: string | null): string | undefined {
  return uri !== null && SONG.test(uri) ? BASE_PATH + songPathOf(uri) : undefined;
}

/** The playlists that are not in the file. */
export function AddedPlaylists(props: { readonly job: CompareJob }): JSX.Element {
  return (
    <Show when={props.job.added().length > 0}>
      <details class="compare-added-lists">
        <summary>{`Not in the file: ${formatNumber(props.job.added().length)} ${props.job.added().length === 1 ? 'playlist' : 'playlists'}`}</summary>
        <ul>
          <For each={props.job.added()}>
            {(playlist) => (
              <li>
                <PageLink to={`playlists/${encodeId(playlist.id)}`} isName>
                  {formatName(playlist)}
                </PageLink>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  );
}
