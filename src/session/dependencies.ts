import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import type { Fetch } from '../oauth/types.ts';
import type { Observe } from './events.ts';
import type { Channel, Locks, PendingLoginStore, TabMark, TokenStore } from './types.ts';

/**
 * The reason why the login of a tab is no longer stored: a log-out in this tab, a log-out in another tab, or
 * a missing record.
 */
export type LoginEnd = 'logged-out' | 'logged-out-elsewhere' | 'missing';

/** Dependencies of a session, which differ between Spotify, the demo and tests. */
export interface SessionDependencies {
  readonly server: AuthorizationServer;
  /** The only origin that access tokens are sent to. */
  readonly apiOrigin: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly tokens: TokenStore;
  readonly pendingLogins: PendingLoginStore;
  readonly tabMark: TabMark;
  readonly locks: Locks;
  readonly lockName: string;
  readonly channel: Channel;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /** Whether this page is in a frame, where no login may begin (RFC 9700, section 4.16). */
  readonly isFramed: boolean;
  /** Called once the login is removed from storage, so that the page can drop the data it still holds. */
  readonly onLoginGone?: (end: LoginEnd) => void;
  /** Observes each login, for the page that displays the flow. */
  readonly observe?: Observe;
}
