import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  untrack,
} from 'solid-js';
import { shownName } from '../../library/playlist-columns.ts';
import type { Playlist } from '../../library/types.ts';
import type { Collection } from '../../lists/collection.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin, useServices, useSessionRecord } from '../../services/services.tsx';
import { useSpotify } from '../../services/spotify.ts';
import { SelectBox } from '../../table/select-box.tsx';
import { createSelection } from '../../table/selection.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import { shownNumber } from '../../words/number.ts';
import { createExportOpener, EXPORT_NOT_LOADED } from '../export/dialog/opener.tsx';
import type { PlaylistsSource } from '../export/dialog/source.ts';
import { AmountBar } from './amount-bar.tsx';
import type { CellTools } from './cells.tsx';
import { findLikedTotal } from './liked-total.ts';
import { NotGiven } from './missing-from-spotify.tsx';

/** What the table of playlists gets once it is full. */
export interface PlaylistToolset extends CellTools {
  /** Number of liked songs; `null` while it is not known. */
  readonly likedTotal: Accessor<number | null>;
  /** In the order of the table. */
  readonly selectedRows: Accessor<readonly Playlist[]>;
  /** The checkbox for all rows that are shown. */
  readonly selectAll: () => JSX.Element;
  /** Says how many are selected, after the number of all; empty where none are. */
  readonly remark: Accessor<string>;
}

/** Gives the table of playlists its selection and its pictures, and shows the bar of the selection. */
export default function PlaylistTools(props: {
  readonly playlists: Collection<Playlist>;
  /** The rows that are shown. */
  readonly found: Accessor<readonly Playlist[]>;
  readonly columns: PlaylistsSource['columns'];
  /** All rows, in the order of the table. */
  readonly sorted: Accessor<readonly Playlist[]>;
  readonly onReady: (tools: PlaylistToolset) => void;
}): JSX.Element {
  const { playlists, found } = props;
  const selection = createSelection(playlists.rows, found, ({ id }) => id);
  const likedTotal = createLikedTotal(() => playlists.phase() === 'complete');
  const largest = createMemo(() =>
    found().reduce((most, { tracksTotal }) => Math.max(most, tracksTotal ?? 0), 1),
  );
  const selectedRows = () => props.sorted().filter(({ id }) => selection.selected().has(id));
  const opener = createExportOpener(() => ({
    shown: found,
    columns: props.columns,
    all: props.sorted,
    selected: selectedRows,
    isOfSelection: true,
  }));
  let all: HTMLElement | undefined;
  const text = () => `${shownNumber(selection.selected().size)} selected`;

  onMount(() =>
    props.onReady({
      likedTotal,
      selectedRows,
      selectAll: () => (
        <SelectBox
          ref={(box) => {
            all = box;
          }}
          label="Select all found"
          isSelected={selection.foundShare() === 'all'}
          isPartly={selection.foundShare() === 'some'}
          onSelect={selection.toggleFound}
        />
      ),
      checkbox: (playlist) => (
        <SelectBox
          label={`Select ${shownName(playlist)}`}
          isSelected={selection.selected().has(playlist.id)}
          onSelect={(isRange) =>
            isRange ? selection.toggleRange(playlist.id) : selection.toggle(playlist.id)
          }
        />
      ),
      bar: ({ tracksTotal }) => <AmountBar share={(tracksTotal ?? 0) / largest()} />,
      remark: () => (selection.selected().size > 0 ? `, ${text()}` : ''),
    }),
  );

  return (
    <>
      <SelectionBar
        count={selection.selected().size}
        text={text()}
        problem={opener.hasFailed() ? EXPORT_NOT_LOADED : undefined}
        onExport={() => void opener.open()}
        onClear={() => {
          selection.clear();
          // The button that had the focus is gone.
          all?.focus({ preventScroll: true });
        }}
      />
      {opener.dialog()}
      <NotGiven isOpen={found().length === 0} />
    </>
  );
}

/**
 * Follows the number of liked songs: `null` while it is not known. It is asked for when the list is
 * complete and its owner known, so that it can be kept; neither its answer nor its failure touches
 * the list.
 */
function createLikedTotal(isComplete: Accessor<boolean>): Accessor<number | null> {
  const { clock } = useServices();
  const { connection, caches } = useSpotify();
  const login = useLogin();
  const record = useSessionRecord();
  const [total, setTotal] = createSignal<number | null>(null);
  const left = new AbortController();
  onCleanup(() => left.abort());

  createEffect(() => {
    if (!isComplete() || record()?.account == null) return;
    if (lacksScope(untrack(login), 'user-library-read')) return;
    findLikedTotal({ connection, caches, clock }, left.signal, setTotal)
      // Without its number the row still leads to the songs, which tell of every failure themselves.
      .catch(() => undefined);
  });
  return total;
}
