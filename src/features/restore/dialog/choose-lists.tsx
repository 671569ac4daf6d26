import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { formatName } from '../../../library/playlist-columns.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Choice, ChoiceList } from '../../../ui/controls/choice-list.tsx';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Dialog } from '../../../ui/overlays/dialog.tsx';
import { formatNumber, formatSongs } from '../../../words/number.ts';
import type { OwnPlaylists } from '../../edit/dialogs/own-playlists.ts';
import { PlaylistChoice } from '../../edit/dialogs/playlist-choice.tsx';
import { costOf } from '../match/match-songs.ts';
import type { FileList, FileSaved, ReadChoice, ReadFile } from '../readers/read-file.ts';
import type { Chosen, Draft, Target } from '../restore-plan.ts';
import { isRestorable, sortRows } from '../sort-rows.ts';
import { columnsText, contentsText, costText, savedText } from '../words.ts';
import { CorrectColumns } from './correct-columns.tsx';
import { LeftOut } from './left-out.tsx';

const TARGETS: readonly { readonly value: Target['kind']; readonly label: string }[] = [
  { value: 'new', label: 'New playlists' },
  { value: 'existing', label: 'A playlist of yours' },
  { value: 'liked', label: 'Liked songs' },
];

const TARGET_HINTS: Readonly<Record<Target['kind'], string>> = {
  new: 'Playlists are created new, and in the order of the file. None of yours is changed.',
  existing: 'Songs are added at its end, in the order of the file. Nothing in it is replaced.',
  liked: 'Likes get today’s date, and Spotify doesn’t keep their order.',
};

