import type { Clock } from '../clock.ts';
import type { AuthorizationServer } from '../config.ts';
import type { Observe } from '../inspector/events.ts';
import type { Fetch } from '../oauth/types.ts';
import type { Channel, Locks, PendingLoginStore, TabMark, TokenStore } from './types.ts';

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
  /** Watches each login, for the page that shows how it came about. */
  readonly observe?: Observe;
}
