import { useLocation } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { BASE_PATH } from '../../deployment.ts';
import { useLogin, useServices } from '../../services/services.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatDay } from '../../words/day.ts';
import { endOfLastLogin } from './ended-login.ts';

/** Says why a login is needed: Spotify has ended the last one of this tab, or the page at this address requires one. */
export function LoginReason(props: {
  /** Whether the form is in the place of a page. */
  readonly isInPlace: boolean;
}): JSX.Element {
  const { name } = useServices();
  const login = useLogin();
  const location = useLocation();
  const endedAt = endOfLastLogin(name);
  // Another reason than a missing login is given in a notice of its own.
  const isMissing = () => {
    const state = login();
    return state.kind === 'signed-out' && state.reason === 'none';
  };

  function pageName(): string {
    const [page] = location.pathname.slice(BASE_PATH.length).split('/');
    if (page === 'playlists') return 'your playlists';
    return page === 'liked' ? 'your liked songs' : 'this page';
  }

  return (
    <Show when={isMissing()}>
      <Show
        when={endedAt}
        fallback={
          <Show when={props.isInPlace}>
            <Notice
              kind="info"
              message={`Log in to see ${pageName()}. You will come back to this page.`}
            />
          </Show>
        }
      >
        {(time) => (
          <Notice
            kind="warn"
            message={`Spotify ended your login on ${formatDay(time())}. Your settings are kept. Please log in again.`}
          />
        )}
      </Show>
    </Show>
  );
}
