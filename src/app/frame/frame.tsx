import { type RouteSectionProps, useLocation } from '@solidjs/router';
import {
  children,
  createSignal,
  ErrorBoundary,
  type JSX,
  onCleanup,
  Show,
  Suspense,
} from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Notice } from '../../ui/notice.tsx';
import { whenIdle } from '../../ui/when-idle.ts';
import { sayBroken, unsayBroken } from '../document.ts';
import { CommandCenter } from '../palette/command-center.tsx';
import { registerFrameCommands } from './frame-commands.ts';
import { createFrameState } from './frame-layout.ts';
import { loadFrameExtras } from './late-popover.ts';
import { createLogOut, LogOutQuestion } from './log-out.tsx';
import { Side } from './side.tsx';
import { SkipLink } from './skip-link.tsx';
import { TopBar } from './top-bar.tsx';
import './frame.css';

const Footer = lazyPart(async () => ({ default: (await loadFrameExtras()).Footer }));

/** Paths of pages that end or begin a login, around which nothing changes when the login does. */
const PLAIN_PATHS = ['callback', 'demo/authorize'];

/** The frame around every page: a side column with the navigation, or a plain bar for people who are not logged in. */
export function Frame(props: RouteSectionProps): JSX.Element {
  const login = useLogin();
  const location = useLocation();
  const leaving = createLogOut();
  const frame = createFrameState(
    () =>
      login().kind !== 'signed-out' &&
      !PLAIN_PATHS.includes(location.pathname.slice(BASE_PATH.length)),
  );
  registerFrameCommands(frame, leaving);
  const [isSettled, setSettled] = createSignal(false);
  void whenIdle(useServices().clock).then(() => setSettled(true));
  const page = children(() => (
    <ErrorBoundary fallback={<BrokenPage />}>
      <Suspense fallback={<div class="page" aria-busy="true" />}>{props.children}</Suspense>
    </ErrorBoundary>
  ));
  return (
    <>
      <SkipLink />
      <CommandCenter />
      <LogOutQuestion leaving={leaving} />
      <div class="frame">
        <Show when={frame.layout() !== 'plain'} fallback={<TopBar />}>
          <Side frame={frame} leaving={leaving} isSettled={isSettled()} />
        </Show>
        {/* A new element for each kind of frame, since one that moves would count as a jump. */}
        <Show when={frame.layout() === 'plain' ? 'plain' : 'navigation'} keyed>
          {(_) => (
            <main id="content" class="frame-page" tabindex={-1}>
              <Show when={leaving.hasFailed()}>
                <div class="page">
                  <Notice
                    kind="bad"
                    message="You are logged out here, but this browser did not remove the stored login. Try again, or clear this page’s site data."
                    action="Try again"
                    onAction={() => void leaving.logOut()}
                  />
                </div>
              </Show>
              {page()}
            </main>
          )}
        </Show>
        <Show when={isSettled() && ['plain', 'tabs'].includes(frame.layout())}>
          <Footer layout={frame.layout()} />
        </Show>
      </div>
    </>
  );
}

/** Replaces a page that failed or did not load, until the next navigation. */
function BrokenPage(): JSX.Element {
  void sayBroken();
  onCleanup(unsayBroken);
  return <h1 class="page">This page cannot be shown</h1>;
}
