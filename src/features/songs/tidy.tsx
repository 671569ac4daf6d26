import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import type { Song } from '../../library/song.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { useSongIndex } from '../../services/song-index/song-index.ts';
import { LoadNotices } from '../../table/load-notices.tsx';
import { Button, ButtonLink } from '../../ui/controls/button.tsx';
import { TabLinks } from '../../ui/controls/tab-links.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { runInSlices } from '../../ui/in-slices.ts';
import { PageHeading } from '../../ui/page-heading.tsx';
import { formatNumber, formatSongs } from '../../words/number.ts';
import { createExportOpener } from '../export/dialog/opener.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { FirstReading, ReadingProgress, StoppedNotice, UnreadNotice } from './first-reading.tsx';
import { TidyGroupView } from './tidy-group.tsx';
import {
  emptyTextOf,
  makingTidyGroups,
  TIDY_LISTS,
  type TidyGroup,
  type TidyGroups,
  type TidyList,
  tidyTable,
} from './tidy-lists.ts';
import './songs.css';
import './tidy.css';

/** Number of groups that are drawn at first, and with each press of the button. */
const STEP = 40;

/** The page of what can be tidied up in a library: songs twice, liked in no playlist, unavailable. */
export default function Tidy(): JSX.Element {
  return (
    <RequireLogin>
      <TidyPage />
    </RequireLogin>
  );
}

function TidyPage(): JSX.Element {
  const login = useLogin();
  const index = useSongIndex();
  index.watch();
  void index.collection.open();
  const mayRead = () =>
    !lacksScope(login(), 'playlist-read-private') && !lacksScope(login(), 'user-library-read');
  return (
    <div class="page tidy-page">
      <PageHeading title="Tidy up" />
      <Notices>
        <Show when={mayRead()}>
          <LoadNotices collection={index.collection} formatCount={formatSongs} />
          <StoppedNotice index={index} />
          <Show when={index.state() !== 'running'} fallback={<ReadingProgress index={index} />}>
            <Show
              when={index.songs().length > 0}
              fallback={
                <FirstReading index={index} question="Which songs do you have twice or more?" />
              }
            >
              <UnreadNotice index={index} />
              <TidyLists songs={index.songs()} isWhole={index.unread()?.requests === 0} />
            </Show>
          </Show>
        </Show>
      </Notices>
    </div>
  );
}

function TidyLists(props: {
  readonly songs: readonly Song[];
  /** Whether every list is read. */
  readonly isWhole: boolean;
}): JSX.Element {
  const location = useLocation();
  const [groups, setGroups] = createSignal<TidyGroups>();
  createEffect(() => {
    const { songs } = props;
    const left = new AbortController();
    onCleanup(() => left.abort());
    runInSlices(makingTidyGroups(songs), left.signal).then(setGroups, (error: unknown) => {
      if (!left.signal.aborted) throw error;
    });
  });
  const list = createMemo((): (typeof TIDY_LISTS)[number] => {
    const wanted = new URLSearchParams(location.search).get('show');
    return TIDY_LISTS.find(({ id }) => id === wanted) ?? TIDY_LISTS[0];
  });
  const pathOf = ({ id }: TidyList) =>
    location.search === '' && id === TIDY_LISTS[0].id ? 'tidy' : `tidy?show=${id}`;
  const countOf = (id: keyof TidyGroups) => {
    const known = groups();
    return known && formatNumber(known[id].length);
  };
  return (
    <>
      <TabLinks
        label="Lists"
        tabs={TIDY_LISTS.map((each) => ({
          to: pathOf(each),
          label: each.label,
          count: countOf(each.id),
        }))}
      />
      <Show when={list()} keyed>
        {(shown) => (
          <TidyListView list={shown} groups={groups()?.[shown.id]} isWhole={props.isWhole} />
        )}
      </Show>
    </>
  );
}

function TidyListView(props: {
  readonly list: TidyList;
  /** `undefined` while the songs are compared. */
  readonly groups: readonly TidyGroup[] | undefined;
  readonly isWhole: boolean;
}): JSX.Element {
  const [shown, setShown] = createSignal(STEP);
  const count = () => props.groups?.length ?? 0;
  const rest = () => count() - shown();
  const opener = createExportOpener(() => ({
    table: () => tidyTable(props.list, props.groups ?? []),
    formatCount: (rows) => `${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`,
  }));
  return (
    <section class="tidy-list" aria-label={props.list.label} aria-busy={!props.groups}>
      <div class="tidy-head">
        <p class="tidy-meaning">{props.list.meaning}</p>
        <div class="tidy-buttons">
          <Show when={props.list.query}>
            {(query) => (
              <ButtonLink
                label="Show in Songs"
                icon="music"
                kind="ghost"
                href={`${BASE_PATH}songs?q=${encodeURIComponent(query())}`}
              />
            )}
          </Show>
          <Button
            label="Export"
            icon="download"
            isDisabled={count() === 0}
            onClick={() => void opener.open()}
          />
        </div>
      </div>
      <Show when={props.groups} fallback={<p class="tidy-meaning">Comparing your songs…</p>}>
        <Show
          when={count() > 0}
          fallback={<EmptyState text={emptyTextOf(props.list, props.isWhole)} />}
        >
          <ul class="tidy-groups">
            <For each={props.groups?.slice(0, shown())}>
              {(group) => <TidyGroupView group={group} />}
            </For>
          </ul>
          <Show when={rest() > 0}>
            <Button
              class="tidy-more"
              label={`Show ${formatNumber(Math.min(STEP, rest()))} more of ${formatNumber(rest())}`}
              onClick={() => setShown((before) => before + STEP)}
            />
          </Show>
        </Show>
      </Show>
      {opener.dialog()}
    </section>
  );
}