/** Says what a file holds and how it was read, and asks which of its lists to restore, and where to. */
export function ChooseLists(props: {
  readonly draft: Draft;
  readonly own: OwnPlaylists;
  /** Whether a song was searched for before. */
  readonly isKnown: (key: string) => boolean;
  readonly onCorrect: (read: ReadFile, choice: ReadChoice) => void;
  readonly onChoose: (chosen: Chosen, isSearching: boolean) => void;
  /** Saves albums, shows, episodes and audiobooks of the file again. */
  readonly onSave: (saved: readonly FileSaved[]) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { name, read, choice, chosen: before } = props.draft;
  const { lists, format, warnings, table } = read;
  const saved = (read.saved ?? []).filter(({ items }) => items.length > 0);
  const restorable = lists.filter(isRestorable);
  const onlyLiked = restorable.length > 0 && restorable.every(({ kind }) => kind === 'liked');
  const [kind, setKind] = createSignal<Target['kind']>(
    before?.target.kind ?? (onlyLiked ? 'liked' : 'new'),
  );
  const [playlist, setPlaylist] = createSignal<{ readonly id: string; readonly name: string }>();
  const [chosen, setChosen] = createSignal<ReadonlySet<FileList>>(
    new Set(before?.lists.filter((list) => lists.includes(list)) ?? restorable),
  );
  const [isSearching, setSearching] = createSignal(true);
  const [isCorrecting, setCorrecting] = createSignal(
    table?.isUnknown === true || choice !== undefined,
  );
  const picked = createMemo(() => lists.filter((list) => chosen().has(list)));
  const sorted = createMemo(() => sortRows(picked().flatMap(({ rows }) => rows)));
  const unmatched = () => sorted().unmatched.length;
  const willSearch = () => isSearching() && unmatched() > 0;
  const cost = createMemo(() => costText(costOf(sorted().unmatched, props.isKnown)));

  function targetOf(): Target | undefined {
    const existing = playlist();
    if (kind() !== 'existing') return { kind: kind() === 'liked' ? 'liked' : 'new' };
    return existing && { kind: 'existing', ...existing };
  }
  const canGoOn = () =>
    targetOf() !== undefined && sorted().linked.length + (willSearch() ? unmatched() : 0) > 0;

  function goOn(): void {
    const target = targetOf();
    if (target) props.onChoose({ lists: picked(), target }, willSearch());
  }

  function toggle(list: FileList, isOn: boolean): void {
    setChosen((last) => new Set(lists.filter((each) => (each === list ? isOn : last.has(each)))));
  }
  const isNamesake = (list: FileList) =>
    kind() === 'new' && props.own.rows()?.some((each) => each.name === list.name) === true;

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
            label={willSearch() ? `Find ${formatSongs(unmatched())}` : 'Review'}
            isDisabled={!canGoOn()}
            onClick={goOn}
          />
        </>
      }
    >
      <div class="restore-found">
        <Icon name={table?.isUnknown ? 'circle-question-mark' : 'circle-check'} />
        <div>
          <p>
            <Show when={!table?.isUnknown}>
              <strong>{format}</strong>
              {`: ${contentsText(lists)} in `}
            </Show>
            <span translate="no">{name}</span>
            {table?.isUnknown ? ' is a table whose columns have unknown names.' : ''}
          </p>
          <Show when={table?.isUnknown}>
            <p class="restore-hint">
              Choose which column holds the titles, and which the artists or the links.
            </p>
          </Show>
          <Show when={!table?.isUnknown && table}>
            {(how) => <p class="restore-hint">{columnsText(how())}</p>}
          </Show>
        </div>
        <Show when={table && !isCorrecting()}>
          <Button
            size="small"
            label="Correct…"
            name="Correct the columns"
            onClick={() => setCorrecting(true)}
          />
        </Show>
      </div>
      <Show when={isCorrecting() && table}>
        {(how) => <CorrectColumns draft={props.draft} table={how()} onRead={props.onCorrect} />}
      </Show>
      <Show when={lists.length > 0}>
        <ChoiceList legend="Lists in the file">
          <Show when={restorable.length > 1}>
            <Choice
              label={`All ${formatNumber(restorable.length)} lists`}
              isForAll
              isChecked={picked().length === restorable.length}
              onChange={(isOn) => setChosen(new Set(isOn ? restorable : []))}
            />
          </Show>
          <For each={lists}>
            {(list) => (
              <Choice
                label={list.name}
                isName
                note={`${noteOf(list)}${isNamesake(list) ? ' · you have one of this name' : ''}`}
                isChecked={chosen().has(list)}
                isDisabled={!isRestorable(list)}
                onChange={(isOn) => toggle(list, isOn)}
              />
            )}
          </For>
        </ChoiceList>
        <RadioGroup label="Restore to" options={TARGETS} value={kind()} onChange={setKind} />
        <p class="restore-hint restore-target-hint">{TARGET_HINTS[kind()]}</p>
        <Show when={kind() === 'existing'}>
          <PlaylistChoice
            own={props.own}
            chosenId={playlist()?.id}
            onChoose={(each) => setPlaylist({ id: each.id, name: formatName(each) })}
          />
        </Show>
        <Show when={unmatched() > 0}>
          <div class="restore-search">
            <Switch
              label={`Find ${formatSongs(unmatched())} without a link on Spotify`}
              isOn={isSearching()}
              onToggle={setSearching}
            />
            <p class="restore-hint">
              {isSearching() ? cost() : 'Only songs with a link are restored.'}
            </p>
          </div>
        </Show>
      </Show>
      <Show when={saved.length > 0}>
        <div class="restore-saved">
          <p>{`Saved in the file: ${savedText(saved)}.`}</p>
          <Button label="Save them again" onClick={() => props.onSave(saved)} />
        </div>
      </Show>
      <Show when={lists.length > 0 && restorable.length === 0}>
        <Notice kind="bad" message="No list in this file can be restored." />
      </Show>
      <LeftOut
        lists={lists.filter((list) => chosen().has(list) || !isRestorable(list))}
        warnings={warnings}
      />
    </Dialog>
  );
}

function noteOf({ rows }: FileList): string {
  const { linked, unmatched } = sortRows(rows);
  const count = linked.length + unmatched.length;
  if (count > 10_000) return `${formatSongs(count)}: more than Spotify takes`;
  const all = count === rows.length ? '' : `${formatNumber(count)} of `;
  const links = unmatched.length > 0 ? ` · ${formatNumber(linked.length)} with a link` : '';
  return `${all}${formatSongs(rows.length)}${links}`;
}
