import type { Tokens } from '../oauth/types.ts';

/** A login whose authorization response is pending; used once, and only in the tab where it began. */
export interface PendingLogin {
  readonly state: string;
  readonly codeVerifier: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  /** The authorization server of the request; no other server may respond (RFC 9700, section 4.4.2). */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** Start of the login, in ms since the epoch. */
  readonly startedAt: number;
  /** Return path: a path of this app that starts with a slash, without the base path. */
  readonly returnTo: string;
  /** Whether the login will be stored on this device; otherwise in the tab only. */
  readonly isKept: boolean;
}

/** The account of a login, known once Spotify's profile has loaded. */
export interface Account {
  readonly accountId: string;
  /** The id in the `owner` of the account's playlists. */
  readonly userId: string;
  readonly displayName: string;
}

/** The stored data of a login. */
export interface SessionRecord extends Tokens {
  /** Identifies the login, also among logins of the same account. */
  readonly loginId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly issuer: string;
  readonly askedScopes: readonly string[];
  /** Time of the consent, in ms since the epoch; a refresh does not change it. */
  readonly authorizedAt: number;
  readonly account: Account | null;
  /** Whether the record is stored on this device; otherwise in its tab only, where no other tab reads it. */
  readonly isKept: boolean;
}

/** Compares the stored record with the record that was read before. */
export type RecordTest = (stored: Pick<SessionRecord, 'loginId' | 'accessToken'>) => boolean;

/** Stores the one session record: on this device, or in this tab only, as its `isKept` says. */
export interface TokenStore {
  /** @throws NewerRecordError where a newer version of this app has written the record. */
  read(): Promise<SessionRecord | undefined>;
  write(record: SessionRecord): Promise<void>;
  /**
   * Writes the record only where the stored one passes the test, in one transaction; returns whether it did.
   */
  replace(record: SessionRecord, isReplaceable: RecordTest): Promise<boolean>;
  /** Removes the record only where it passes the test, in one transaction; returns whether it did. */
  clear(isRemovable: RecordTest): Promise<boolean>;
  /**
   * Removes the record and all stored data of the login and the account's music. The storage requests are
   * made before this call returns, so that they are made even if the page closes next. With a login id,
   * removes nothing while another login is stored.
   */
  clearAll(loginId?: string): Promise<void>;
  /** Removes, synchronously, the data of a login that is stored in this tab only. */
  clearTab(): void;
}

/** Stores the pending logins of all tabs, each under its `state`. */
export interface PendingLoginStore {
  put(pending: PendingLogin): Promise<void>;
  /**
   * Reads and removes a pending login in one transaction, so that of two concurrent calls one gets nothing.
   */
  take(state: string): Promise<PendingLogin | undefined>;
  /** Removes the pending logins that are over by the time at which they began, in ms since the epoch. */
  sweep(isOver: (startedAt: number) => boolean): Promise<void>;
  /**
   * Removes all pending logins; the storage request is made before this call returns, as in
   * `TokenStore.clearAll`.
   */
  clear(): Promise<void>;
}

/** Stores, in this tab only, the `state` of the login that began here (RFC 9700, section 2.1.1). */
export interface TabMark {
  get(): string | null;
  set(state: string): void;
  remove(): void;
}

/** A lock over all tabs; the used part of the Web Locks API. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly signal: AbortSignal },
    callback: () => Promise<T>,
  ): Promise<T>;
}

/**
 * A message about the session from one tab to the others, never with a token. A log-out message names its
 * login: only pages that can read the storage know this id, so other pages of the origin cannot forge the
 * message.
 */
export type SessionMessage = 'changed' | 'ended' | { readonly loggedOut: string };

/** Exchanges messages with the other tabs of this browser. */
export interface Channel {
  post(message: SessionMessage): void;
  listen(listener: (message: SessionMessage) => void): void;
}
