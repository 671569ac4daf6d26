import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../deployment.ts';
import { useLogin, useServices, useSessionRecord } from '../services/services.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { placeBelow } from '../ui/place-below.ts';

/** The header of every page: title, navigation, and the account of the login. */
export function Header(props: {
  /** Whether the page is idle, so that parts of low priority may load. */
  readonly isSettled: boolean;
}): JSX.Element {
  const { session, finishingLogin, isVolatile } = useServices();
  const login = useLogin();
  // A login adds two links before the third one; drawn earlier, the third link would shift.
  const [isUnderWay, setUnderWay] = createSignal(finishingLogin !== undefined);
  const setDone = () => setUnderWay(false);
  void finishingLogin?.then(setDone, setDone);
  const navigate = useNavigate();
  const [remains, setRemains] = createSignal(false);
  const record = useSessionRecord();

  async function logOut(): Promise<void> {
    const hasFailed = await session.logOut().then(
      () => false,
      () => true,
    );
    setRemains(hasFailed);
    // Otherwise a new document replaces this one after the log-out.
    if (hasFailed || isVolatile) navigate(BASE_PATH, { resolve: false });
  }

  return (
    <header class="top">
      <PageLink class="wordmark" to="">
        Liner Notes
      </PageLink>
      <nav aria-label="Pages">
        <Show when={login().kind !== 'signed-out'}>
          <PageLink to="playlists">Playlists</PageLink>
          <PageLink to="liked">Liked songs</PageLink>
        </Show>
        <Show when={!isUnderWay()}>
          <PageLink to="flow">Login flow</PageLink>
        </Show>
      </nav>
      <Show when={record()}>
        {(current) => (
          <div class="account">
            <span class="clip" translate="no">
              {current().account?.displayName}
            </span>
            <button type="button" class="button quiet" onClick={() => void logOut()}>
              Log out
            </button>
            <div class="account-menu">
              <Show when={props.isSettled}>
                <AccountMenu logOut={logOut} />
              </Show>
            </div>
          </div>
        )}
      </Show>
      <Show when={remains()}>
        <Notice
          kind="bad"
          message="You are logged out here, but this browser did not remove the stored login. Try again, or clear this page’s site data."
          action="Try again"
          onAction={() => void logOut()}
        />
      </Show>
    </header>
  );
}

/** The menu of the account: actions beside logging out. */
function AccountMenu(props: { readonly logOut: () => Promise<void> }): JSX.Element {
  const { settings } = useServices();
  let opener: HTMLButtonElement | undefined;

  async function useAnother(): Promise<void> {
    // If the setting cannot be stored, the person can still switch accounts at Spotify.
    await settings.writeAccountChoice(true).catch(() => undefined);
    await props.logOut();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button quiet"
        aria-label="Account"
        popovertarget="account-menu"
      >
        ⋯
      </button>
      <div id="account-menu" popover onBeforeToggle={(event) => placeBelow(opener, event)}>
        <button type="button" class="button quiet" onClick={() => void useAnother()}>
          Use another account
        </button>
      </div>
    </>
  );
}
