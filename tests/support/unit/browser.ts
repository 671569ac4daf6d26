import { SCOPE_NAMES, SPOTIFY_ACCOUNTS, SPOTIFY_API } from '../../../src/config.ts';
import type { SessionDependencies } from '../../../src/session/dependencies.ts';
import { makeInPageChannels, makeInPageLocks } from '../../../src/session/in-page-tabs.ts';
import { makeSession, type Session } from '../../../src/session/session.ts';
import type { PendingLoginStore, TabMark, TokenStore } from '../../../src/session/types.ts';
import {
  makeMemoryPendingLoginStore,
  makeMemoryTabMark,
  makeMemoryTokenStore,
} from '../../../src/storage/memory.ts';
import { makeTestClock, type TestClock } from './test-clock.ts';

/** The registered Spotify app of all tests. */
export const CLIENT = {
  clientId: '9f3e7c2a1b5d4860ae91c7d2f4b80365',
  redirectUri: 'https://liner.example/callback',
} as const;

/** One tab: a session of its own, with a unique tab mark. */
export interface Tab {
  readonly session: Session;
  readonly tabMark: TabMark;
}

/** A browser: storage, locks and a channel shared by all tabs, without pages and windows. */
export interface Browser {
  readonly clock: TestClock;
  readonly tokens: TokenStore;
  readonly pendingLogins: PendingLoginStore;
  openTab(changes?: Partial<SessionDependencies>): Tab;
}

/** Opens a browser with empty storage. */
export function openBrowser(): Browser {
  const clock = makeTestClock();
  const tokens = makeMemoryTokenStore();
  const pendingLogins = makeMemoryPendingLoginStore();
  const locks = makeInPageLocks();
  const joinChannel = makeInPageChannels();
  return {
    clock,
    tokens,
    pendingLogins,
    openTab(changes = {}) {
      const tabMark = changes.tabMark ?? makeMemoryTabMark();
      const session = makeSession({
        server: SPOTIFY_ACCOUNTS,
        apiOrigin: SPOTIFY_API,
        redirectUri: CLIENT.redirectUri,
        scopes: SCOPE_NAMES,
        tokens,
        pendingLogins,
        locks,
        lockName: 'session',
        channel: joinChannel(),
        clock,
        fetch: (url, init) => fetch(url, init),
        isFramed: false,
        ...changes,
        tabMark,
      });
      return { session, tabMark };
    },
  };
}
