import { createMemo, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Collection } from '../lists/collection.ts';
import { isLoginError, LoginError } from '../oauth/errors.ts';
import { createLoginStarter } from '../services/begin-login.ts';
import { createNow } from '../services/now.ts';
import { useLogin, useServices } from '../services/services.tsx';
import { createWaitingUntil, useSpotify } from '../services/spotify.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { Notice } from '../ui/notice.tsx';
import {
  errorText,
  loadFailureAction,
  loadFailureText,
  needsLogin,
  type WhatIsLeft,
  wayOf,
} from '../words/errors.ts';

/** Notices above a table: why its list stopped or waits; resumes the load by itself when the network is back. */
export function LoadNotices<Row>(props: {
  readonly collection: Collection<Row>;
  readonly formatCount: (count: number) => string;
}): JSX.Element {
  const { pace } = useSpotify();
  const login = useLogin();
  const waitingUntil = createWaitingUntil(pace);
  const { collection } = props;
  const hasFailed = () => collection.phase() === 'failed';
  const error = createMemo(() => {
    const thrown = hasFailed() ? collection.error() : undefined;
    // The login may have ended in another tab, after this list was complete or before this tab knew the reason.
    const isEnded =
      login().kind === 'ended' &&
      (!thrown || isLoginError(thrown, 'logged-out', 'login-ended', 'login-rejected'));
    return isEnded ? new LoginError('login-ended') : thrown;
  });

  function goOnWhenOnline(): void {
    if (hasFailed()) void collection.load();
  }
  onMount(() => addEventListener('online', goOnWhenOnline));
  onCleanup(() => removeEventListener('online', goOnWhenOnline));

  return (
    <>
      <Show when={error()}>
        {(shown) => (
          <LoadFailure
            error={shown()}
            count={collection.rows().length}
            isWhole={collection.savedAt() !== undefined}
            counted={props.formatCount}
            onAction={() => {
              pace.lift();
              void collection.load();
            }}
          />
        )}
      </Show>
      <Show when={collection.phase() === 'loading' && waitingUntil() > 0}>
        <SlowNotice until={waitingUntil()} />
      </Show>
    </>
  );
}

/** Explains why a list stopped and which rows were loaded, with one button that resumes. */
function LoadFailure(props: WhatIsLeft & { readonly onAction: () => void }): JSX.Element {
  const starter = createLoginStarter();
  function takeWay(): void {
    if (wayOf(props.error) === 'ask-scope') void starter.logInAgain([]);
    else if (needsLogin(props.error)) void starter.logInAgain();
    else props.onAction();
  }
  return (
    <Notice
      kind="bad"
      message={starter.error() ? errorText(starter.error()) : loadFailureText(props)}
      action={loadFailureAction(props)}
      onAction={takeWay}
    />
  );
}

/** Announces that requests wait, with a countdown; screen readers read the notice once, and not every second. */
export function SlowNotice(props: { readonly until: number }): JSX.Element {
  const { clock } = useServices();
  const { pace } = useSpotify();
  const now = createNow(clock);
  const seconds = () => Math.max(0, Math.ceil((props.until - now()) / 1000));
  return (
    <p class="notice">
      <span>
        <span aria-live="polite">
          {pace.hasAnswered() ? 'Spotify asked us to slow down.' : 'Spotify hasn’t replied yet.'}{' '}
          Nothing is lost.
        </span>{' '}
        Continuing in <ChangingText text={`${seconds()} s.`} />
      </span>
    </p>
  );
}
