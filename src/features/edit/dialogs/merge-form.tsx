import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import type { Playlist } from '../../../library/types.ts';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { errorText } from '../../../words/errors.ts';
import { formatPlaylists } from '../../../words/number.ts';
import { type Doubles, type MergeOrder, mergeRows } from '../plan/merge.ts';
import { formatMerged } from '../words.ts';
import { NewPlaylistForm } from './new-playlist-form.tsx';
import type { Planned } from './planned.ts';
import { createSources } from './sources.ts';

/** The choices of copies by their value in the form. */
const DOUBLES: Readonly<Record<'all' | 'link' | 'recording' | 'alike', Doubles>> = {
  all: 'all',
  link: 1,
  recording: 2,
  alike: 3,
};
const MEANINGS: Readonly<Record<keyof typeof DOUBLES, string>> = {
  all: 'Every song stays, also those that several playlists have.',
  link: 'A song that several playlists have stays once.',
  recording: 'One recording stays once, even under several links (same ISRC and length).',
  alike: 'Songs of the same title, artist and length stay once, too. They may be other recordings.',
};

/** Asks how playlists are merged into a new one: its name, the order, and which copies stay. */
export function MergeForm(props: {
  readonly playlists: readonly Playlist[];
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { playlists } = props;
  const sources = createSources(playlists);
  const [order, setOrder] = createSignal<MergeOrder>('after');
  const [doubles, setDoubles] = createSignal<keyof typeof DOUBLES>('link');
  const merged = createMemo(() => {
    const rows = sources.read()?.map((each) => each.rows) ?? [];
    return mergeRows(rows, { order: order(), doubles: DOUBLES[doubles()] });
  });
  const missing = () => sources.missing().map(formatName).join(', ');
  return (
    <NewPlaylistForm
      heading={`Merge ${formatPlaylists(playlists.length)}`}
      songs={merged().rows}
      titleOf={(name) => `Merge ${formatPlaylists(sources.read()?.length ?? 0)} into ${name}`}
      isReady={merged().rows.length > 0}
      onPlan={props.onPlan}
      onClose={props.onClose}
    >
      <p class="edit-note" translate="no">
        {playlists.map(formatName).join(' + ')}
      </p>
      <RadioGroup
        label="Order"
        options={[
          { value: 'after', label: 'One after the other' },
          { value: 'in-turn', label: 'Alternating' },
          { value: 'by-date', label: 'By date added' },
        ]}
        value={order()}
        onChange={setOrder}
      />
      <RadioGroup
        label="Leave out"
        options={[
          { value: 'all', label: 'Nothing' },
          { value: 'link', label: 'Copies' },
          { value: 'recording', label: 'Same recording' },
          { value: 'alike', label: 'Look-alikes' },
        ]}
        value={doubles()}
        onChange={setDoubles}
      />
      <p class="edit-note">{MEANINGS[doubles()]}</p>
      <Show when={sources.error()}>
        {(error) => (
          <Notice
            kind="bad"
            message={errorText(error())}
            action="Try again"
            onAction={sources.retry}
          />
        )}
      </Show>
      <Show when={missing()}>
        <Notice
          kind="warn"
          message={`Spotify doesn’t show apps the songs of: ${missing()}. They are left out.`}
        />
      </Show>
      <p class="edit-sums" role="status">
        {sources.read()
          ? formatMerged(merged(), sources.read()?.length ?? 0)
          : sources.error()
            ? ''
            : `Reading playlists: ${sources.done()} of ${playlists.length}…`}
      </p>
    </NewPlaylistForm>
  );
}
