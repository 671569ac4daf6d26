import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { isAddable } from '../../../library/addable.ts';
import { formatName } from '../../../library/playlist-columns.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { errorText } from '../../../words/errors.ts';
import { formatNumber, formatPlaylists } from '../../../words/number.ts';
import type { EditRequest } from '../opener.tsx';
import { planNewPlaylists } from '../plan/make-plans.ts';
import { type SplitPart, type SplitRule, splitRows } from '../plan/split.ts';
import { formatNotAddable, formatSongs } from '../words.ts';
import { createOwnPlaylists } from './own-playlists.ts';
import { labelsOf, type Planned } from './planned.ts';
import { createSources } from './sources.ts';

/** Most playlists of one split: more would take an hour, and bury the others in Spotify. */
const MOST_PARTS = 100;
const LONGEST_NAME = 100;
const SIZE = 100;
const LEAST = 5;

/** Asks how a list is split into new playlists, and shows them with their numbers of songs. */
export function SplitForm(props: {
  readonly request: Extract<EditRequest, { kind: 'split' }>;
  readonly onPlan: (planned: Planned) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const id = createUniqueId();
  const { from } = props.request;
  const own = createOwnPlaylists();
  const sources = 'songs' in from ? undefined : createSources([from]);
  const wholeName = 'songs' in from ? from.name : formatName(from);
  const [prefix, setPrefix] = createSignal(wholeName);
  const [by, setBy] = createSignal<SplitRule['by']>('released');
  const [size, setSize] = createSignal(SIZE);
  const [least, setLeast] = createSignal(LEAST);

  const all = () => ('songs' in from ? from.songs : sources?.read()?.[0]?.rows);
  const rows = createMemo(() => (all() ?? []).filter(isAddable));
  const rule = (): SplitRule => {
    const wanted = by();
    if (wanted === 'count') return { by: wanted, size: size() };
    return wanted === 'artist' ? { by: wanted, least: least() } : { by: wanted };
  };
  const parts = createMemo(() => splitRows(rows(), rule()));
  const nameOf = ({ label }: SplitPart) =>
    [prefix().trim(), label].filter(Boolean).join(' – ').slice(0, LONGEST_NAME);
  const leftOut = () => (all()?.length ?? 0) - rows().length;
  const isReady = () => parts().length > 0 && parts().length <= MOST_PARTS;
  const isWithheld = () => (sources?.missing().length ?? 0) > 0;

  function review(): void {
    if (!isReady()) return;
    const playlists = parts().map((part) => ({
      name: nameOf(part),
      description: `${part.label}, from ${wholeName}`,
      uris: part.rows.map(({ uri }) => uri),
    }));
    const names = new Set(playlists.map(({ name }) => name));
    const namesakes = own.rows()?.filter(({ name }) => names.has(name)) ?? [];
    const plan = planNewPlaylists(
      playlists,
      `Split ${wholeName} into ${formatPlaylists(playlists.length)}`,
    );
    props.onPlan({
      plan: { ...plan, labels: labelsOf(rows()) },
      namesakes: namesakes.map((each) => each.id),
    });
  }

  return (
    <Dialog
      title={`Split ${wholeName}`}
      onClose={props.onClose}
      actions={
        <>
          <Button label="Cancel" onClick={props.onClose} />
          <Button kind="primary" label="Review" isDisabled={!isReady()} onClick={review} />
        </>
      }
    >
      <RadioGroup
        label="Split by"
        options={[
          { value: 'released', label: 'Year released' },
          { value: 'added', label: 'Year added' },
          { value: 'artist', label: 'Artist' },
          { value: 'count', label: 'Number of songs' },
        ]}
        value={by()}
        onChange={setBy}
      />
      <form
        class="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          review();
        }}
      >
        <Show when={by() === 'count'}>
          <NumberField
            id={`${id}-size`}
            label="Songs in each playlist"
            most={10_000}
            value={size()}
            onInput={setSize}
          />
        </Show>
        <Show when={by() === 'artist'}>
          <NumberField
            id={`${id}-least`}
            label="Artists with fewer songs share one playlist"
            most={1_000}
            value={least()}
            onInput={setLeast}
          />
        </Show>
        <label for={`${id}-prefix`}>Names begin with</label>
        <input
          id={`${id}-prefix`}
          type="text"
          maxlength={LONGEST_NAME - 20}
          value={prefix()}
          onInput={(event) => setPrefix(event.currentTarget.value)}
        />
        {/* Without a submit button Enter submits no form of two fields. */}
        <button type="submit" hidden />
      </form>
      <Show when={sources?.error()}>
        {(error) => (
          <Notice
            kind="bad"
            message={errorText(error())}
            action="Try again"
            onAction={() => sources?.retry()}
          />
        )}
      </Show>
      <Show when={isWithheld()}>
        <Notice
          kind="warn"
          message="Spotify doesn’t show apps the songs of this playlist. Copy them into one of your own."
        />
      </Show>
      <Show when={parts().length > MOST_PARTS}>
        <Notice
          kind="warn"
          message={`That makes ${formatPlaylists(parts().length)}. Choose a rule for at most ${MOST_PARTS}.`}
        />
      </Show>
      <ul class="edit-parts" aria-label="New playlists">
        <For each={parts().slice(0, MOST_PARTS)}>
          {(part) => (
            <li class="edit-part">
              <span class="edit-part-name" translate="no">
                {nameOf(part)}
              </span>
              <span class="edit-note">{formatSongs(part.rows.length)}</span>
            </li>
          )}
        </For>
      </ul>
      <p class="edit-sums" role="status">
        {all()
          ? `${formatSongs(rows().length)} in ${formatPlaylists(parts().length)}. ${formatNotAddable(leftOut())}`
          : sources?.error()
            ? ''
            : 'Reading the playlist…'}
      </p>
    </Dialog>
  );
}

/** A field for a whole number from 1 on. */
function NumberField(props: {
  readonly id: string;
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onInput: (value: number) => void;
}): JSX.Element {
  return (
    <>
      <label for={props.id}>{`${props.label} (1 to ${formatNumber(props.most)})`}</label>
      <input
        id={props.id}
        type="number"
        min={1}
        max={props.most}
        value={props.value}
        onInput={(event) => {
          const value = Math.floor(event.currentTarget.valueAsNumber);
          if (value >= 1 && value <= props.most) props.onInput(value);
        }}
      />
    </>
  );
}
