import {
  Switch as Choose,
  createMemo,
  createResource,
  createSignal,
  type JSX,
  Match,
  Show,
} from 'solid-js';
import { isAddable } from '../../../library/addable.ts';
import { formatName } from '../../../library/playlist-columns.ts';
import type { Playlist } from '../../../library/types.ts';
import { useSpotify } from '../../../services/spotify.ts';
import { readUris } from '../../../spotify/writes.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { settled } from '../../../ui/settled.ts';
import { errorText } from '../../../words/errors.ts';
import type { ChosenSong } from '../opener.tsx';
import { planAdd } from '../plan/make-plans.ts';
import { formatSongs } from '../words.ts';
import { createOwnPlaylists } from './own-playlists.ts';
import { labelsOf, type Planned } from './planned.ts';
import { PlaylistChoice } from './playlist-choice.tsx';

/** Asks for the playlist that songs are added to, and says which of them it has already. */
export function AddForm(props: {
  readonly songs: readonly ChosenSong[];
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { connection, pace } = useSpotify();
  const own = createOwnPlaylists();
  const [target, setTarget] = createSignal<Playlist>();
  const [place, setPlace] = createSignal<'first' | 'last'>('last');
  const [isSkipping, setSkipping] = createSignal(true);
  const addable = props.songs.filter(isAddable).map(({ uri }) => uri);
  const leftOut = props.songs.length - addable.length;

  const [rows, { refetch }] = createResource(
    () => target()?.id,
    (list) => readUris(connection, list, new AbortController().signal),
  );
  const there = createMemo(() => {
    const known = new Set(settled(rows) ?? []);
    return addable.filter((uri) => known.has(uri));
  });
  const wanted = () => (isSkipping() ? addable.filter((uri) => !there().includes(uri)) : addable);
  const isReady = () =>
    target() !== undefined && !rows.loading && !rows.error && wanted().length > 0;

  function review(): void {
    const list = target();
    const before = settled(rows);
    if (!list || !before || !isReady()) return;
    const uris = wanted();
    const title = `Add ${formatSongs(uris.length)} to ${formatName(list)}`;
    const plan = planAdd({ id: list.id, name: list.name, rows: before }, uris, place(), title);
    props.onPlan({ plan: { ...plan, labels: labelsOf(props.songs) } });
  }

  function retry(): void {
    pace.lift();
    if (own.error()) own.retry();
    else void refetch();
  }

  return (
    <Dialog
      title={`Add ${formatSongs(addable.length)} to…`}
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button kind="primary" label="Review" isDisabled={!isReady()} onClick={review} />
        </>
      }
    >
      <Show when={own.error() ?? rows.error}>
        {(error) => (
          <Notice kind="bad" message={errorText(error())} action="Try again" onAction={retry} />
        )}
      </Show>
      <PlaylistChoice own={own} chosenId={target()?.id} onChoose={setTarget} />
      <RadioGroup
        label="Where"
        options={[
          { value: 'last', label: 'At the end' },
          { value: 'first', label: 'At the beginning' },
        ]}
        value={place()}
        onChange={setPlace}
      />
      <p class="edit-note" role="status">
        <Choose>
          <Match when={target() && rows.loading}>Reading the playlist…</Match>
          <Match when={there().length > 0}>
            {`${formatSongs(there().length)} ${there().length === 1 ? 'is' : 'are'} in it already.`}
          </Match>
          <Match when={leftOut > 0}>
            {`${formatSongs(leftOut)} can’t be added: local files, or removed by Spotify.`}
          </Match>
        </Choose>
      </p>
      <Show when={there().length > 0}>
        <Switch label="Skip what is there already" isOn={isSkipping()} onToggle={setSkipping} />
      </Show>
    </Dialog>
  );
}
