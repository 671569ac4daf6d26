import type { Tokens } from '../oauth/types.ts';

/** A login that waits for its authorization response; used once and only in the tab that began it. */
export interface PendingLogin {
  readonly state: string;
  readonly codeVerifier: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** The server that was asked, so that no other can answer (RFC 9700, section 4.4.2). */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** When the login began, in ms since the epoch. */
  readonly startedAt: number;
  /** Path of this app to go back to; starts with a slash, without the base path. */
  readonly returnTo: string;
  /** Whether the login is to be kept on this device; else in the tab alone. */
  readonly isKept: boolean;
}

/** The account a login belongs to, known once Spotify's profile has answered. */
export interface Account {
  readonly accountId: string;
  /** The id that playlists name as their owner. */
  readonly userId: string;
  readonly displayName: string;
}

/** Everything this browser keeps of a login. */
export interface SessionRecord extends Tokens {
  /** Tells one login from the next, also of the same account. */
  readonly loginId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly issuer: string;
  readonly askedScopes: readonly string[];
  /** When the person agreed, in ms since the epoch; refreshing does not move it. */
  readonly authorizedAt: number;
  readonly account: Account | null;
  /** Whether it is kept on this device; else in its tab alone, which no other tab reads. */
  readonly isKept: boolean;
}

/** Compares what is stored with what was read before. */
export type RecordTest = (stored: Pick<SessionRecord, 'loginId' | 'accessToken'>) => boolean;

/** Keeps the one session record: on this device, or in this tab alone, as the record says. */
export interface TokenStore {
  /** @throws NewerRecordError where a newer version of this app has written it. */
  read(): Promise<SessionRecord | undefined>;
  write(record: SessionRecord): Promise<void>;
  /** Writes only where what is stored passes the test, in one atomic step; says whether it did. */
  replace(record: SessionRecord, isReplaceable: RecordTest): Promise<boolean>;
  /** Removes the record only where it passes the test, in one atomic step; says whether it did. */
  clear(isRemovable: RecordTest): Promise<boolean>;
  /**
   * Removes the record, and all that was kept of the login and of the person's music: at once, before
   * this call returns control, so that a page which closes next has asked for it. Where a login is
   * named, nothing is removed while another one is stored.
   */
  clearAll(loginId?: string): Promise<void>;
  /** Removes at once what this tab alone keeps of a login. */
  clearTab(): void;
}

/** Keeps the pending logins of all tabs, each under its state. */
export interface PendingLoginStore {
  put(pending: PendingLogin): Promise<void>;
  /** Reads and removes in one atomic step, so that of two takers one gets nothing. */
  take(state: string): Promise<PendingLogin | undefined>;
  /** Removes those begun before the given time, in ms since the epoch. */
  sweep(before: number): Promise<void>;
  /** Removes all of them: at once, as `TokenStore.clearAll` does. */
  clear(): Promise<void>;
}

/** Remembers, in this tab alone, the state of the login begun here (RFC 9700, section 2.1.1). */
export interface TabMark {
  get(): string | null;
  set(state: string): void;
  remove(): void;
}

/** A lock over all tabs, as the Web Locks API has it. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly signal: AbortSignal },
    callback: () => Promise<T>,
  ): Promise<T>;
}

/**
 * What one tab tells the others about the session; never a token. A log-out names the login it ends:
 * only whoever can read the storage knows that name, so other pages of the origin cannot make it up.
 */
export type SessionMessage = 'changed' | 'ended' | { readonly loggedOut: string };

/** Reaches the other tabs of this browser. */
export interface Channel {
  post(message: SessionMessage): void;
  listen(listener: (message: SessionMessage) => void): void;
}
