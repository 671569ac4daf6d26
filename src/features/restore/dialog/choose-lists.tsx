import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Button } from '../../../ui/button.tsx';
import { Choice, ChoiceList } from '../../../ui/choice-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import type { FileList, ReadFile } from '../readers/read-file.ts';
import { isRestorable, sortRows } from '../restore-plan.ts';
import { contentsText, leftOutTexts, rowText } from '../words.ts';

/** Where the songs of chosen lists go. */
export type Target = 'playlists' | 'liked';

const TARGETS: readonly { readonly value: Target; readonly label: string }[] = [
  { value: 'playlists', label: 'New playlists' },
  { value: 'liked', label: 'Liked songs' },
];

/** Most songs of the report that are named. */
const MOST_NAMED = 200;

/** Says what a file holds, and asks which of its lists to restore, and where to. */
export function ChooseLists(props: {
  readonly fileName: string;
  readonly read: ReadFile;
  /** Whether the person has a playlist of this name. */
  readonly isNamesake: (name: string) => boolean;
  readonly onReview: (lists: readonly FileList[], target: Target) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { lists, format, warnings } = props.read;
  const restorable = lists.filter(isRestorable);
  const onlyLiked = restorable.length > 0 && restorable.every(({ kind }) => kind === 'liked');
  const [target, setTarget] = createSignal<Target>(onlyLiked ? 'liked' : 'playlists');
  const [chosen, setChosen] = createSignal<ReadonlySet<FileList>>(new Set(restorable));
  const picked = createMemo(() => lists.filter((list) => chosen().has(list)));
  const count = createMemo(() =>
    picked().reduce((sum, { rows }) => sum + sortRows(rows).linked.length, 0),
  );
  /** The chosen lists, and those that cannot be chosen. */
  const reported = createMemo(() =>
    lists.filter((list) => chosen().has(list) || !isRestorable(list)),
  );
  const leftOut = createMemo(() => {
    const { unmatched, local } = sortRows(reported().flatMap(({ rows }) => rows));
    return [...unmatched, ...local];
  });

  function toggle(list: FileList, isOn: boolean): void {
    setChosen(
      (before) => new Set(lists.filter((each) => (each === list ? isOn : before.has(each)))),
    );
  }

  return (
    <Dialog
      title="Choose what to restore"
      size="wide"
      onClose={props.onClose}
      actions={
        <>
          <Button label="Another file" onClick={props.onBack} />
          <Button
            kind="primary"
            label="Review"
            isDisabled={count() === 0}
            onClick={() => props.onReview(picked(), target())}
          />
        </>
      }
    >
      <p class="restore-found">
        <Icon name="circle-check" />
        <span>
          <strong>{format}</strong>
          {`: ${contentsText(lists)} in `}
          <span translate="no">{props.fileName}</span>.
        </span>
      </p>
      <ChoiceList legend="Lists in the file">
        <Show when={restorable.length > 1}>
          <Choice
            label={`All ${formatNumber(restorable.length)} lists`}
            isForAll
            isChecked={picked().length === restorable.length}
            onChange={(isChecked) => setChosen(new Set(isChecked ? restorable : []))}
          />
        </Show>
        <For each={lists}>
          {(list) => (
            <Choice
              label={list.name}
              isName
              note={noteOf(list)}
              isChecked={chosen().has(list)}
              isDisabled={!isRestorable(list)}
              onChange={(isChecked) => toggle(list, isChecked)}
            />
          )}
        </For>
      </ChoiceList>
      <RadioGroup label="Restore to" options={TARGETS} value={target()} onChange={setTarget} />
      <p class="restore-hint">
        {target() === 'liked'
          ? 'Likes get today’s date, and Spotify doesn’t keep their order.'
          : 'Playlists are created new, and in the order of the file. None of yours is changed.'}
      </p>
      <Show when={lists.length > 0 && restorable.length === 0}>
        <Notice kind="bad" message="No list in this file can be restored by its links." />
      </Show>
      <Show when={leftOutTexts(reported()).length + warnings.length > 0}>
        <div class="restore-report">
          <h3>What’s left out</h3>
          <ul>
            <For each={leftOutTexts(reported())}>{(text) => <li>{text}</li>}</For>
            <For each={warnings}>{(text) => <li translate="no">{text}</li>}</For>
          </ul>
          <Show when={leftOut().length > 0}>
            <details>
              <summary>{`Show ${formatSongs(leftOut().length)}`}</summary>
              <ul translate="no">
                <For each={leftOut().slice(0, MOST_NAMED)}>{(row) => <li>{rowText(row)}</li>}</For>
              </ul>
              <Show when={leftOut().length > MOST_NAMED}>
                <p class="restore-hint">{`and ${formatNumber(leftOut().length - MOST_NAMED)} more`}</p>
              </Show>
            </details>
          </Show>
        </div>
      </Show>
    </Dialog>
  );

  function noteOf(list: FileList): string {
    const { linked } = sortRows(list.rows);
    if (linked.length > 10_000) return `${formatSongs(linked.length)}: more than Spotify takes`;
    const part =
      linked.length === list.rows.length
        ? formatSongs(linked.length)
        : `${formatNumber(linked.length)} of ${formatSongs(list.rows.length)}`;
    return props.isNamesake(list.name) ? `${part} · you have one of this name` : part;
  }
}
