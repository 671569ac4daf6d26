import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import type { Fetch } from '../oauth/types.ts';
import type { Observe } from './events.ts';
import type { Channel, Locks, PendingLoginStore, TabMark, TokenStore } from './types.ts';

/**
 * How the login that a tab knew came to be gone from storage: logged out here, logged out in another
 * tab, or found missing.
 */
export type LoginEnd = 'logged-out' | 'logged-out-elsewhere' | 'missing';

/** Everything a session needs that differs between Spotify, the demo and tests. */
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
  /** Whether another page frames this one; then nobody logs in here (RFC 9700, section 4.16). */
  readonly isFramed: boolean;
  /** Called once nothing of the login is stored any more, so that the page may let go of the rest. */
  readonly onLoginGone?: (end: LoginEnd) => void;
  /** Watches each login, for the page that shows how it came about. */
  readonly observe?: Observe;
}
