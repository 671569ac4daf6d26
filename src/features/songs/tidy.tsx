import { useLocation } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { lacksScope } from '../../services/login-facts.ts';
import { useLogin } from '../../services/services.tsx';
import { useSongIndex } from '../../services/song-index/song-index.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import { formatNumber } from '../../words/number.ts';
import { createExportOpener } from '../export/dialog/opener.tsx';
import { Notices } from '../login/notices.tsx';
import { RequireLogin } from '../login/require-login.tsx';
import { FirstReading, UnreadNotice } from './first-reading.tsx';
import { TidyGroupView } from './tidy-group.tsx';
import { makeTidyLists, type TidyList, tidyTable } from './tidy-lists.ts';
import './songs.css';
import './tidy.css';

/** Number of groups that are drawn at first, and with each press of the button. */
const STEP = 60;

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
  const isFirst = () => index.songs().length === 0;
  return (
    <div class="page tidy-page">
      <PageHeading title="Tidy up" />
      <Notices>
        <Show when={mayRead()}>
          <Show when={!isFirst()} fallback={<FirstReading index={index} />}>
            <UnreadNotice index={index} />
            <Show
              when={index.state() !== 'running'}
              fallback={<p class="tidy-meaning">Reading your playlists: {index.text()}…</p>}
            >
              <TidyLists songs={index.songs()} />
            </Show>
          </Show>
        </Show>
      </Notices>
    </div>
  );
}

function TidyLists(props: { readonly songs: Parameters<typeof makeTidyLists>[0] }): JSX.Element {
  const location = useLocation();
  const lists = createMemo(() => makeTidyLists(props.songs));
  const list = createMemo(() => {
    const wanted = new URLSearchParams(location.search).get('show');
    return lists().find(({ id }) => id === wanted) ?? lists()[0];
  });
  const pathOf = ({ id }: TidyList) =>
    location.search === '' && id === lists()[0]?.id ? 'tidy' : `tidy?show=${id}`;
  return (
    <>
      <TabLinks
        label="Lists"
        tabs={lists().map((each) => ({
          to: pathOf(each),
          label: each.label,
          count: formatNumber(each.groups.length),
        }))}
      />
      <Show when={list()} keyed>
        {(shown) => <TidyListView list={shown} />}
      </Show>
    </>
  );
}

function TidyListView(props: { readonly list: TidyList }): JSX.Element {
  const [shown, setShown] = createSignal(STEP);
  const rest = () => props.list.groups.length - shown();
  const opener = createExportOpener(() => ({
    table: () => tidyTable(props.list),
    formatCount: (count) => `${formatNumber(count)} ${count === 1 ? 'row' : 'rows'}`,
  }));
  return (
    <section class="tidy-list" aria-label={props.list.label}>
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
            isDisabled={props.list.groups.length === 0}
            onClick={() => void opener.open()}
          />
        </div>
      </div>
      <Show
        when={props.list.groups.length > 0}
        fallback={<EmptyState text={props.list.emptyText} />}
      >
        <ul class="tidy-groups">
          <For each={props.list.groups.slice(0, shown())}>
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
      {opener.dialog()}
    </section>
  );
}
