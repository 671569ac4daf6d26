import { createSignal, For, type JSX, Show } from 'solid-js';
import { useJobs } from '../../services/jobs.ts';
import { useServices, useSessionRecord } from '../../services/services.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SpotifyMark } from '../../ui/spotify-link.tsx';
import { NAVIGATION, type NavigationEntry } from '../navigation.ts';
import { AccountButton } from './account-button.tsx';
import type { Counts } from './counts.ts';
import { DemoBadge } from './demo-badge.tsx';
import type { FrameState } from './frame-layout.ts';
import { createLatePopover, loadFrameExtras } from './late-popover.ts';
import type { LogOutControls } from './log-out.tsx';
import { NavigationLink } from './navigation-link.tsx';
import './side.css';

const Sheet = lazyPart(async () => ({ default: (await loadFrameExtras()).Sheet }));
const CountLists = lazyPart(async () => ({ default: (await loadFrameExtras()).CountLists }));

const JobCards = lazyPart(async () => ({ default: (await loadFrameExtras()).JobCards }));

const GROUPS = [...new Set(NAVIGATION.map(({ group }) => group))];

/** Entries that are tabs on phones; the others are in sheets. */
const isTab = (entry: NavigationEntry) => entry.isTab === true;

/** The frame's side column: a rail on smaller windows, and a bar and tabs on phones. */
export function Side(props: {
  readonly frame: FrameState;
  readonly leaving: LogOutControls;
  /** Whether the page is idle, so that parts of low priority may load. */
  readonly isSettled: boolean;
}): JSX.Element {
  const { isDemo } = useServices();
  const jobs = useJobs();
  const { frame } = props;
  const record = useSessionRecord();
  const [counts, setCounts] = createSignal<Counts>({});
  const hasTabs = () => frame.layout() === 'tabs';
  const look = () => (frame.isOpen() ? 'column' : frame.layout());
  return (
    <div class={`side side-${look()}`} classList={{ 'side-open': frame.isOpen() }}>
      <Show when={isDemo}>
        <DemoBadge />
      </Show>
      <header class="side-main">
        <div class="side-head">
          <PageLink class="wordmark" to="">
            Liner Notes
          </PageLink>
          <Show when={!hasTabs()}>
            <Button
              kind="ghost"
              size="small"
              icon="panel-left"
              isIconOnly
              label={look() === 'column' ? 'Hide labels' : 'Show labels'}
              keys="["
              onClick={frame.toggle}
            />
          </Show>
        </div>
        <nav class="side-pages" aria-label="Pages">
          <Show when={!hasTabs()} fallback={<Tabs isSettled={props.isSettled} />}>
            <For each={GROUPS}>
              {(group) => (
                <ul class="side-group" aria-label={group}>
                  <li class="side-title" aria-hidden="true">
                    {group}
                  </li>
                  <For each={NAVIGATION.filter((entry) => entry.group === group)}>
                    {(entry) => (
                      <li>
                        <NavigationLink entry={entry} count={counts()[entry.path]} />
                      </li>
                    )}
                  </For>
                </ul>
              )}
            </For>
          </Show>
        </nav>
        <Show when={props.isSettled}>
          <CountLists onCount={setCounts} />
        </Show>
        <Show when={props.isSettled || jobs.running().length > 0}>
          <JobCards />
        </Show>
        <Show when={record()}>
          {(current) => (
            <AccountButton
              name={current().account?.displayName ?? ''}
              leaving={props.leaving}
              isSettled={props.isSettled}
            />
          )}
        </Show>
      </header>
      <Show when={!hasTabs()}>
        <footer class="side-mark" title="Data from Spotify">
          <SpotifyMark /> <span class="side-label">Data from Spotify</span>
        </footer>
      </Show>
    </div>
  );
}

/** The tabs of phones: most of the library, and a sheet with the other pages for each of two buttons. */
function Tabs(props: { readonly isSettled: boolean }): JSX.Element {
  const hasTools = NAVIGATION.some(({ group }) => group === 'Tools');
  return (
    <>
      <For each={NAVIGATION.filter(isTab)}>{(entry) => <NavigationLink entry={entry} />}</For>
      <Show when={hasTools}>
        <SheetTab name="Tools" groups={['Tools']} isSettled={props.isSettled} />
      </Show>
      <SheetTab name="More" groups={['Library', 'Under the hood']} isSettled={props.isSettled} />
    </>
  );
}

function SheetTab(props: {
  readonly name: 'Tools' | 'More';
  readonly groups: readonly NavigationEntry['group'][];
  readonly isSettled: boolean;
}): JSX.Element {
  const id = `sheet-${props.name}`;
  const opening = createLatePopover(id);
  return (
    <>
      <button type="button" class="side-link" popovertarget={id} onClick={opening.onPress}>
        <Icon name={props.name === 'Tools' ? 'wrench' : 'ellipsis'} />
        <span class="side-label">{props.name}</span>
      </button>
      <Show when={props.isSettled || opening.isWanted()}>
        <Sheet
          id={id}
          name={props.name}
          entries={NAVIGATION.filter(
            (entry) => !isTab(entry) && props.groups.includes(entry.group),
          )}
          onMount={opening.onMount}
        />
      </Show>
    </>
  );
}
